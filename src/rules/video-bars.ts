import type { Code, Result } from '../model/check.ts';
import type { PixelSize } from '../model/media-rules.ts';
import type { FrameSight, PictureFacts } from '../model/picture-facts.ts';
import { isDecisive } from '../model/verdict.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule, type Source } from './rule.ts';

/** Black bars around the picture. */
export const videoBars: Rule<PartCase> = (input) => {
  const { bars } = input.media;
  if (!bars) return [];
  const { video } = input.part.facts;
  const subject = subjectOfPart(input);
  if (!video?.picture) {
    const because = reasonUnlearned(input);
    return [finding('video.bars', bars, subject, unseen(input, bars, because), {}, because)];
  }
  const { frame, reason } = video.picture;
  const args = { frame, film: video.shown, ...(reason && { unseen: reason }) };
  const source = isMeant(frame, video.shown) ? softened(bars) : bars;
  return [finding('video.bars', source, subject, resultOf(video.picture), args)];
};

/** Advice that decides nothing is not looked for: then there is no answer, and none is claimed. */
export function unseen({ strict = false }: PartCase, { level }: Source, because: Code | undefined): Result {
  return isDecisive(level, strict) || because ? 'unknown' : 'skip';
}

function resultOf({ frame, reason }: PictureFacts): Result {
  if (frame.state === 'bars') return 'fail';
  return frame.state === 'full' && !reason ? 'pass' : 'unknown';
}

/** Of the film's places: less are clips of another shape shown in it. */
const MOST = 0.5;
/** Width to height of films made for the cinema. */
const [CINEMA_LEAST, CINEMA_MOST] = [1.84, 2.8];

/** A wide film is made so, and an older clip shown within a film has its own shape. */
function isMeant(frame: FrameSight, film: PixelSize): boolean {
  if (frame.state !== 'bars') return false;
  const shape = frame.place.width / frame.place.height;
  const isWide = frame.place.width > film.width * 0.97 && shape >= CINEMA_LEAST && shape <= CINEMA_MOST;
  return isWide || frame.share < MOST;
}

/** Advice becomes a remark; what a notice demands stays what it is. */
function softened(source: Source): Source {
  return source.level === 'should' ? { ...source, level: 'may' } : source;
}
