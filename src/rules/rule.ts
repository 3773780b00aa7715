import type { Check, CheckArgs, CheckOf, Code, Result, Subject } from '../model/check.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Item, Materials, Part } from '../model/materials.ts';
import type { MediaRules } from '../model/media-rules.ts';
import type { Category, Notice } from '../model/notice.ts';
import type { Clause, Level, RuledRanges } from '../model/ruled.ts';
import { within, type Range } from '../model/range.ts';

/** What every rule may look at. */
export interface Case {
  readonly notice: Notice;
  readonly materials: Materials;
  /** The 报送日期. */
  readonly date: CalendarDate;
  readonly org?: string;
  /** Name of the contact person, where the config says. */
  readonly contact?: string;
  /** What kind of unit it is, where the config says. */
  readonly unit?: string;
  /** `--strict`: what the notice recommends counts as what it demands. */
  readonly strict?: boolean;
  /** `--complete`: every category that asks for something must be there. */
  readonly complete: boolean;
  /** Made by this very run: names by the notice's pattern, and these forms. What is made is not missed. */
  readonly making?: { readonly forms: readonly string[] };
}

export interface ItemCase extends Case {
  readonly item: Item;
  /** Undefined where it could not be told. */
  readonly category?: Category;
}

export interface PartCase extends ItemCase {
  readonly part: Part;
  /** What is asked of files in this part's role. */
  readonly media: MediaRules;
}

export interface CategoryCase extends Case {
  readonly category: Category;
  readonly items: readonly Item[];
}

/** Pure: reads facts and the notice, touches nothing, yields findings and never text. */
export type Rule<C extends Case> = (input: C) => readonly Check[];

/** Weight and source of a finding: a `Ruled` value of the notice, or the house's own. */
export interface Source {
  readonly level: Level;
  readonly clause?: Clause;
  readonly consequence?: string;
}

/** What holds whatever the notice says: a file must open, be known for what it is, and hold something. */
export const HOUSE_MUST: Source = { level: 'must' };

export function finding<C extends Code>(
  code: C,
  source: Source,
  subject: Subject,
  result: Result,
  args: CheckArgs[C],
  because?: Code,
): CheckOf<C> {
  return {
    code,
    level: source.level,
    result,
    subject,
    ...(source.clause && { clause: source.clause }),
    ...(source.consequence !== undefined && { consequence: source.consequence }),
    ...(because && { because }),
    args,
  };
}

export function subjectOfPart({ part, item }: PartCase): Subject {
  return { path: part.path, ...subjectOfItem(item) };
}

export function subjectOfItem(item: Item): Subject {
  return { item: item.path, ...(item.category !== undefined && { category: item.category }) };
}

/**
 * A finding about one fact of a part: pass or fail by `holds`. A fact that was not learned is unknown, and told
 * together with the finding that says why.
 */
export function judge<C extends Code, T>(
  input: PartCase,
  code: C,
  source: Source,
  { fact, holds, args }: { fact: T | undefined; holds: (fact: T) => boolean; args: CheckArgs[C] },
): CheckOf<C> {
  const subject = subjectOfPart(input);
  if (fact !== undefined) return finding(code, source, subject, holds(fact) ? 'pass' : 'fail', args);
  return finding(code, source, subject, 'unknown', args, reasonUnlearned(input));
}

/** Each range by itself: a soft one and a hard cap may stand in the same notice. */
export function judgeRanges<C extends Code>(
  input: PartCase,
  code: C,
  ranges: RuledRanges | undefined,
  actual: number | undefined,
  argsOf: (range: Range) => CheckArgs[C],
): readonly CheckOf<C>[] {
  return (ranges ?? []).map((range) =>
    judge(input, code, range, {
      fact: actual,
      holds: (value) => within(range.value, value),
      args: argsOf(range.value),
    }),
  );
}

export function reasonUnlearned({ part }: PartCase): Code | undefined {
  return part.facts.integrity.state === 'whole' ? undefined : 'file.readable';
}
