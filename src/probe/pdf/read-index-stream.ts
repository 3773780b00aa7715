import type { ByteSource } from './byte-source.ts';
import { inflateWhole } from './inflate.ts';
import { filtersOf, numberIn, type PdfDict } from './parse-value.ts';
import { MAX_OBJECTS, type IndexEntry, type ReadSection } from './read-index-table.ts';
import { readObject } from './read-object.ts';
import { undoPredictor } from './undo-predictor.ts';

const MAX_UNPACKED = 1 << 26;
const MAX_FIELD_BYTES = 8;

/** The index as a stream: packed rows of three numbers (ISO 32000-1, 7.5.8). */
export async function readIndexStream(source: ByteSource, offset: number): Promise<ReadSection> {
  const object = await readObject(source, offset);
  if (object.kind !== 'object' || object.stream === undefined || object.value.kind !== 'dict')
    return { kind: 'bad' };
  const dict = object.value;
  const length = numberIn(dict, 'Length');
  if (length === undefined || length < 0 || object.stream + length > source.bytes) return { kind: 'bad' };
  const data = unpack(dict, await source.read(object.stream, length));
  if (data === 'bad' || data === 'too-large') return { kind: data };
  return readRows(dict, data);
}

function unpack(dict: PdfDict, packed: Uint8Array): Uint8Array | 'bad' | 'too-large' {
  const filters = filtersOf(dict);
  if (filters.length === 0) return packed;
  if (filters.length !== 1 || (filters[0] !== 'FlateDecode' && filters[0] !== 'Fl')) return 'bad';
  const inflated = inflateWhole(packed, MAX_UNPACKED);
  if (inflated.kind === 'too-large') return 'too-large';
  if (inflated.kind === 'damaged') return 'bad';
  return undoPredictor(inflated.data, dict) ?? 'bad';
}

function readRows(dict: PdfDict, data: Uint8Array): ReadSection {
  const widths = numbersIn(dict, 'W');
  if (widths?.length !== 3 || widths.some((width) => width < 0 || width > MAX_FIELD_BYTES))
    return { kind: 'bad' };
  const [typeBytes = 0, secondBytes = 0, thirdBytes = 0] = widths;
  const rowBytes = typeBytes + secondBytes + thirdBytes;
  const ranges = numbersIn(dict, 'Index') ?? [0, numberIn(dict, 'Size') ?? 0];
  const entries = new Map<number, IndexEntry>();
  let at = 0;
  for (let pair = 0; pair + 1 < ranges.length; pair += 2) {
    const [first = 0, count = 0] = ranges.slice(pair, pair + 2);
    if (rowBytes === 0 || count < 0 || count * rowBytes > data.length - at) return { kind: 'bad' };
    if (entries.size + count > MAX_OBJECTS) return { kind: 'too-large' };
    for (let row = 0; row < count; row++, at += rowBytes) {
      const type = typeBytes === 0 ? 1 : bigEndian(data, at, typeBytes);
      entries.set(first + row, toEntry(type, bigEndian(data, at + typeBytes, secondBytes)));
    }
  }
  return { kind: 'section', section: { entries, trailer: dict } };
}

function toEntry(type: number, second: number): IndexEntry {
  if (type === 1 && second > 0) return { kind: 'at', offset: second };
  return type === 2 ? { kind: 'packed', container: second } : { kind: 'free' };
}

function bigEndian(data: Uint8Array, at: number, bytes: number): number {
  let value = 0;
  for (let index = 0; index < bytes; index++) value = value * 256 + (data[at + index] ?? 0);
  return value;
}

function numbersIn(dict: PdfDict, key: string): readonly number[] | undefined {
  const value = dict.entries.get(key);
  if (value?.kind !== 'array') return undefined;
  const numbers = value.items.flatMap((item) => (item.kind === 'number' ? [item.value] : []));
  return numbers.length === value.items.length ? numbers : undefined;
}
