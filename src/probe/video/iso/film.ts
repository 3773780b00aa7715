import type { ByteView } from '../byte-view.ts';
import type { StructureTrack } from '../structure.ts';
import { spotsOf } from './check-samples.ts';
import type { Fragments, FragmentSum } from './read-fragments.ts';
import type { Movie, Track } from './read-movie.ts';
import { readSampleTable, type SampleTable, type Spot } from './read-sample-table.ts';
import { Rhythm } from './rhythm.ts';

const TEXT_HANDLERS = ['text', 'sbtl', 'subt', 'clcp'];

/** A track with everything the index and the fragments say of its samples. */
export interface IndexedTrack {
  readonly track: Track;
  readonly isChapters: boolean;
  readonly table: SampleTable | undefined;
  readonly sum: FragmentSum | undefined;
}

export function indexTracks(view: ByteView, movie: Movie, fragments: Fragments): readonly IndexedTrack[] {
  const chapters = new Set(movie.tracks.flatMap((track) => track.chapterTracks));
  return movie.tracks.map((track) => ({
    track,
    isChapters: chapters.has(track.id),
    table: track.sampleTable && readSampleTable(view, track.sampleTable, spotsOf),
    sum: fragments.sums.get(track.id),
  }));
}

/** Picture or sound, chapter pictures apart. */
export function isFilm({ track, isChapters }: IndexedTrack): boolean {
  return (track.handler === 'vide' || track.handler === 'soun') && !isChapters;
}

export function samplesOf({ table, sum }: IndexedTrack): number {
  return (table?.samples ?? 0) + (sum?.rhythm.samples ?? 0);
}

export function secondsOf({ track, table, sum }: IndexedTrack): number {
  const ticks = (table?.rhythm.duration ?? 0) + (sum?.rhythm.duration ?? 0);
  return track.timescale > 0 ? ticks / track.timescale : 0;
}

/** Samples to look into: those chosen from the index, and the beginnings of some fragments. */
export function spotsToCheck({ table, sum }: IndexedTrack): readonly Spot[] {
  const beginnings = sum?.spots ?? [];
  return [...(table?.spots ?? []), ...spotsOf(beginnings.length).flatMap((index) => beginnings[index] ?? [])];
}

export function describeTrack(indexed: IndexedTrack): StructureTrack {
  const { track, isChapters, table, sum } = indexed;
  const rhythm = new Rhythm();
  for (const part of [table?.rhythm, sum?.rhythm]) if (part) rhythm.merge(part);
  const kind = track.handler === 'vide' ? 'picture' : track.handler === 'soun' ? 'sound' : 'other';
  const constant = rhythm.samples > 1 ? { constantRate: rhythm.isConstant } : {};
  // A pause is two bytes: a text of length 0 (3GPP TS 26.245 §5.17). Sizes within fragments are not kept.
  const events =
    TEXT_HANDLERS.includes(track.handler) && table && !sum ? { events: table.longerThan(2) } : {};
  return { id: track.id, kind, samples: samplesOf(indexed), isChapters, ...constant, ...events };
}
