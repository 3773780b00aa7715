import { Malformed, type ByteView } from '../byte-view.ts';
import { childOf, type Box } from './iso-boxes.ts';
import { Rhythm } from './rhythm.ts';

/** Bytes of one sample (picture, stretch of sound …) in the file. */
export interface Spot {
  readonly offset: number;
  readonly size: number;
}

export interface SampleTable {
  readonly samples: number;
  /** How many samples are longer than so many bytes. */
  readonly longerThan: (bytes: number) => number;
  readonly rhythm: Rhythm;
  /** Where the last byte of any sample lies, plus one. */
  readonly end: number;
  readonly spots: readonly Spot[];
}

interface Table {
  readonly count: number;
  readonly at: (index: number) => number;
}

/**
 * Sums up a sample table (ISO/IEC 14496-12 §8.6.1, §8.7.3–8.7.5) without unpacking it. `choose` names the samples
 * (from 0, ascending) whose place is wanted, given how many there are.
 */
export function readSampleTable(
  view: ByteView,
  table: Box,
  choose: (samples: number) => readonly number[],
): SampleTable {
  const sizes = sampleSizes(view, table);
  const rhythm = readRhythm(view, childOf(view, table, 'stts'));
  const places = placeSamples(sizes, chunkOffsets(view, table), chunkRuns(view, table), choose(sizes.count));
  return { samples: sizes.count, longerThan: sizes.longerThan, rhythm, ...places };
}

function placeSamples(
  sizes: SampleSizes,
  offsets: Table,
  runs: ChunkRuns,
  wanted: readonly number[],
): Pick<SampleTable, 'end' | 'spots'> {
  const spots: Spot[] = [];
  let end = 0;
  let sample = 0;
  let run = 0;
  for (let chunk = 0; chunk < offsets.count && sample < sizes.count; chunk++) {
    while (run + 1 < runs.count && runs.firstChunk(run + 1) <= chunk) run++;
    const inChunk = Math.min(run < runs.count ? runs.samples(run) : 0, sizes.count - sample);
    const offset = offsets.at(chunk);
    const next = sample + inChunk;
    for (
      let index = wanted[spots.length];
      index !== undefined && index < next;
      index = wanted[spots.length]
    ) {
      spots.push({ offset: offset + sizes.sum(sample, index), size: sizes.sum(index, index + 1) });
    }
    const bytes = sizes.sum(sample, next);
    if (bytes > 0) end = Math.max(end, offset + bytes);
    sample = next;
  }
  if (sample < sizes.count) throw new Malformed('samples without a place');
  return { end, spots };
}

interface SampleSizes {
  readonly count: number;
  /** Bytes of the samples `[from, to)`. */
  readonly sum: (from: number, to: number) => number;
  readonly longerThan: (bytes: number) => number;
}

function sampleSizes(view: ByteView, table: Box): SampleSizes {
  const compact = childOf(view, table, 'stz2');
  if (compact) return summed(compactSizes(view, compact));
  const box = childOf(view, table, 'stsz');
  if (!box) return { count: 0, sum: () => 0, longerThan: () => 0 };
  const fixed = view.u32(box.body + 4);
  const count = view.u32(box.body + 8);
  if (fixed > 0) {
    return {
      count,
      sum: (from, to) => (to - from) * fixed,
      longerThan: (bytes) => (fixed > bytes ? count : 0),
    };
  }
  fits(box, 12 + count * 4);
  return summed({ count, at: (index) => view.u32(box.body + 12 + index * 4) });
}

function compactSizes(view: ByteView, box: Box): Table {
  const bits = view.u8(box.body + 7);
  const count = view.u32(box.body + 8);
  if (bits !== 4 && bits !== 8 && bits !== 16) throw new Malformed('sample size table');
  fits(box, 12 + Math.ceil((count * bits) / 8));
  const start = box.body + 12;
  if (bits === 16) return { count, at: (index) => view.u16(start + index * 2) };
  if (bits === 8) return { count, at: (index) => view.u8(start + index) };
  return { count, at: (index) => (view.u8(start + (index >> 1)) >> (index % 2 === 0 ? 4 : 0)) & 15 };
}

function summed(sizes: Table): SampleSizes {
  const sum = (from: number, to: number) => {
    let total = 0;
    for (let index = from; index < to; index++) total += sizes.at(index);
    return total;
  };
  const longerThan = (bytes: number) => {
    let longer = 0;
    for (let index = 0; index < sizes.count; index++) if (sizes.at(index) > bytes) longer++;
    return longer;
  };
  return { count: sizes.count, sum, longerThan };
}

function chunkOffsets(view: ByteView, table: Box): Table {
  const narrow = childOf(view, table, 'stco');
  const box = narrow ?? childOf(view, table, 'co64');
  if (!box) return { count: 0, at: () => 0 };
  const count = view.u32(box.body + 4);
  fits(box, 8 + count * (narrow ? 4 : 8));
  const start = box.body + 8;
  return {
    count,
    at: narrow ? (index) => view.u32(start + index * 4) : (index) => view.u64(start + index * 8),
  };
}

interface ChunkRuns {
  readonly count: number;
  /** From 0. */
  readonly firstChunk: (run: number) => number;
  readonly samples: (run: number) => number;
}

function chunkRuns(view: ByteView, table: Box): ChunkRuns {
  const box = childOf(view, table, 'stsc');
  if (!box) return { count: 0, firstChunk: () => 0, samples: () => 0 };
  const count = view.u32(box.body + 4);
  fits(box, 8 + count * 12);
  const start = box.body + 8;
  return {
    count,
    firstChunk: (run) => view.u32(start + run * 12) - 1,
    samples: (run) => view.u32(start + run * 12 + 4),
  };
}

function readRhythm(view: ByteView, box: Box | undefined): Rhythm {
  const rhythm = new Rhythm();
  if (!box) return rhythm;
  const count = view.u32(box.body + 4);
  fits(box, 8 + count * 8);
  for (let index = 0; index < count; index++) {
    const at = box.body + 8 + index * 8;
    rhythm.add(view.u32(at), view.u32(at + 4));
  }
  return rhythm;
}

function fits(box: Box, bytes: number): void {
  if (box.body + bytes > box.end) throw new Malformed(`table ${box.type} is longer than its box`);
}
