import { boundsOf, type Bounds, type Range, type Side } from '../model/range.ts';
import type { Language } from '../model/report.ts';

type Format = (value: number) => string;

/** `不超过 20`, `at least 2`, `1–2`, `15 左右`, `1–2或5`; `format` adds the unit. */
export function formatRange(range: Range, language: Language, format: Format): string {
  return spell(range, language, format, (bounds) => spellBounds(bounds, language, format));
}

/** Whole numbers with a counting word, for English a regular noun in the singular: `1–2 件`, `at least 2 photos`. */
export function formatCount(range: Range, language: Language, unit: string): string {
  const counted = (value: number) => `${value} ${unit}${language === 'zh' || value === 1 ? '' : 's'}`;
  return spell(range, language, counted, (bounds) => {
    const { min, max } = bounds;
    return min !== undefined && max !== undefined && min !== max && !bounds.excludes
      ? `${min}–${counted(max)}`
      : spellBounds(bounds, language, counted);
  });
}

/** What kind of range it is, in words; `one` says a pair of bounds. */
export function spell(
  range: Range,
  language: Language,
  format: Format,
  one: (bounds: Bounds) => string,
): string {
  const zh = language === 'zh';
  if (range.about !== undefined) return zh ? `${format(range.about)}左右` : `about ${format(range.about)}`;
  return boundsOf(range)
    .map(one)
    .join(zh ? '，或 ' : ', or ');
}

function spellBounds(bounds: Bounds, language: Language, format: Format): string {
  const { min, max, excludes = [] } = bounds;
  const zh = language === 'zh';
  if (min !== undefined && max !== undefined && excludes.length === 0) {
    return min === max ? format(min) : `${format(min)}${zh ? '至' : ' to '}${format(max)}`;
  }
  const word = (side: Side) => SIDES[language][side][excludes.includes(side) ? 1 : 0];
  const isSaid = min !== undefined && (min > 0 || excludes.includes('min'));
  const said = [
    ...(isSaid ? [`${word('min')} ${format(min)}`] : []),
    ...(max === undefined ? [] : [`${word('max')} ${format(max)}`]),
  ];
  if (said.length === 0) return zh ? '不限' : 'any';
  return said.join(zh ? '、' : ' and ');
}

/** By language: within an end, and short of it. */
const SIDES = {
  zh: { min: ['不少于', '大于'], max: ['不超过', '小于'] },
  en: { min: ['at least', 'over'], max: ['at most', 'under'] },
} as const;
