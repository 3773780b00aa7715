import path from 'node:path';
import pLimit from 'p-limit';
import type { ArrangedItem } from '../materials/arrange-materials.ts';
import type { Facts } from '../model/facts.ts';
import type { FoundFile } from '../model/materials.ts';
import type { Notice } from '../model/notice.ts';
import { mediaRulesOf } from '../model/part-rules.ts';
import { demuxerOf } from '../probe/video/demuxers.ts';
import { FileError, type System } from '../system/system.ts';
import type { ExamineOptions } from './examine-files.ts';

/** As for any one look at a file. */
const SECONDS = 60;

export interface SubtitleSearch extends ExamineOptions {
  readonly notice: Notice;
  readonly files: readonly FoundFile[];
  readonly items: readonly ArrangedItem[];
  readonly facts: ReadonlyMap<string, Facts>;
}

/**
 * Facts with what the picture shows, for the films of which the notice asks about subtitles and whose file has none of
 * its own. Looking into the picture takes seconds a film: nobody else waits for it.
 */
export async function lookForSubtitles(
  search: SubtitleSearch,
  system: System,
): Promise<ReadonlyMap<string, Facts>> {
  const films = search.files.filter((file) => isInQuestion(file, search));
  if (films.length === 0) return search.facts;
  const facts = new Map(search.facts);
  // Each look keeps two cores busy.
  const limit = pLimit(Math.max(1, Math.floor(search.jobs / 2)));
  let done = 0;
  try {
    await limit.map(films, async (file) => {
      system.interrupted.throwIfAborted();
      search.onProgress?.({ done: done++, total: films.length, path: file.path });
      const known = facts.get(file.path);
      const found = known && (await look(file, known, search, system));
      system.interrupted.throwIfAborted();
      if (!found) return;
      facts.set(file.path, found);
      search.cache.keep(file, search.deep || found.video?.decoded === true, found);
    });
  } finally {
    await saveIfPossible(search);
  }
  return facts;
}

function isInQuestion({ path: name }: FoundFile, { items, facts, notice }: SubtitleSearch): boolean {
  const video = facts.get(name)?.video;
  if (!video || video.burnedSubtitles) return false;
  if (video.subtitleTracks.some(({ events }) => events !== 0)) return false;
  const item = items.find(({ parts }) => parts.some((part) => part.path === name));
  const part = item?.parts.find(({ path }) => path === name);
  if (!item || !part) return false;
  const category = notice.categories.find(({ id }) => id === item.category);
  return mediaRulesOf(part, category, notice).subtitles !== undefined;
}

async function look(
  file: FoundFile,
  facts: Facts,
  { root, limits }: SubtitleSearch,
  { media }: System,
): Promise<Facts | undefined> {
  const { video, format } = facts;
  const demuxer = demuxerOf(format);
  if (!video || demuxer === undefined) return undefined;
  const { judgeBurnedSubtitles } = await import('../probe/picture/judge-burned-subtitles.ts');
  const film = {
    path: path.join(root, ...file.path.split('/')),
    demuxer,
    seconds: video.duration,
    width: video.shown.width,
    height: video.shown.height,
  };
  const seconds = limits?.media ?? SECONDS;
  const burnedSubtitles = await judgeBurnedSubtitles(film, media, { seconds });
  return { ...facts, video: { ...video, burnedSubtitles } };
}

/** A project folder that takes no files: the next run looks again, which is slower and just as right. */
async function saveIfPossible({ cache }: SubtitleSearch): Promise<void> {
  try {
    await cache.save();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}
