import type { ByteView } from '../byte-view.ts';
import { childOf, childrenOf, type Box } from './iso-boxes.ts';
import { readSampleEntry, type SampleEntry } from './read-sample-entry.ts';

/** One track of the index, ISO/IEC 14496-12 §8.3. The boxes of its sample table are kept unread. */
export interface Track {
  readonly id: number;
  /** `vide`, `soun`, `text` … */
  readonly handler: string;
  readonly timescale: number;
  readonly entry: SampleEntry | undefined;
  readonly sampleTable: Box | undefined;
  /** Its data lies in this very file. */
  readonly selfContained: boolean;
  readonly edited: boolean;
  /** Tracks that hold this one's chapters. */
  readonly chapterTracks: readonly number[];
  readonly fragmentDefaults: FragmentDefaults;
}

/** Duration in the track's timescale, size in bytes, of samples that do not say (§8.8.3). */
export interface FragmentDefaults {
  readonly duration: number;
  readonly size: number;
}

export interface Movie {
  readonly tracks: readonly Track[];
  /** The film goes on in fragments after the index. */
  readonly hasFragments: boolean;
  /** Seconds over all fragments, where declared. */
  readonly declaredSeconds?: number;
  /** A QuickTime reference movie: it only names other files. */
  readonly isReference: boolean;
  /** The index itself is packed (QuickTime `cmov`) and was not looked into. */
  readonly isCompressed: boolean;
}

const TRACKS_LIMIT = 1000;

export function readMovie(view: ByteView): Movie {
  const [moov] = childrenOf(view, 0, view.length);
  const children = moov ? childrenOf(view, moov.body, moov.end) : [];
  const extends_ = children.find((box) => box.type === 'mvex');
  const defaults = fragmentDefaults(view, extends_);
  const tracks = children.filter((box) => box.type === 'trak').slice(0, TRACKS_LIMIT);
  const timescale = movieTimescale(view, moov);
  const declared = declaredDuration(view, extends_);
  return {
    tracks: tracks.map((track) => readTrack(view, track, defaults)),
    hasFragments: extends_ !== undefined,
    ...(declared > 0 && timescale > 0 && { declaredSeconds: declared / timescale }),
    isReference: children.some((box) => box.type === 'rmra'),
    isCompressed: children.some((box) => box.type === 'cmov'),
  };
}

function readTrack(view: ByteView, track: Box, defaults: ReadonlyMap<number, FragmentDefaults>): Track {
  const header = childOf(view, track, 'tkhd');
  const id = header ? view.u32(header.body + (view.u8(header.body) === 1 ? 20 : 12)) : 0;
  const media = childOf(view, track, 'mdia');
  const mediaHeader = childOf(view, media, 'mdhd');
  const handler = childOf(view, media, 'hdlr');
  const information = childOf(view, media, 'minf');
  const sampleTable = childOf(view, information, 'stbl');
  const entry = readSampleEntry(view, childOf(view, sampleTable, 'stsd'));
  const edits = childOf(view, childOf(view, track, 'edts'), 'elst');
  return {
    id,
    handler: handler ? view.text(handler.body + 8, 4) : '',
    timescale: mediaHeader ? view.u32(mediaHeader.body + (view.u8(mediaHeader.body) === 1 ? 20 : 12)) : 0,
    entry,
    sampleTable,
    selfContained: isSelfContained(view, childOf(view, information, 'dinf'), entry?.dataReference ?? 1),
    edited: edits !== undefined,
    chapterTracks: chapterTracks(view, childOf(view, track, 'tref')),
    fragmentDefaults: defaults.get(id) ?? { duration: 0, size: 0 },
  };
}

/** §8.7.2: flag 1 of a data reference says that the data is in this file. */
function isSelfContained(view: ByteView, information: Box | undefined, reference: number): boolean {
  const list = childOf(view, information, 'dref');
  if (!list) return true;
  const entries = childrenOf(view, list.body + 8, list.end);
  const entry = entries[reference - 1] ?? entries[0];
  return !entry || (view.u32(entry.body) & 1) === 1;
}

function chapterTracks(view: ByteView, references: Box | undefined): readonly number[] {
  const list = childOf(view, references, 'chap');
  if (!list) return [];
  const count = Math.min(Math.floor((list.end - list.body) / 4), TRACKS_LIMIT);
  return Array.from({ length: count }, (_, index) => view.u32(list.body + index * 4));
}

function movieTimescale(view: ByteView, moov: Box | undefined): number {
  const header = childOf(view, moov, 'mvhd');
  return header ? view.u32(header.body + (view.u8(header.body) === 1 ? 20 : 12)) : 0;
}

/** §8.8.2, in the movie's timescale; 0: not declared. */
function declaredDuration(view: ByteView, extends_: Box | undefined): number {
  const header = childOf(view, extends_, 'mehd');
  if (!header) return 0;
  return view.u8(header.body) === 1 ? view.u64(header.body + 4) : view.u32(header.body + 4);
}

function fragmentDefaults(view: ByteView, extends_: Box | undefined): ReadonlyMap<number, FragmentDefaults> {
  const boxes = extends_ ? childrenOf(view, extends_.body, extends_.end) : [];
  return new Map(
    boxes
      .filter((box) => box.type === 'trex')
      .map(({ body }) => [view.u32(body + 4), { duration: view.u32(body + 12), size: view.u32(body + 16) }]),
  );
}
