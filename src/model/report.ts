import type { Check, Result } from './check.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Materials } from './materials.ts';
import type { Notice } from './notice.ts';
import type { Verdict } from './verdict.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Everything a run found, in data. Terminal, JSON and exit code all come from this one value. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly strict: boolean;
  readonly notice: Notice;
  readonly org?: string;
  /** What kind of unit it is, where the config says. */
  readonly unit?: string;
  readonly date: CalendarDate;
  /** As the user named it. */
  readonly folder: string;
  readonly materials: Materials;
  /** In the rule book's order, part by part. */
  readonly checks: readonly Check[];
  readonly counts: Readonly<Record<Result, number>>;
}
