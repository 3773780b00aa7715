import path from 'node:path';
import pLimit from 'p-limit';
import type { ArrangedItem } from '../materials/arrange-materials.ts';
import type { Facts } from '../model/facts.ts';
import type { FoundFile } from '../model/materials.ts';
import type { Notice } from '../model/notice.ts';
import { mediaRulesOf } from '../model/part-rules.ts';
import type { System } from '../system/system.ts';
import type { ExamineOptions } from './examine-files.ts';
import { saveFacts } from './save-facts.ts';

const LIMITS = { seconds: 60, megabytes: 1024 };

export interface SealSearch extends ExamineOptions {
  readonly notice: Notice;
  readonly files: readonly FoundFile[];
  readonly items: readonly ArrangedItem[];
  readonly facts: ReadonlyMap<string, Facts>;
}

/** Facts with what the pages show, for the scans on which the notice wants a seal: drawing pages takes its time. */
export async function lookForSeals(search: SealSearch, system: System): Promise<ReadonlyMap<string, Facts>> {
  const scans = search.files.filter((file) => isInQuestion(file, search));
  if (scans.length === 0) return search.facts;
  const facts = new Map(search.facts);
  let done = 0;
  try {
    await pLimit(search.jobs).map(scans, async (file) => {
      system.interrupted.throwIfAborted();
      search.onProgress?.({ done: done++, total: scans.length, path: file.path });
      const known = facts.get(file.path);
      if (!known) return;
      const found = { ...known, pages: await look(file, known, search, system) };
      system.interrupted.throwIfAborted();
      facts.set(file.path, found);
      search.cache.keep(file, search.deep, found);
    });
  } finally {
    await system.isolation.close();
    await saveFacts(search.cache);
  }
  return facts;
}

function isInQuestion({ path: name }: FoundFile, { items, facts, notice }: SealSearch): boolean {
  const known = facts.get(name);
  if (!known || known.pages || (!known.pdf && !known.photo) || known.pdf?.lock === 'password') return false;
  const item = items.find(({ parts }) => parts.some((part) => part.path === name));
  const part = item?.parts.find(({ path }) => path === name);
  if (!item || !part) return false;
  const category = notice.categories.find(({ id }) => id === item.category);
  return mediaRulesOf(part, category, notice).seal !== undefined;
}

async function look(file: FoundFile, { format }: Facts, { root }: SealSearch, { isolation }: System) {
  const absolute = path.join(root, ...file.path.split('/'));
  const outcome = await isolation.run('pages', { path: absolute, format }, LIMITS);
  return outcome.kind === 'done' ? outcome.result.facts : { pages: 0, looked: [], cause: outcome.cause };
}
