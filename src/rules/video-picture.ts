import type { Check, Result } from '../model/check.ts';
import type { PictureFacts, SeenSpan } from '../model/picture-facts.ts';
import { unseen } from './video-bars.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** Stretches without a picture, and stretches in which the picture has stopped. */
export const videoPicture: Rule<PartCase> = (input) => {
  const { black, frozen } = input.media.still?.value ?? {};
  return [
    ...(black === undefined ? [] : judgeStretches(input, 'black', black)),
    ...(frozen === undefined ? [] : judgeStretches(input, 'frozen', frozen)),
  ];
};

function judgeStretches(input: PartCase, what: 'black' | 'frozen', max: number): readonly Check[] {
  const { still } = input.media;
  if (!still) return [];
  const { video } = input.part.facts;
  const subject = subjectOfPart(input);
  if (!video?.picture) {
    const because = reasonUnlearned(input);
    return [finding('video.picture', still, subject, unseen(input, still, because), { what, max }, because)];
  }
  const { picture, duration } = video;
  const spans = picture[what];
  const { reason } = picture;
  const args = { what, max, spans, sampled: picture.spacing > 0, ...(reason && { unseen: reason }) };
  return [finding('video.picture', still, subject, resultOf(picture, spans, { max, duration }), args)];
}

/** Seconds of a place that must be so throughout before what lies beside it is doubted. */
const THROUGHOUT = 3;
/** Seconds from one picture looked at to the next, at both ends of a stretch, and some to spare. */
const STEPS = 1;

function resultOf(
  { samples, reason }: PictureFacts,
  spans: readonly SeenSpan[],
  { max, duration }: { readonly max: number; readonly duration: number | undefined },
): Result {
  if (spans.some(({ from, to }) => to - from > max)) return 'fail';
  // A film that is no longer than that cannot be black for longer.
  if (duration !== undefined && duration <= max) return 'pass';
  if (reason || samples === 0) return 'unknown';
  return spans.some(({ from, to, longest }) => longest > max + STEPS && to - from >= THROUGHOUT)
    ? 'unknown'
    : 'pass';
}
