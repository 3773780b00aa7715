import { formatCalendarDate, type CalendarDate } from '../model/calendar-date.ts';
import type { Item } from '../model/materials.ts';
import type { Category, Naming } from '../model/notice.ts';
import { fieldOfVariable, isDetail, workDetail } from '../model/work-details.ts';
import { variablesIn } from '../model/variables-in.ts';
import { safeLiteral, safeText } from './safe-text.ts';
import type { Numbered } from './sequence.ts';

/** What a naming pattern's variables stand for. Undefined: the work does not say. */
export type Values = Readonly<Record<string, string | undefined>>;

export const DEFAULT_NAMING: Naming = { pattern: '{org}+{category}+{date}', date: 'yyyyMMdd' };

export function commonValues(org: string, category: Category, date: CalendarDate, naming: Naming): Values {
  return { org, category: category.name, date: formatCalendarDate(date, naming.date) };
}

/** Of one work: what `variables` ask for that is its own. */
export function itemValues({ item, seq }: Numbered, variables: readonly string[]): Values {
  const own = variables.filter(isDetail);
  return {
    ...Object.fromEntries(own.map((name) => [name, detailText(item, name)])),
    title: titleOf(item),
    seq,
  };
}

/** A title every work has. */
function detailText(item: Item, variable: string): string | undefined {
  return fieldOfVariable(variable) === 'title' ? titleOf(item) : infoText(item, variable);
}

/** A person's word before the folder's name. */
export function titleOf(item: Item): string {
  return infoText(item, 'title') ?? (safeText(item.title) === '' ? '无题' : item.title);
}

/** By a field's id, or by a label of 作品信息.yaml. */
export function infoText(item: Item, variable: string): string | undefined {
  const value = workDetail(item.info, variable);
  const text = typeof value === 'string' ? value : value?.join('、');
  return text === undefined || safeText(text) === '' ? undefined : text;
}

export function asksFor(pattern: string, variable: string): boolean {
  return variablesIn(pattern).includes(variable);
}

/** The pattern as a file name takes it. */
export function fillPattern(pattern: string, values: Values): string {
  return pattern
    .split(/(\{[^{}]*\})/)
    .map((piece) => (piece.startsWith('{') ? safeText(values[piece.slice(1, -1)] ?? '') : safeLiteral(piece)))
    .join('');
}

/** Neither words nor brackets: {title}（{author}） is not to go on as （正文. */
const JOINS = /^[^\p{L}\p{N}\p{Ps}\p{Pe}\p{Pi}\p{Pf}]+$/u;

/** What stands between the pattern's variables, where it is always the same: `+` unless the notice says otherwise. */
export function joinerOf(pattern: string): string {
  const between = pattern.split(/\{[^{}]*\}/).slice(1, -1);
  const [first = ''] = between;
  const isSame = first.trim() !== '' && between.every((literal) => literal === first);
  return isSame && JOINS.test(first) ? safeLiteral(first) : '+';
}
