import type { CheckArgs, CheckOf } from '../model/check.ts';
import type { PixelSize } from '../model/media-rules.ts';
import type { Ruled } from '../model/ruled.ts';
import { hasRatio } from './has-ratio.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** The shape of the picture as shown, or of the slides, “16:9”; half a percent covers sizes that do not divide evenly (1366×768). */
export const videoAspect: Rule<PartCase> = (input) => {
  const { aspect } = input.media;
  const { role, facts } = input.part;
  if (!aspect) return [];
  if (role === 'slides') {
    const actual = facts.slides?.size;
    return [shapeOf(input, aspect, actual, { slides: true, ...(actual && { actual }) })];
  }
  if (role !== 'video') return [];
  const { shown, picture } = facts.video ?? {};
  const inner =
    picture?.frame.state === 'bars' && picture.frame.share >= 0.5 ? picture.frame.place : undefined;
  const within = inner && { picture: { width: inner.width, height: inner.height } };
  return [shapeOf(input, aspect, shown, { ...(shown && { actual: shown }), ...within })];
};

function shapeOf(
  input: PartCase,
  aspect: Ruled<readonly string[]>,
  fact: PixelSize | undefined,
  found: Omit<CheckArgs['video.aspect'], 'allowed'>,
): CheckOf<'video.aspect'> {
  return judge(input, 'video.aspect', aspect, {
    fact,
    holds: (size) => aspect.value.some((ratio) => hasRatio(ratio, size, 0.005)),
    args: { allowed: aspect.value, ...found },
  });
}
