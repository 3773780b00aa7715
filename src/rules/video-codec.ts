import { judge, type PartCase, type Rule } from './rule.ts';

/** The picture's codec by ffmpeg's name: h264, hevc … */
export const videoCodec: Rule<PartCase> = (input) => {
  const { codecs } = input.media;
  if (!codecs) return [];
  const { video } = input.part.facts;
  return [
    judge(input, 'video.codec', codecs, {
      fact: video?.codec,
      holds: (codec) => codecs.value.includes(codec),
      args: {
        allowed: codecs.value,
        ...(video && { actual: video.codec }),
        ...(video?.profile !== undefined && { profile: video.profile }),
      },
    }),
  ];
};
