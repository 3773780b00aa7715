import { judgeRanges, type PartCase, type Rule } from './rule.ts';

/** Frames per second. NTSC rates (29.97) count as the round number notices write (30). */
export const videoFps: Rule<PartCase> = (input) => {
  const { video } = input.part.facts;
  const rate = video?.frameRate;
  const shown = rate === undefined ? undefined : nominal(rate);
  return judgeRanges(input, 'video.fps', input.media.frameRate, shown, (range) => ({
    range,
    ...(rate !== undefined && { actual: rate }),
    ...(video?.constantFrameRate !== undefined && { constant: video.constantFrameRate }),
  }));
};

function nominal(rate: number): number {
  const whole = Math.round(rate);
  return Math.abs((whole * 1000) / 1001 - rate) < 0.01 ? whole : rate;
}
