import { findBlocks, type Block } from './dense-blocks.ts';
import { standingStrokes, strokesOf, type GreyPicture, type Strokes } from './stroke-map.ts';

/** Writing that came or went between two pictures of a stretch. */
export interface WritingChange extends Block {
  readonly kind: 'came' | 'went';
  /** Seconds of the film, of the picture with which it had come or gone. */
  readonly at: number;
  /** Share of all writing that came or went at this moment that is this block. */
  readonly share: number;
  /** Share of the picture above and below the block that changed its brightness at this moment. */
  readonly elsewhere: number;
}

/** A picture with the writing in it that stands unmoved until the next. */
export interface WatchedPicture {
  /** Seconds of the film. */
  readonly at: number;
  readonly standing: readonly Block[];
}

/** What a stretch of film shows of writing. */
export interface WatchedStretch {
  readonly pictures: readonly WatchedPicture[];
  readonly changes: readonly WritingChange[];
}

export interface TimedPicture extends GreyPicture {
  readonly at: number;
}

interface Step {
  readonly picture: TimedPicture;
  readonly strokes: Strokes;
  /** Places of the strokes that stood from the picture before to this one. */
  readonly stood?: readonly number[];
}

/** Follows writing through a stretch of film: what stands, what comes, what goes. Keeps three pictures in mind. */
export function watchWriting(pictures: readonly TimedPicture[]): WatchedStretch {
  const watched: WatchedPicture[] = [];
  const changes: WritingChange[] = [];
  let before: Step | undefined;
  let last: Step | undefined;
  for (const picture of pictures) {
    const isSame = last?.picture.pixels === picture.pixels;
    const strokes = last && isSame ? last.strokes : strokesOf(picture);
    const stood = last && standingStrokes(last, { picture, strokes });
    const step: Step = { picture, strokes, ...(stood && { stood }) };
    if (last && stood) {
      const { width, height, at } = last.picture;
      watched.push({ at, standing: findBlocks(stood, width, height) });
      // It stands from `last` to now, and was not there before.
      if (before)
        changes.push(
          ...describe('came', changed(stood, strokes, before.strokes), [last.picture, before.picture]),
        );
    }
    // It stood until `last`, and is there no more.
    if (last?.stood)
      changes.push(...describe('went', changed(last.stood, last.strokes, strokes), [picture, last.picture]));
    [before, last] = [last, step];
  }
  return { pictures: watched, changes };
}

/** Strokes that stood for two pictures, but not in the one before or after these. */
function changed(stood: readonly number[], own: Strokes, other: Strokes): readonly number[] {
  return own === other ? [] : stood.filter((at) => own.kinds[at] !== other.kinds[at]);
}

/** Of a moment's changes, blocks that make up less than this are neither a line nor what it has to stand out from. */
const NEGLIGIBLE = 0.3;

function describe(
  kind: WritingChange['kind'],
  places: readonly number[],
  pictures: readonly [TimedPicture, TimedPicture],
): readonly WritingChange[] {
  const [{ width, height, at }] = pictures;
  const blocks = findBlocks(places, width, height);
  const total = blocks.reduce((sum, { pixels }) => sum + pixels, 0);
  return blocks
    .filter(({ pixels }) => pixels > total * NEGLIGIBLE)
    .map((block) => ({
      ...block,
      kind,
      at,
      share: block.pixels / total,
      elsewhere: changedOutside(pictures, block),
    }));
}

/** Grey levels; noise and compression stay below. */
const MOVED = 24;
/** Every third pixel each way is enough for a share. */
const STEP = 3;

function changedOutside([one, other]: readonly [GreyPicture, GreyPicture], { top, bottom }: Block): number {
  const { width, height } = one;
  const from = top * height - 4;
  const to = bottom * height + 4;
  let moved = 0;
  let seen = 0;
  for (let y = 0; y < height; y += STEP) {
    if (y >= from && y <= to) continue;
    for (let at = y * width; at < (y + 1) * width; at += STEP) {
      seen++;
      if (Math.abs((one.pixels[at] ?? 0) - (other.pixels[at] ?? 0)) > MOVED) moved++;
    }
  }
  return seen === 0 ? 1 : moved / seen;
}
