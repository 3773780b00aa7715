import type { Block } from './dense-blocks.ts';
import type { WatchedStretch, WritingChange } from './watch-writing.ts';

export type Band = Pick<Block, 'top' | 'bottom'>;

/** What speaks for subtitles and what against, counted. */
export interface WeighedWriting {
  /** The steadiest place where lines come and go; absent where none does. */
  readonly band?: Band;
  /** Times a centred line came or went in the band while all else went on. */
  readonly events: number;
  /** Times one line followed another within two seconds, as speech goes on. */
  readonly successions: number;
  /** Different widths among these lines: the same line coming back is no speech. */
  readonly widths: number;
  /** Times writing came or went alone somewhere else. */
  readonly rivals: number;
  /** Successions where half as much speaks for subtitles: enough to doubt that there are none. */
  readonly faint: number;
  /** Different lines that stood by themselves at one place, come or gone with a cut or out of sight. */
  readonly stood: number;
}

/** Writing in a line or two: wider than tall, densely filled, tall enough to be read. `aspect` of the picture. */
export function isLine({ top, bottom, left, right, fill, density }: Block, aspect: number): boolean {
  const height = bottom - top;
  const width = (right - left) * aspect;
  return fill > 0.5 && density > 0.25 && width > 1.5 * height && height > 0.022 && height < 0.22;
}

export function isCentred({ left, right }: Block): boolean {
  return Math.abs((left + right) / 2 - 0.5) < 0.03;
}

/** Half of a line may be lost in front of a bright ground. */
function isNearlyCentred({ left, right }: Block): boolean {
  return Math.abs((left + right) / 2 - 0.5) < 0.12;
}

/** One line or two of them: either the foot or the head stays where it is. */
export function isInBand(block: Band, band: Band): boolean {
  return Math.abs(block.bottom - band.bottom) < 0.025 || Math.abs(block.top - band.top) < 0.02;
}

/** Of what came or went at a moment, a line that is nearly all of it came or went by itself. */
const ALONE = 0.6;
const HALF_ALONE = 0.35;
/** Above this share of changed picture, the scene changed together with the line: a slide, a cut. */
const CUT = 0.4;
/** Subtitles stand in the lower half. */
const LOWER = 0.5;
/** Seconds from the end of one line to the beginning of the next. */
const PAUSE = 1.8;

export function weighWriting(stretches: readonly WatchedStretch[], aspect: number): WeighedWriting {
  const lines = stretches.map(({ changes }) => changes.filter((change) => isLine(change, aspect)));
  const alone = lines.flat().filter(({ share, elsewhere }) => share > ALONE && elsewhere < CUT);
  const low = alone.filter((change) => change.bottom > LOWER && isCentred(change));
  const band = steadiestBand(low);
  const doubts = { faint: faintSuccessions(lines), stood: differentLinesThatStood(stretches, aspect) };
  if (!band) return { events: 0, successions: 0, widths: 0, rivals: alone.length, ...doubts };
  const members = low.filter((change) => isInBand(change, band));
  const belongs = (change: WritingChange) =>
    isCentred(change) && isInBand(change, band) && change.share > HALF_ALONE;
  return {
    band: { top: band.top, bottom: band.bottom },
    events: members.length,
    successions: lines.reduce((sum, changes) => sum + successionsIn(changes.filter(belongs)), 0),
    widths: differentWidths(members),
    rivals: alone.length - members.length,
    ...doubts,
  };
}

function differentLinesThatStood(stretches: readonly WatchedStretch[], aspect: number): number {
  const lines = stretches.flatMap(({ pictures }) =>
    pictures.flatMap(({ standing }) => {
      const total = standing.reduce((sum, { pixels }) => sum + pixels, 0);
      return standing.filter(
        (block) =>
          block.bottom > LOWER && block.pixels > total * ALONE && isCentred(block) && isLine(block, aspect),
      );
    }),
  );
  const band = steadiestBand(lines);
  return band ? differentWidths(lines.filter((line) => isInBand(line, band))) : 0;
}

/** To a fiftieth of the picture's width; what lies between two of these is counted once. */
function differentWidths(blocks: readonly Block[]): number {
  return new Set(blocks.map(({ left, right }) => Math.round((right - left) * 50))).size;
}

function faintSuccessions(lines: readonly (readonly WritingChange[])[]): number {
  const low = lines.map((changes) =>
    changes.filter((change) => change.bottom > LOWER && isNearlyCentred(change)),
  );
  const band = steadiestBand(low.flat());
  if (!band) return 0;
  return low.reduce(
    (sum, changes) => sum + successionsIn(changes.filter((change) => isInBand(change, band))),
    0,
  );
}

function successionsIn(changes: readonly WritingChange[]): number {
  const came = changes.filter(({ kind }) => kind === 'came');
  return changes.filter(
    ({ kind, at }) => kind === 'went' && came.some((next) => next.at >= at && next.at - at < PAUSE),
  ).length;
}

function steadiestBand(changes: readonly Band[]): Band | undefined {
  let best: Band | undefined;
  let most = 0;
  for (const seed of changes) {
    const count = changes.filter((change) => isInBand(change, seed)).length;
    if (count > most) [most, best] = [count, seed];
  }
  return best;
}
