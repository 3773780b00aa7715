import pLimit from 'p-limit';
import type { ArrangedItem } from '../materials/arrange-materials.ts';
import type { Facts } from '../model/facts.ts';
import type { FoundFile } from '../model/materials.ts';
import type { MediaRules } from '../model/media-rules.ts';
import type { Notice } from '../model/notice.ts';
import { mediaRulesOf } from '../model/part-rules.ts';
import type { System } from '../system/system.ts';
import type { ExamineOptions } from './examine-files.ts';
import { saveFacts } from './save-facts.ts';

export interface CloserSearch extends ExamineOptions {
  readonly files: readonly FoundFile[];
  readonly facts: ReadonlyMap<string, Facts>;
  /** By path: what the notice asks of each file. */
  readonly asked: ReadonlyMap<string, MediaRules>;
}

/** A look that costs time, taken only at files of which the notice asks what nothing else tells. */
export interface CloserLook {
  readonly isAsked: (known: Facts, asked: MediaRules, search: CloserSearch) => boolean;
  /** Files looked at side by side, of so many that usually are. */
  readonly atOnce?: (jobs: number) => number;
  /** Undefined where there is nothing to see. */
  readonly look: (
    file: FoundFile,
    known: Facts,
    asked: MediaRules,
    search: CloserSearch,
  ) => Promise<Facts | undefined>;
}

/** The facts with what the look has added. What was seen is kept even when the user interrupts. */
export async function lookCloser(
  search: CloserSearch,
  { isAsked, atOnce = (jobs) => jobs, look }: CloserLook,
  system: System,
): Promise<ReadonlyMap<string, Facts>> {
  const wanted = search.files.flatMap((file) => {
    const known = search.facts.get(file.path);
    const asked = search.asked.get(file.path);
    return known && asked && isAsked(known, asked, search) ? [{ file, known, asked }] : [];
  });
  if (wanted.length === 0) return search.facts;
  const facts = new Map(search.facts);
  let done = 0;
  try {
    await pLimit(Math.max(1, atOnce(search.jobs))).map(wanted, async ({ file, known, asked }) => {
      system.interrupted.throwIfAborted();
      search.onProgress?.({ done: done++, total: wanted.length, path: file.path });
      const found = await look(file, known, asked, search);
      system.interrupted.throwIfAborted();
      if (!found) return;
      facts.set(file.path, found);
      search.cache.keep(file, search.deep || found.video?.decoded === true, found);
    });
  } finally {
    await system.isolation.close();
    await saveFacts(search.cache);
  }
  return facts;
}

/** By path: what is asked of each file, by its category, role and name. */
export function askedByPath(items: readonly ArrangedItem[], notice: Notice): ReadonlyMap<string, MediaRules> {
  const asked = new Map<string, MediaRules>();
  for (const { category: id, parts } of items) {
    const category = notice.categories.find((candidate) => candidate.id === id);
    for (const part of parts) asked.set(part.path, mediaRulesOf(part, category, notice));
  }
  return asked;
}
