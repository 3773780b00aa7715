import path from 'node:path';
import { demuxerOf } from '../probe/video/demuxers.ts';
import type { System } from '../system/system.ts';
import type { CloserLook } from './look-closer.ts';

/** As for any one look at a file. */
const SECONDS = 60;

/**
 * How loud the sound is, where the notice asks more than was heard so far: of a level, all of the sound; of sound
 * files, some places.
 */
export function soundLook({ media }: System): CloserLook {
  return {
    isAsked: ({ video, audio }, { clipping, peak }) => {
      if (video) return peak !== undefined && video.sound.tracks > 0 && video.sound.level?.whole !== true;
      if (!audio) return false;
      return (peak !== undefined && audio.level?.whole !== true) || (clipping !== undefined && !audio.level);
    },
    look: async (file, facts, { peak }, { root, limits }) => {
      const { format, video, audio } = facts;
      const demuxer = demuxerOf(format);
      if (demuxer === undefined) return undefined;
      const input = { path: path.join(root, ...file.path.split('/')), demuxer };
      const times = { duration: (video ?? audio)?.duration, seconds: limits?.media ?? SECONDS };
      const { listen, listenThroughout } = await import('../probe/video/listen.ts');
      const { level } = await (peak ? listenThroughout : listen)(media, input, times);
      if (!level) return undefined;
      return {
        ...facts,
        ...(video && { video: { ...video, sound: { ...video.sound, level } } }),
        ...(audio && { audio: { ...audio, level } }),
      };
    },
  };
}
