import type { FilmPicture, PartEvidence } from '../model/evidence.ts';
import type { Span } from '../model/picture-facts.ts';
import type { VideoFacts } from '../model/facts.ts';
import { shrinkPicture } from '../probe/decode-image.ts';
import { demuxerOf } from '../probe/video/demuxers.ts';
import type { DrawnFrame, MediaInput, System } from '../system/system.ts';
import { UNDRAWABLE, toPicture, type DrawnPart } from './to-picture.ts';

const STRIP_PICTURES = 8;
const MOST_BANDS = 4;
const SECONDS = 20;
const STRIP_EDGE = 240;
const BAND_WIDTH = 480;
/** Above and below the writing, in shares of the picture's height. */
const BAND_MARGIN = 0.02;

/** Pictures over the length of a film, and the stripe in which its subtitles stand. */
export async function drawFilm({ part, path }: DrawnPart, system: System): Promise<PartEvidence> {
  const { video, format } = part.facts;
  const demuxer = demuxerOf(format);
  if (!video || demuxer === undefined) return UNDRAWABLE;
  const film: Film = { video, input: { path, demuxer }, system };
  const [strip, silent] = await Promise.all([drawStrip(film), silenceOf(film)]);
  if (strip === 'no-tool') return { kind: 'none', reason: 'no-tool' };
  if (strip.length === 0) return UNDRAWABLE;
  return { kind: 'film', strip, bands: await drawBands(film), ...(silent && { silent }) };
}

/** Undefined where not all of the sound could be heard. */
async function silenceOf({ video, input, system }: Film): Promise<readonly Span[] | undefined> {
  const { duration = 0, sound } = video;
  if (sound.tracks === 0) return undefined;
  const outcome = await system.media.findSilence(input, { seconds: SECONDS });
  if (outcome.kind === 'stopped') return undefined;
  return outcome.spans
    .map(({ from, to }) => ({ from, to: Math.min(to, duration) }))
    .filter(({ from, to }) => to > from);
}

interface Film {
  readonly video: VideoFacts;
  readonly input: MediaInput;
  readonly system: System;
}

async function drawStrip(film: Film): Promise<readonly FilmPicture[] | 'no-tool'> {
  const size = fitInto(film.video.shown, STRIP_EDGE);
  const strip: FilmPicture[] = [];
  for (const at of timesOver(film.video.duration)) {
    const drawn = await drawAt(film, at, size);
    if (drawn.kind === 'no-tool') return 'no-tool';
    if (drawn.kind === 'drawn') strip.push({ at, picture: toPicture({ jpeg: drawn.jpeg, ...size }) });
    // A film whose first picture cannot be had in time is not tried seven times more.
    else if (strip.length === 0) return [];
  }
  return strip;
}

/** In the middle of each of the equal pieces of a film. */
function timesOver(duration: number | undefined): readonly number[] {
  if (duration === undefined || duration <= 0) return [0];
  const count = Math.min(STRIP_PICTURES, Math.max(1, Math.floor(duration)));
  return Array.from({ length: count }, (_, n) => roundTime(((n + 0.5) * duration) / count));
}

async function drawBands(film: Film): Promise<readonly FilmPicture[]> {
  const found = film.video.burnedSubtitles;
  if (!found?.band) return [];
  const band = {
    top: Math.max(0, found.band.top - BAND_MARGIN),
    bottom: Math.min(1, found.band.bottom + BAND_MARGIN),
  };
  const { width, height } = film.video.shown;
  const size = { width: BAND_WIDTH, height: even((BAND_WIDTH * height) / width) };
  const bands: FilmPicture[] = [];
  for (const at of found.evidence.slice(0, MOST_BANDS)) {
    const drawn = await drawAt(film, roundTime(at), size);
    const cut =
      drawn.kind === 'drawn' && (await shrinkPicture(drawn.jpeg, { ...size, band, seconds: SECONDS }));
    if (cut) bands.push({ at, picture: toPicture(cut) });
  }
  return bands;
}

function drawAt(
  { input, system }: Film,
  at: number,
  size: { readonly width: number; readonly height: number },
): Promise<DrawnFrame> {
  system.interrupted.throwIfAborted();
  return system.media.drawFrame(input, { at, ...size }, { seconds: SECONDS });
}

function fitInto({ width, height }: { readonly width: number; readonly height: number }, edge: number) {
  const scale = edge / Math.max(width, height, 1);
  return { width: even(width * scale), height: even(height * scale) };
}

/** Chroma is stored for pairs of pixels. */
function even(length: number): number {
  return Math.max(2, Math.min(2000, Math.round(length / 2) * 2));
}

function roundTime(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
