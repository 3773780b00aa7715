import path from 'node:path';
import pLimit from 'p-limit';
import type { ArrangedItem } from '../materials/arrange-materials.ts';
import type { Facts } from '../model/facts.ts';
import type { LayoutSight } from '../model/layout.ts';
import type { FoundFile } from '../model/materials.ts';
import type { Notice } from '../model/notice.ts';
import { FileError, type System } from '../system/system.ts';
import type { ExamineOptions } from './examine-files.ts';

const LIMITS = { seconds: 30, megabytes: 1024 };

export interface LayoutSearch extends ExamineOptions {
  readonly notice: Notice;
  readonly files: readonly FoundFile[];
  readonly items: readonly ArrangedItem[];
  readonly facts: ReadonlyMap<string, Facts>;
}

/** Facts with how a text is set, for the texts of which the notice asks a layout: other notices pay nothing for it. */
export async function lookForLayout(
  search: LayoutSearch,
  system: System,
): Promise<ReadonlyMap<string, Facts>> {
  const texts = textsInQuestion(search);
  const wanted = search.files.filter(({ path: name }) => texts.has(name));
  if (wanted.length === 0) return search.facts;
  const facts = new Map(search.facts);
  let done = 0;
  try {
    await pLimit(search.jobs).map(wanted, async (file) => {
      system.interrupted.throwIfAborted();
      search.onProgress?.({ done: done++, total: wanted.length, path: file.path });
      const known = facts.get(file.path);
      if (!known) return;
      const found = { ...known, layout: await look(file, known, search, system) };
      system.interrupted.throwIfAborted();
      facts.set(file.path, found);
      search.cache.keep(file, search.deep, found);
    });
  } finally {
    await system.isolation.close();
    await saveIfPossible(search);
  }
  return facts;
}

function textsInQuestion({ items, facts, notice }: LayoutSearch): ReadonlySet<string> {
  const texts = items.flatMap((item) => {
    const category = notice.categories.find(({ id }) => id === item.category);
    const media = category?.media ?? notice.media;
    return item.parts.filter(({ role, path: name }) => media[role]?.layout && !facts.get(name)?.layout);
  });
  return new Set(texts.map(({ path: name }) => name));
}

async function look(
  file: FoundFile,
  { format, integrity }: Facts,
  { root }: LayoutSearch,
  { isolation }: System,
): Promise<LayoutSight> {
  if (integrity.state === 'broken') return { state: 'unread', cause: integrity.cause };
  const absolute = path.join(root, ...file.path.split('/'));
  const outcome = await isolation.run('layout', { path: absolute, format }, LIMITS);
  return outcome.kind === 'done' ? outcome.result : { state: 'unread', cause: outcome.cause };
}

/** A project folder that takes no files: the next run looks again, which is slower and just as right. */
async function saveIfPossible({ cache }: LayoutSearch): Promise<void> {
  try {
    await cache.save();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}
