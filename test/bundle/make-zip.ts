import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip by somebody else, honest unless told otherwise. */
export interface Entry {
  readonly name: string;
  readonly data: string;
  readonly localName?: string;
  readonly encoding?: 'utf8' | 'gbk';
  readonly method?: number;
  readonly flags?: number;
  /** Of Unix. */
  readonly mode?: number;
  readonly crc?: number;
  /** Unpacked bytes, as the directory says. */
  readonly declared?: number;
  /** Points at the data of another entry. */
  readonly sameAs?: number;
}

/** Local headers, directory and end as in APPNOTE.TXT 4.3; deflated, without bit 11. */
export function makeZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let end = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.data);
    const offset = entry.sameAs === undefined ? end : (offsets[entry.sameAs] ?? 0);
    offsets.push(offset);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      fields(entry, packed, encode(entry.localName ?? entry.name, entry)),
      encode(entry.localName ?? entry.name, entry),
      packed,
    ]);
    if (entry.sameAs === undefined) {
      locals.push(local);
      end += local.length;
    }
    directory.push(central(entry, packed, offset));
  }
  const listed = Buffer.concat(directory);
  const last = Buffer.alloc(22);
  last.write('PK\x05\x06', 'latin1');
  last.writeUInt16LE(entries.length, 8);
  last.writeUInt16LE(entries.length, 10);
  last.writeUInt32LE(listed.length, 12);
  last.writeUInt32LE(end, 16);
  return Buffer.concat([...locals, listed, last]);
}

function central(entry: Entry, packed: Buffer, offset: number): Buffer {
  const name = encode(entry.name, entry);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x03', 'latin1'),
    fields(entry, packed, name),
    rest,
    name,
  ]);
}

/** Version to extra length, as they stand in both kinds of header. */
function fields({ data, method = 8, flags = 0, crc, declared }: Entry, packed: Buffer, name: Buffer): Buffer {
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0);
  fixed.writeUInt16LE(flags, 2);
  fixed.writeUInt16LE(method, 4);
  fixed.writeUInt32LE(crc ?? crc32(data), 10);
  fixed.writeUInt32LE(packed.length, 14);
  fixed.writeUInt32LE(declared ?? Buffer.byteLength(data), 18);
  fixed.writeUInt16LE(name.length, 22);
  return fixed;
}

function encode(name: string, { encoding = 'utf8' }: Entry): Buffer {
  if (encoding === 'utf8') return Buffer.from(name);
  return Buffer.concat(Array.from(name, (character) => gbk().get(character) ?? Buffer.from(character)));
}

let table: Map<string, Buffer> | undefined;
/** The other way round than `TextDecoder`, which is all that Node has. */
function gbk(): ReadonlyMap<string, Buffer> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const bytes = Buffer.from([high, low]);
      const character = decoder.decode(bytes);
      if (Array.from(character).length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, bytes);
    }
  }
  return table;
}
