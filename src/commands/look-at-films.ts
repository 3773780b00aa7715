import path from 'node:path';
import pLimit from 'p-limit';
import type { ArrangedItem } from '../materials/arrange-materials.ts';
import type { Facts } from '../model/facts.ts';
import type { FoundFile } from '../model/materials.ts';
import type { Notice } from '../model/notice.ts';
import { mediaRulesOf } from '../model/part-rules.ts';
import { demuxerOf } from '../probe/video/demuxers.ts';
import type { System } from '../system/system.ts';
import type { ExamineOptions } from './examine-files.ts';
import { saveFacts } from './save-facts.ts';

/** As for any one look at a file. */
const SECONDS = 60;

export interface FilmSearch extends ExamineOptions {
  readonly notice: Notice;
  readonly files: readonly FoundFile[];
  readonly items: readonly ArrangedItem[];
  readonly facts: ReadonlyMap<string, Facts>;
}

/**
 * Facts with what the picture shows, for the films of which the notice asks something that only the picture tells.
 * Looking at it takes seconds a film: nobody else waits for it.
 */
export async function lookAtFilms(search: FilmSearch, system: System): Promise<ReadonlyMap<string, Facts>> {
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
    await saveFacts(search.cache);
  }
  return facts;
}

function isInQuestion({ path: name }: FoundFile, { items, facts, notice }: FilmSearch): boolean {
  const video = facts.get(name)?.video;
  if (!video || video.picture) return false;
  const item = items.find(({ parts }) => parts.some((part) => part.path === name));
  const part = item?.parts.find(({ path }) => path === name);
  if (!item || !part) return false;
  const category = notice.categories.find(({ id }) => id === item.category);
  const asked = mediaRulesOf(part, category, notice);
  if (asked.bars ?? asked.still) return true;
  // Subtitles of its own settle the question.
  return asked.subtitles !== undefined && video.subtitleTracks.every(({ events }) => events === 0);
}

async function look(
  file: FoundFile,
  facts: Facts,
  { root, limits }: FilmSearch,
  { media }: System,
): Promise<Facts | undefined> {
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
  const seconds = limits?.media ?? SECONDS;
  const seen = await judgePicture(film, media, { seconds });
  return { ...facts, video: { ...video, ...seen } };
}
