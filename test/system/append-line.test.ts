import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { nodeStorage } from '../../src/system/node-storage.ts';
import { FileError } from '../../src/system/system.ts';
import { temporaryFolder } from '../materials/temporary-folder.ts';

const folder = temporaryFolder();

describe('a line at the end of a ledger', () => {
  it('makes the file and keeps every line before it', async () => {
    const file = folder.path('ledger.jsonl');
    for (const line of ['{"a":1}', '{"b":"作品"}', '']) await nodeStorage.appendLine(file, line);
    expect(await readFile(file, 'utf8')).toBe('{"a":1}\n{"b":"作品"}\n\n');
  });

  it('is never joined with one that an earlier run left half written', async () => {
    const file = await folder.put('torn.jsonl', '{"a":1}\n{"b":');
    await nodeStorage.appendLine(file, '{"c":3}');
    expect(await readFile(file, 'utf8')).toBe('{"a":1}\n{"b":\n{"c":3}\n');
  });

  it('comes whole from each of many at once', async () => {
    const file = folder.path('many.jsonl');
    const lines = Array.from({ length: 60 }, (_, index) =>
      JSON.stringify({ index, text: '长'.repeat(index * 40) }),
    );
    await Promise.all(lines.map((line) => nodeStorage.appendLine(file, line)));
    const read = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
    expect(read.sort()).toEqual([...lines].sort());
  });

  it('says where it cannot be written', async () => {
    await expect(nodeStorage.appendLine(folder.path('none/ledger.jsonl'), 'x')).rejects.toThrow(FileError);
  });
});
