import { crc32, inflateRawSync } from 'node:zlib';
import { UnreadableForm } from './unreadable.ts';

/** A part of the package as it lies in the zip, still packed. */
export interface PackedPart {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly bytes: number;
  readonly packed: Uint8Array;
}

const LARGEST_FORM = 67_108_864;
const LARGEST_PART = 33_554_432;
const MOST_PARTS = 5_000;
const STORED = 0;
const DEFLATED = 8;
/** 1980-01-01 00:00, the earliest a zip can say: equal input gives equal bytes. */
const FIXED_DATE = 0x00210000;
const OLE_MARK = 0xe011cfd0;
const UTF8_NAMES = 0x0800;

/** The parts of a package (APPNOTE.TXT 4.3), in the order of its directory. Throws `UnreadableForm`. */
export function readPackage(bytes: Uint8Array): readonly PackedPart[] {
  if (bytes.length === 0) throw new UnreadableForm('empty', 'no bytes');
  if (bytes.length > LARGEST_FORM) throw new UnreadableForm('too-large', `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 8 && view.getUint32(0, true) === OLE_MARK) {
    throw new UnreadableForm('old-doc', 'OLE compound file');
  }
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new UnreadableForm('too-large', `${count} parts`);
  const parts: PackedPart[] = [];
  for (let at = view.getUint32(end + 16, true); parts.length < count;) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw broken('central directory');
    parts.push(readEntry(bytes, view, at, end));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (new Set(parts.map((part) => part.name)).size < parts.length) throw broken('a part twice');
  return parts;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_558; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  if (view.byteLength >= 4 && view.getUint32(0, true) === 0x04034b50)
    throw broken('no end of central directory');
  throw new UnreadableForm('not-docx', 'not a zip');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number): PackedPart {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedBytes = view.getUint32(at + 20, true);
  const header = view.getUint32(at + 42, true);
  if ((flags & 1) === 1) throw new UnreadableForm('encrypted', 'encrypted part');
  if (method !== STORED && method !== DEFLATED) throw new UnreadableForm('unsupported', `method ${method}`);
  if (packedBytes === 0xffffffff || header === 0xffffffff) throw new UnreadableForm('unsupported', 'zip64');
  if (header + 30 > end || view.getUint32(header, true) !== 0x04034b50) throw broken('local header');
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packedBytes > end) throw broken('part beyond the end');
  const rawName = bytes.slice(at + 46, at + 46 + view.getUint16(at + 28, true));
  return {
    name: new TextDecoder().decode(rawName),
    rawName,
    flags: flags & UTF8_NAMES,
    method,
    crc: view.getUint32(at + 16, true),
    bytes: view.getUint32(at + 24, true),
    packed: bytes.subarray(start, start + packedBytes),
  };
}

function broken(detail: string): UnreadableForm {
  return new UnreadableForm('broken', detail);
}

/** Unpacks one part, whole or not at all. Throws `UnreadableForm`. */
export function unpackPart(part: PackedPart): Uint8Array {
  if (part.bytes > LARGEST_PART) throw new UnreadableForm('too-large', part.name);
  const bytes = part.method === STORED ? part.packed : inflate(part);
  if (bytes.length !== part.bytes || crc32(bytes) !== part.crc) throw broken(`${part.name} is damaged`);
  return bytes;
}

function inflate(part: PackedPart): Uint8Array {
  try {
    return inflateRawSync(part.packed, { maxOutputLength: Math.max(1, part.bytes) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw broken(`${part.name}: ${error.message}`);
    throw error;
  }
}

/**
 * The same package with some parts written anew; all others keep their packed bytes. fflate packs, because zlib's
 * output differs between versions of Node and equal input is to give equal bytes everywhere.
 */
export async function rewritePackage(
  parts: readonly PackedPart[],
  changed: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const { deflateSync } = await import('fflate');
  const pack = (part: PackedPart): PackedPart => {
    const bytes = changed.get(part.name);
    if (!bytes) return part;
    const packed = deflateSync(bytes, { level: 6 });
    return { ...part, method: DEFLATED, crc: crc32(bytes), bytes: bytes.length, packed };
  };
  return joinParts(parts.map(pack));
}

/** A package of one part alone, as it is. */
export function packageOf(name: string, bytes: Uint8Array): Uint8Array {
  const rawName = new TextEncoder().encode(name);
  const crc = crc32(bytes);
  return joinParts([{ name, rawName, flags: 0, method: STORED, crc, bytes: bytes.length, packed: bytes }]);
}

function joinParts(parts: readonly PackedPart[]): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    describe(part, head, 4);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    describe(part, entry, 6);
    entry.writeUInt32LE(offset, 42);
    bodies.push(head, part.rawName, part.packed);
    directory.push(entry, part.rawName);
    offset += head.length + part.rawName.length + part.packed.length;
  }
  return Buffer.concat([...bodies, ...directory, endRecord(parts.length, directory, offset)]);
}

/** The fields that local header and directory entry share. */
function describe(part: PackedPart, target: Buffer, at: number): void {
  target.writeUInt16LE(20, at);
  target.writeUInt16LE(part.flags, at + 2);
  target.writeUInt16LE(part.method, at + 4);
  target.writeUInt32LE(FIXED_DATE, at + 6);
  target.writeUInt32LE(part.crc, at + 10);
  target.writeUInt32LE(part.packed.length, at + 14);
  target.writeUInt32LE(part.bytes, at + 18);
  target.writeUInt16LE(part.rawName.length, at + 22);
}

function endRecord(count: number, directory: readonly Uint8Array[], offset: number): Uint8Array {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}
