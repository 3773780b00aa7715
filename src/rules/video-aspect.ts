import { hasRatio } from './has-ratio.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** The shape of the picture as shown, “16:9”; half a percent covers sizes that do not divide evenly (1366×768). */
export const videoAspect: Rule<PartCase> = (input) => {
  const { aspect } = input.media;
  if (!aspect || input.part.role !== 'video') return [];
  const { shown, picture } = input.part.facts.video ?? {};
  const inner =
    picture?.frame.state === 'bars' && picture.frame.share >= 0.5 ? picture.frame.place : undefined;
  return [
    judge(input, 'video.aspect', aspect, {
      fact: shown,
      holds: (size) => aspect.value.some((ratio) => hasRatio(ratio, size, 0.005)),
      args: {
        allowed: aspect.value,
        ...(shown && { actual: shown }),
        ...(inner && { picture: { width: inner.width, height: inner.height } }),
      },
    }),
  ];
};
