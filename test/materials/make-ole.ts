import { compoundEntry as entry, compoundHeader, END, NONE, SECTOR } from './compound-file.ts';

/**
 * A compound file with empty streams of these names: one sector of allocation table, one of text, then the
 * directory. `nested` streams lie in a storage below the root, as those of embedded objects do.
 */
export function makeOle(streams: readonly string[], nested: readonly string[] = []): Buffer {
  const storage = nested.length > 0 ? 1 + streams.length : undefined;
  const top = storage === undefined ? streams : [...streams, 'ObjectPool'];
  const entries = [
    entry('Root Entry', 5, { child: 1 }),
    ...top.map((name, i) =>
      entry(name, i + 1 === storage ? 1 : 2, {
        right: i + 1 < top.length ? i + 2 : NONE,
        child: i + 1 === storage ? top.length + 1 : NONE,
      }),
    ),
    ...nested.map((name, i) => entry(name, 2, { right: i + 1 < nested.length ? top.length + i + 2 : NONE })),
  ];
  const directory = Buffer.concat(entries);
  const sectors = Math.ceil(directory.length / SECTOR);
  const padding = Buffer.alloc(sectors * SECTOR - directory.length);
  return Buffer.concat([compoundHeader(2), table(sectors), Buffer.alloc(SECTOR), directory, padding]);
}

function table(directorySectors: number): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff);
  bytes.writeUInt32LE(END, 4);
  for (let i = 0; i < directorySectors; i++) {
    bytes.writeUInt32LE(i + 1 < directorySectors ? 3 + i : END, 4 * (2 + i));
  }
  return bytes;
}
