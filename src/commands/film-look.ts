import path from 'node:path';
import type { Ruled } from '../model/ruled.ts';
import { isDecisive } from '../model/verdict.ts';
import { demuxerOf } from '../probe/video/demuxers.ts';
import type { System } from '../system/system.ts';
import type { CloserLook } from './look-closer.ts';

/** As for any one look at a file. */
const SECONDS = 60;

/** What the picture shows: subtitles in it, bars around it, black and frozen stretches. Takes seconds a film. */
export function filmLook({ media }: System): CloserLook {
  return {
    isAsked: ({ video }, asked, { deep, strict }) => {
      if (!video || video.picture) return false;
      // Advice that decides nothing is not worth seconds a film: it is given where the picture is looked at anyway.
      const isDue = (rule: Pick<Ruled<unknown>, 'level'>) => deep || isDecisive(rule.level, strict);
      if ([asked.bars, asked.still].some((rule) => rule && isDue(rule))) return true;
      // Subtitles of its own settle the question.
      return asked.subtitles !== undefined && video.subtitleTracks.every(({ events }) => events === 0);
    },
    // Each look keeps two cores busy.
    atOnce: (jobs) => Math.floor(jobs / 2),
    look: async (file, facts, _, { root, limits }) => {
      const { video, format } = facts;
      const demuxer = demuxerOf(format);
      if (!video || demuxer === undefined) return undefined;
      const { judgePicture } = await import('../probe/picture/judge-picture.ts');
      const film = {
        path: path.join(root, ...file.path.split('/')),
        demuxer,
        seconds: video.duration,
        width: video.shown.width,
        height: video.shown.height,
      };
      const seen = await judgePicture(film, media, { seconds: limits?.media ?? SECONDS });
      return { ...facts, video: { ...video, ...seen } };
    },
  };
}
