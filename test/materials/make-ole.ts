const SECTOR = 512;
const NONE = 0xffff_ffff;
const END = 0xffff_fffe;

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
  return Buffer.concat([header(), table(sectors), Buffer.alloc(SECTOR), directory, padding]);
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.fill(0, 8, 76);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(2, 48);
  bytes.writeUInt32LE(END, 68);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

function table(directorySectors: number): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff);
  bytes.writeUInt32LE(END, 4);
  for (let i = 0; i < directorySectors; i++) {
    bytes.writeUInt32LE(i + 1 < directorySectors ? 3 + i : END, 4 * (2 + i));
  }
  return bytes;
}

function entry(name: string, type: number, links: { right?: number; child?: number }): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes[66] = type;
  bytes.writeUInt32LE(NONE, 68);
  bytes.writeUInt32LE(links.right ?? NONE, 72);
  bytes.writeUInt32LE(links.child ?? NONE, 76);
  return bytes;
}
