import path from 'node:path';
import pLimit from 'p-limit';
import type { ArrangedItem } from '../materials/arrange-materials.ts';
import type { Facts } from '../model/facts.ts';
import type { FoundFile } from '../model/materials.ts';
import type { MediaRules, Notice } from '../model/notice.ts';
import { mediaRulesOf } from '../model/part-rules.ts';
import { demuxerOf } from '../probe/video/demuxers.ts';
import type { System } from '../system/system.ts';
import type { ExamineOptions } from './examine-files.ts';
import { saveFacts } from './save-facts.ts';

/** As for any one look at a file. */
const SECONDS = 60;

export interface SoundSearch extends ExamineOptions {
  readonly notice: Notice;
  readonly files: readonly FoundFile[];
  readonly items: readonly ArrangedItem[];
  readonly facts: ReadonlyMap<string, Facts>;
}

/**
 * Facts with how loud the sound is, where the notice asks more than was heard so far: of a level, all of the sound; of
 * sound files, some places.
 */
export async function listenClosely(
  search: SoundSearch,
  system: System,
): Promise<ReadonlyMap<string, Facts>> {
  const asked = search.files.flatMap((file) => {
    const known = search.facts.get(file.path);
    const rules = rulesFor(file, search);
    return known && rules && isInQuestion(known, rules) ? [{ file, known, rules }] : [];
  });
  if (asked.length === 0) return search.facts;
  const facts = new Map(search.facts);
  try {
    await pLimit(search.jobs).map(asked, async ({ file, known, rules }) => {
      system.interrupted.throwIfAborted();
      const found = await hear(file, known, rules, search, system);
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

function rulesFor({ path: name }: FoundFile, { items, notice }: SoundSearch): MediaRules | undefined {
  const item = items.find(({ parts }) => parts.some((part) => part.path === name));
  const part = item?.parts.find(({ path }) => path === name);
  if (!item || !part) return undefined;
  const category = notice.categories.find(({ id }) => id === item.category);
  return mediaRulesOf(part, category, notice);
}

function isInQuestion({ video, audio }: Facts, { clipping, peak }: MediaRules): boolean {
  if (video) return peak !== undefined && video.sound.tracks > 0 && video.sound.level?.whole !== true;
  if (!audio) return false;
  return (peak !== undefined && audio.level?.whole !== true) || (clipping !== undefined && !audio.level);
}

async function hear(
  file: FoundFile,
  facts: Facts,
  { peak }: MediaRules,
  { root, limits }: SoundSearch,
  { media }: System,
): Promise<Facts | undefined> {
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
}
