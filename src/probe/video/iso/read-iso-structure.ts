import type { Integrity } from '../../../model/facts.ts';
import type { ByteReader } from '../byte-reader.ts';
import {
  cutOff,
  ENDS_EARLY,
  hollow,
  NO_INDEX,
  NOTHING_INSIDE,
  REFERS_ELSEWHERE,
  WHOLE,
} from '../structure.ts';
import type { Structure } from '../structure.ts';
import { countHollow } from './check-samples.ts';
import {
  describeTrack,
  indexTracks,
  isFilm,
  samplesOf,
  secondsOf,
  spotsToCheck,
  type IndexedTrack,
} from './film.ts';
import { readTopLevel, type Box, type TopLevel } from './iso-boxes.ts';
import { judgeFragmentEnd } from './judge-fragment-end.ts';
import { readFragments } from './read-fragments.ts';
import { readMovie, type Movie } from './read-movie.ts';

/** Of one film, fragments included; the index of an eight-hour film takes about 20 MB. */
const INDEX_LIMIT = 64 * 1024 * 1024;

/** Reads the bookkeeping of an MP4, MOV, M4V, 3GP or M4A file (ISO/IEC 14496-12) and compares it with the file. */
export async function readIsoStructure(reader: ByteReader): Promise<Structure> {
  const top = await readTopLevel(reader);
  const brand = await readBrand(reader, top);
  const known = brand === undefined ? {} : { brand };
  const moov = top.boxes.find((box) => box.type === 'moov');
  if (!moov || moov.end > reader.bytes) return { ...known, integrity: withoutIndex(top, reader.bytes) };
  const media = top.boxes.find((box) => box.type === 'mdat');
  return { ...known, faststart: !media || moov.start < media.start, ...(await readIndex(reader, top, moov)) };
}

async function readIndex(reader: ByteReader, top: TopLevel, moov: Box): Promise<Structure> {
  const pieces = top.boxes.filter((box) => box.type === 'moof' && box.end <= reader.bytes);
  const indexBytes = [moov, ...pieces].reduce((sum, box) => sum + box.end - box.start, 0);
  if (indexBytes > INDEX_LIMIT || top.tooMany) return { integrity: indexTooLarge };
  const view = await reader.at(moov.start, moov.end - moov.start);
  const movie = readMovie(view);
  if (movie.isReference) return { integrity: REFERS_ELSEWHERE };
  if (movie.isCompressed) return { integrity: { state: 'unknown', cause: { kind: 'no-prober' } } };
  const fragments = await readFragments(reader, pieces, movie.tracks);
  const tracks = indexTracks(view, movie, fragments);
  const seconds = Math.max(0, ...tracks.filter(isFilm).map(secondsOf));
  return {
    integrity: await judge(reader, {
      top,
      movie,
      tracks,
      seconds,
      samplesEnd: samplesEnd(tracks, fragments.end),
    }),
    ...(seconds > 0 && { duration: seconds }),
    edited: movie.tracks.some((track) => track.edited),
    tracks: tracks.map(describeTrack),
  };
}

const indexTooLarge: Integrity = {
  state: 'unknown',
  cause: { kind: 'too-large', what: 'unpacked', limit: INDEX_LIMIT },
};

interface Film {
  readonly top: TopLevel;
  readonly movie: Movie;
  readonly tracks: readonly IndexedTrack[];
  readonly seconds: number;
  /** Where the last sample of the index ends. */
  readonly samplesEnd: number;
}

function samplesEnd(tracks: readonly IndexedTrack[], fragmentsEnd: number): number {
  return Math.max(
    fragmentsEnd,
    ...tracks.map(({ track, table }) => (track.selfContained ? (table?.end ?? 0) : 0)),
  );
}

async function judge(reader: ByteReader, film: Film): Promise<Integrity> {
  const { top, movie, tracks } = film;
  if (tracks.some((each) => isFilm(each) && !each.track.selfContained)) return REFERS_ELSEWHERE;
  const declaredEnd = Math.max(film.samplesEnd, declaredEndOf(top));
  if (declaredEnd > reader.bytes) return cutOff(declaredEnd, reader.bytes);
  const holes = await findHoles(reader, tracks);
  if (holes) return holes;
  const inFragments = movie.hasFragments || top.boxes.some((box) => box.type === 'moof');
  // Bytes that are no box: padding is harmless; anything else may be the beginning of a box that is missing.
  if (top.stray && (inFragments || !top.stray.isPadding)) return ENDS_EARLY;
  if (!tracks.some(isFilm)) return NOTHING_INSIDE;
  if (!inFragments)
    return tracks.some((each) => isFilm(each) && samplesOf(each) > 0) ? WHOLE : NOTHING_INSIDE;
  const declared = movie.declaredSeconds === undefined ? {} : { declaredSeconds: movie.declaredSeconds };
  return judgeFragmentEnd(reader, { boxes: top.boxes, seconds: film.seconds, ...declared });
}

function declaredEndOf({ boxes }: TopLevel): number {
  return boxes.at(-1)?.end ?? 0;
}

/** Looks into samples of the picture; of the sound where there is no picture. */
async function findHoles(
  reader: ByteReader,
  tracks: readonly IndexedTrack[],
): Promise<Integrity | undefined> {
  const film = tracks.filter(isFilm);
  const chosen = film.find(({ track }) => track.handler === 'vide') ?? film[0];
  if (!chosen) return undefined;
  const spots = spotsToCheck(chosen);
  const broken = await countHollow(reader, spots, chosen.track.entry);
  return broken > 0 ? hollow(spots.length, broken) : undefined;
}

/** Cut off before the index, or never given one; a still picture of the same family needs none. */
function withoutIndex(top: TopLevel, bytes: number): Integrity {
  const declaredEnd = declaredEndOf(top);
  if (declaredEnd > bytes) return cutOff(declaredEnd, bytes);
  const isPicture =
    top.boxes.some((box) => box.type === 'meta') && !top.boxes.some((box) => box.type === 'moof');
  return isPicture ? NOTHING_INSIDE : NO_INDEX;
}

async function readBrand(reader: ByteReader, { boxes }: TopLevel): Promise<string | undefined> {
  const box = boxes.find(({ type }) => type === 'ftyp');
  const view = box && (await reader.at(box.body, 4));
  return view?.length === 4 ? view.text(0, 4) : undefined;
}
