import type { ByteReader } from './byte-reader.ts';
import type { ByteRange } from './image-structure.ts';
import { findBox, readBoxes } from './iso-boxes.ts';
import type { IsoBox } from './iso-boxes.ts';

/** A grid of tiles of a large picture has some hundred items. */
const MOST_ITEMS = 10_000;
const MOST_EXTENTS = 100_000;

/** An item's data in the file; several pieces at times. */
export interface HeifItem {
  readonly id: number;
  readonly extents: readonly ByteRange[];
}

/** The main item's number (`pitm`, ISO/IEC 14496-12, 8.11.4). */
export function readPrimaryItem(reader: ByteReader, meta: IsoBox): number | undefined {
  const box = findBox(reader, meta.at + 4, meta.end, 'pitm');
  if (!box) return undefined;
  return reader.u8(box.at) === 0 ? reader.u16(box.at + 4) : reader.u32(box.at + 4);
}

/** Number of the first item of a type, e.g. `Exif` (`iinf`/`infe`, 8.11.6; version 2 and 3). */
export function findItemOfType(reader: ByteReader, meta: IsoBox, type: string): number | undefined {
  const box = findBox(reader, meta.at + 4, meta.end, 'iinf');
  if (!box) return undefined;
  const first = box.at + (reader.u8(box.at) === 0 ? 6 : 8);
  for (const { at, type: boxType } of readBoxes(reader, first, box.end).boxes) {
    if (boxType !== 'infe') continue;
    const wide = reader.u8(at) >= 3;
    if (reader.name(at + (wide ? 10 : 8), 4) === type) return wide ? reader.u32(at + 4) : reader.u16(at + 4);
  }
  return undefined;
}

/** Where every item lies (`iloc`, 8.11.3). Items that lie in the meta box itself are left out: they come with it. */
export function readItemLocations(reader: ByteReader, meta: IsoBox): readonly HeifItem[] {
  const box = findBox(reader, meta.at + 4, meta.end, 'iloc');
  if (!box) return [];
  const version = reader.u8(box.at);
  const sizes = reader.u16(box.at + 4);
  const layout = {
    version,
    offsetSize: sizes >> 12,
    lengthSize: (sizes >> 8) & 15,
    baseSize: (sizes >> 4) & 15,
    indexSize: version === 0 ? 0 : sizes & 15,
  };
  const wide = version >= 2;
  const count = wide ? reader.u32(box.at + 6) : reader.u16(box.at + 6);
  return readItems(reader, layout, box.at + (wide ? 10 : 8), box.end, Math.min(count, MOST_ITEMS));
}

interface LocationLayout {
  readonly version: number;
  readonly offsetSize: number;
  readonly lengthSize: number;
  readonly baseSize: number;
  readonly indexSize: number;
}

function readItems(
  reader: ByteReader,
  layout: LocationLayout,
  from: number,
  end: number,
  count: number,
): readonly HeifItem[] {
  const items: HeifItem[] = [];
  let budget = MOST_EXTENTS;
  let at = from;
  for (let i = 0; i < count && at < end; i++) {
    const idSize = layout.version >= 2 ? 4 : 2;
    const id = reader.uint(at, idSize);
    at += idSize;
    const method = layout.version === 0 ? 0 : reader.u16(at) & 15;
    if (layout.version > 0) at += 2;
    const base = reader.uint(at + 2, layout.baseSize);
    const extentCount = reader.u16(at + 2 + layout.baseSize);
    at += 4 + layout.baseSize;
    const extents: ByteRange[] = [];
    for (let e = 0; e < extentCount && at < end && budget > 0; e++, budget--) {
      const start = base + reader.uint(at + layout.indexSize, layout.offsetSize);
      at += layout.indexSize + layout.offsetSize;
      extents.push({ from: start, to: start + reader.uint(at, layout.lengthSize) });
      at += layout.lengthSize;
    }
    if (method === 0) items.push({ id, extents });
  }
  return items;
}
