import path from 'node:path';
import pLimit from 'p-limit';
import type { PartEvidence } from '../model/evidence.ts';
import type { Facts } from '../model/facts.ts';
import type { FoundFile } from '../model/materials.ts';
import type { FactCache } from './fact-cache.ts';
import type { System } from '../system/system.ts';
import type { DrawnAlready } from './drawn-already.ts';
import { examineFile, type TimeLimits } from './examine-file.ts';
import { saveFacts } from './save-facts.ts';

export interface ExamineOptions {
  readonly root: string;
  readonly deep: boolean;
  /** What is only recommended decides too, and so has to be looked at. */
  readonly strict: boolean;
  /** Files looked at side by side. */
  readonly jobs: number;
  readonly cache: FactCache;
  readonly limits?: Partial<TimeLimits>;
  /** Keeps pictures that fall off, where a report is to show them. */
  readonly drawn?: DrawnAlready;
  readonly onProgress?: (progress: ExamineProgress) => void;
}

export interface ExamineProgress {
  readonly done: number;
  readonly total: number;
  /** The file whose turn it is. */
  readonly path: string;
}

/** Facts of every file, by its path. What was learned is kept even when the user interrupts. */
export async function examineFiles(
  files: readonly FoundFile[],
  options: ExamineOptions,
  system: System,
): Promise<ReadonlyMap<string, Facts>> {
  const facts = new Map<string, Facts>();
  const unknown = files.filter((file) => {
    const known = options.cache.find(file, options.deep);
    if (known) facts.set(file.path, known);
    return known === undefined;
  });
  try {
    await examineEach(unknown, { ...options, total: files.length }, facts, system);
  } finally {
    await system.isolation.close();
    await saveFacts(options.cache);
  }
  return facts;
}

async function examineEach(
  files: readonly FoundFile[],
  { root, deep, jobs, cache, limits, drawn, total, onProgress }: ExamineOptions & { readonly total: number },
  facts: Map<string, Facts>,
  system: System,
): Promise<void> {
  await pLimit(jobs).map(files, async (file) => {
    system.interrupted.throwIfAborted();
    onProgress?.({ done: facts.size, total, path: file.path });
    const absolute = path.join(root, ...file.path.split('/'));
    const see =
      drawn &&
      ((evidence: PartEvidence) => {
        drawn.keep(file.path, evidence);
      });
    const examination = { path: absolute, deep, ...(limits && { limits }), ...(see && { see }) };
    const found = await examineFile(examination, system);
    system.interrupted.throwIfAborted();
    facts.set(file.path, found);
    cache.keep(file, deep, found);
  });
}
