import { judge, type PartCase, type Rule } from './rule.ts';
import { within } from './within.ts';

/** Frames per second. NTSC rates (29.97) count as the round number notices write (30). */
export const videoFps: Rule<PartCase> = (input) => {
  const { frameRate } = input.media;
  if (!frameRate) return [];
  const { video } = input.part.facts;
  return [
    judge(input, 'video.fps', frameRate, {
      fact: video?.frameRate,
      holds: (rate) => within(frameRate.value, nominal(rate)),
      args: {
        range: frameRate.value,
        ...(video?.frameRate !== undefined && { actual: video.frameRate }),
        ...(video?.constantFrameRate !== undefined && { constant: video.constantFrameRate }),
      },
    }),
  ];
};

function nominal(rate: number): number {
  const whole = Math.round(rate);
  return Math.abs((whole * 1000) / 1001 - rate) < 0.01 ? whole : rate;
}
