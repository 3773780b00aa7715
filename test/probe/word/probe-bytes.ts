import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Format } from '../../../src/model/format.ts';
import { probeWord } from '../../../src/probe/word/probe-word.ts';
import type { WordProbe } from '../../../src/probe/word/text-facts.ts';
import { nodeFiles } from '../../../src/system/node-files.ts';

/** Writes the bytes to a file of their own and probes that. */
export async function probeBytes(bytes: Uint8Array | string, format: Format): Promise<WordProbe> {
  const folder = await mkdtemp(path.join(tmpdir(), 'probe-word-'));
  try {
    const file = path.join(folder, 'file');
    await writeFile(file, bytes);
    return await probeWord(file, format, nodeFiles);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Why a file is not whole: the kind of its cause. */
export function causeOf({ integrity }: WordProbe): string {
  return integrity.state === 'whole' ? 'whole' : `${integrity.state} ${integrity.cause.kind}`;
}
