import { sniffFormat } from '../../src/materials/sniff-format.ts';
import type { Format } from '../../src/model/format.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Sniffs bytes laid on the real disk, under any name. */
export function sniffer(): {
  sniff: (bytes: string | Uint8Array, name: string) => Promise<Format>;
  sniffPath: (path: string, name: string) => Promise<Format>;
  put: (name: string, content: Uint8Array) => Promise<string>;
} {
  const folder = temporaryFolder();
  let count = 0;
  const sniff = async (bytes: string | Uint8Array, name: string) => {
    count += 1;
    return sniffPath(await folder.put(`${count}/file`, bytes), name);
  };
  return { sniff, sniffPath, put: folder.put };
}

async function sniffPath(path: string, name: string): Promise<Format> {
  const file = await nodeFiles.open(path);
  try {
    return await sniffFormat(file, name);
  } finally {
    await file.close();
  }
}
