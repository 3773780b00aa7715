import path from 'node:path';
import type { MediaRules } from '../model/media-rules.ts';
import { isDecisive } from '../model/verdict.ts';
import { demuxerOf } from '../probe/video/demuxers.ts';
import type { System } from '../system/system.ts';
import type { CloserLook } from './look-closer.ts';

/** Only who has heard all of it can say that nothing was louder, and nothing cut off. */
function needsAll({ peak, clipping }: MediaRules, strict: boolean): boolean {
  return peak !== undefined || (clipping !== undefined && isDecisive(clipping.level, strict));
}

/** As for any one look at a file. */
const SECONDS = 60;

/**
 * How loud the sound is, where the notice asks more than was heard so far: of what decides, all of the sound; of
 * advice on sound files, some places.
 */
export function soundLook({ media }: System): CloserLook {
  return {
    isAsked: ({ video, audio }, asked, { strict }) => {
      const sound = video ? video.sound : audio && { tracks: 1, ...audio };
      if (!sound || sound.tracks === 0) return false;
      if (needsAll(asked, strict)) return sound.level?.whole !== true;
      return audio !== undefined && asked.clipping !== undefined && !sound.level;
    },
    look: async (file, facts, asked, { root, limits, strict }) => {
      const { format, video, audio } = facts;
      const demuxer = demuxerOf(format);
      if (demuxer === undefined) return undefined;
      const input = { path: path.join(root, ...file.path.split('/')), demuxer };
      const times = { duration: (video ?? audio)?.duration, seconds: limits?.media ?? SECONDS };
      const { listen, listenThroughout } = await import('../probe/video/listen.ts');
      const { level } = await (needsAll(asked, strict) ? listenThroughout : listen)(media, input, times);
      if (!level) return undefined;
      return {
        ...facts,
        ...(video && { video: { ...video, sound: { ...video.sound, level } } }),
        ...(audio && { audio: { ...audio, level } }),
      };
    },
  };
}
