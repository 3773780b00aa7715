import type { PixelSize } from '../model/notice.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** The shape of the picture as shown, “16:9”; half a percent covers sizes that do not divide evenly (1366×768). */
export const videoAspect: Rule<PartCase> = (input) => {
  const { aspect } = input.media;
  if (!aspect) return [];
  const shown = input.part.facts.video?.shown;
  return [
    judge(input, 'video.aspect', aspect, {
      fact: shown,
      holds: (size) => aspect.value.some((ratio) => matches(ratio, size)),
      args: { allowed: aspect.value, ...(shown && { actual: shown }) },
    }),
  ];
};

function matches(ratio: string, { width, height }: PixelSize): boolean {
  const [across = Number.NaN, down = Number.NaN] = ratio.split(':').map(Number);
  return Math.abs(width / height / (across / down) - 1) <= 0.005;
}
