import { judge, type PartCase, type Rule } from './rule.ts';

/** H.264 in 4:4:4 or 10 bit still calls itself h264, and most players show nothing of it. */
export const videoPixelFormat: Rule<PartCase> = (input) => {
  const { pixelFormats } = input.media;
  if (!pixelFormats) return [];
  const { video } = input.part.facts;
  return [
    judge(input, 'video.pixel-format', pixelFormats, {
      fact: video?.pixelFormat,
      holds: (format) => pixelFormats.value.includes(format),
      args: {
        allowed: pixelFormats.value,
        ...(video?.pixelFormat !== undefined && { actual: video.pixelFormat }),
        ...(video?.profile !== undefined && { profile: video.profile }),
      },
    }),
  ];
};
