// The parts of a compound file that are the same whatever it holds. [MS-CFB] 2.2 and 2.6

export const SECTOR = 512;
export const NONE = 0xffff_ffff;
export const END = 0xffff_fffe;

/** Of a file of one sector of allocation table, its first; `directory`: the sector in which that begins. */
export function compoundHeader(directory: number): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.fill(0, 8, 76);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(directory, 48);
  bytes.writeUInt32LE(END, 60);
  bytes.writeUInt32LE(END, 68);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

export interface EntryLinks {
  readonly right?: number;
  readonly child?: number;
  readonly start?: number;
  readonly bytes?: number;
}

/** A line of the directory: a storage (1), a stream (2) or the root (5); one without sectors where they are not said. */
export function compoundEntry(name: string, type: 1 | 2 | 5, links: EntryLinks): Buffer {
  const { right = NONE, child = NONE, start = END, bytes = 0 } = links;
  const made = Buffer.alloc(128);
  made.write(name, 'utf16le');
  made.writeUInt16LE(name.length * 2 + 2, 64);
  made[66] = type;
  made.writeUInt32LE(NONE, 68);
  made.writeUInt32LE(right, 72);
  made.writeUInt32LE(child, 76);
  made.writeUInt32LE(start, 116);
  made.writeUInt32LE(bytes, 120);
  return made;
}
