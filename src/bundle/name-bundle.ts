import type { Naming, Route } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import { variablesIn } from '../model/variables-in.ts';
import { fitTitle, MOST_NAME_BYTES } from './fit-name.ts';
import { fillPattern, titleOf, type Values } from './name-values.ts';
import { tooLong } from './name-items.ts';
import { nameKey, safeStem, safeText } from './safe-text.ts';
import type { Numbered } from './sequence.ts';
import { manyMark, sharedValues } from './shared-values.ts';

/** What is put behind a bundle's name on the disk, an older version of its record being the longest. */
const LONGEST_TAIL = '.v9999.bundle.json';
export const BUNDLE_TAILS = ['', '.zip', '.bundle.json'] as const;

/** The notice's pattern filled in; for several works “甲等3件” stands for the title. */
export function nameBundle(items: readonly Numbered[], naming: Naming, common: Values, mark: string): string {
  const values = { ...common, ...sharedValues(items, variablesIn(naming.pattern)) };
  const [first] = items;
  const many = manyMark(items);
  const nameWith = (title: string) =>
    safeStem(fillPattern(naming.pattern, { ...values, title: title + many }) + mark);
  const limit = MOST_NAME_BYTES - LONGEST_TAIL.length;
  const title = fitTitle(first ? safeText(titleOf(first.item)) : '', limit, (shown) => [nameWith(shown)]);
  if (title === undefined) throw tooLong([nameWith('…') + LONGEST_TAIL]);
  const name = nameWith(title);
  if (name === '') throw noName();
  return name;
}

/** Several routes of one category would bear one name: all but the first mail, whose attachment bears it, say which way they go. */
export function routeMark(route: Route | undefined): string {
  return route ? `（${safeText(route.name ?? route.id)}）` : '';
}

/** Names on the disk, by their key, for finding clashes. */
export function keysOfBundle(name: string): readonly string[] {
  return BUNDLE_TAILS.map((tail) => nameKey(name + tail));
}

function noName(): UsageError {
  return new UsageError({
    zh: '按通知的命名规则得不出名称：单位名称里没有可用的字，请用 --org 写明单位',
    en: 'the naming pattern yields no name: give the unit with --org',
  });
}
