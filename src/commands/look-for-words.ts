import path from 'node:path';
import pLimit from 'p-limit';
import type { Item, Part } from '../model/materials.ts';
import type { Notice } from '../model/notice.ts';
import { mediaRulesOf } from '../model/part-rules.ts';
import type { SoughtFacts } from '../model/sought.ts';
import type { Persons } from '../rules/persons.ts';
import { wordsToSeek } from '../rules/words-to-seek.ts';
import type { System } from '../system/system.ts';
import type { ExamineOptions } from './examine-files.ts';

const LIMITS = { seconds: 60, megabytes: 1024 };

export interface WordSearch extends ExamineOptions {
  readonly notice: Notice;
  readonly persons: Persons;
}

interface Search {
  readonly part: Part;
  readonly words: readonly string[];
}

/**
 * Items with what was found in their texts of the words that the notice asks about. Such words are names of persons
 * too: they are looked for anew each time, and never kept.
 */
export async function lookForWords(
  items: readonly Item[],
  options: WordSearch,
  system: System,
): Promise<readonly Item[]> {
  const searches = items.flatMap((item) => item.parts.flatMap((part) => searchOf(part, item, options)));
  if (searches.length === 0) return items;
  const found = new Map<Part, SoughtFacts>();
  let done = 0;
  try {
    await pLimit(options.jobs).map(searches, async ({ part, words }) => {
      system.interrupted.throwIfAborted();
      options.onProgress?.({ done: done++, total: searches.length, path: part.path });
      found.set(part, await look(part, words, options.root, system));
    });
  } finally {
    await system.isolation.close();
  }
  return items.map((item) => ({ ...item, parts: item.parts.map((part) => withSought(part, found)) }));
}

function searchOf(part: Part, item: Item, { notice, persons }: WordSearch): readonly Search[] {
  if (part.facts.integrity.state === 'broken') return [];
  const category = notice.categories.find(({ id }) => id === item.category);
  const words = wordsToSeek({ part, item, media: mediaRulesOf(part, category, notice), persons });
  return words.length === 0 ? [] : [{ part, words }];
}

async function look(
  part: Part,
  words: readonly string[],
  root: string,
  { isolation }: System,
): Promise<SoughtFacts> {
  const absolute = path.join(root, ...part.path.split('/'));
  const input = { path: absolute, format: part.facts.format, words };
  const outcome = await isolation.run('seek', input, LIMITS);
  return outcome.kind === 'done' ? outcome.result : { hits: [], cause: outcome.cause };
}

function withSought(part: Part, found: ReadonlyMap<Part, SoughtFacts>): Part {
  const sought = found.get(part);
  return sought ? { ...part, sought } : part;
}
