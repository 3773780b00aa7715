import type { CheckArgs, Code, Result } from '../model/check.ts';

/** The next action; `command` is ready to be copied and run in the file's own folder. */
export interface Advice {
  readonly text: string;
  readonly command?: string;
}

/** For `explain <code>`: what is asked, why offices ask it, and the concrete ways to mend it. */
export interface Explanation {
  readonly asks: string;
  readonly why: string;
  readonly mend: readonly string[];
}

/**
 * The words of one check. `message` says what is the matter without the figures, which stand in `required` and
 * `actual`: so equal faults of many files read alike and can be told once.
 */
export interface Wording<C extends Code> {
  /** Two to five Chinese characters; one to three English words. */
  readonly title: string;
  /** Where a check is of another thing than its code usually is. */
  titled?(args: CheckArgs[C]): string | undefined;
  required(args: CheckArgs[C]): string | undefined;
  actual(args: CheckArgs[C], result: Result): string | undefined;
  message(result: Result, args: CheckArgs[C]): string;
  /** What a person should know although it passed. */
  remark?(args: CheckArgs[C]): string | undefined;
  /** `path`: of the file, where it is one file's advice. */
  advice(result: Result, args: CheckArgs[C], path?: string): Advice | undefined;
  readonly explain: Explanation;
}

/** A code without words does not compile. */
export type Catalogue = { readonly [C in Code]: Wording<C> };

/** One group of the catalogue, kept in a file of its own. */
export type WordingsOf<C extends Code> = { readonly [K in C]: Wording<K> };

/** Advice is given where something is to be done. */
export function whenNotPassed(result: Result, advice: () => Advice | undefined): Advice | undefined {
  return result === 'fail' || result === 'unknown' ? advice() : undefined;
}
