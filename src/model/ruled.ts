import type { Range } from './range.ts';

/** must: 须、不超过 · should: 建议、一般、左右 · may: 提倡. */
export const LEVELS = ['must', 'should', 'may'] as const;
export type Level = (typeof LEVELS)[number];

/** Where a rule is written: the id of the notice that says it, and its own section (提示一, 三 …). */
export interface Clause {
  readonly notice: string;
  readonly section?: string;
}

/** One stated rule with its weight and its source. `consequence` is what the notice threatens, if anything. */
export interface Ruled<T> {
  readonly value: T;
  readonly level: Level;
  readonly clause: Clause;
  readonly consequence?: string;
}

/** Several ranges may hold at once: a soft one and a hard cap. */
export type RuledRanges = readonly Ruled<Range>[];
