import { boundsOf, type Bounds, type Range } from '../model/range.ts';
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
    return min !== undefined && max !== undefined && min !== max
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

function spellBounds({ min, max }: Bounds, language: Language, format: Format): string {
  const zh = language === 'zh';
  if (min !== undefined && max !== undefined) {
    return min === max ? format(min) : `${format(min)}${zh ? '至' : ' to '}${format(max)}`;
  }
  if (max !== undefined) return `${zh ? '不超过' : 'at most'} ${format(max)}`;
  if (min !== undefined && min > 0) return `${zh ? '不少于' : 'at least'} ${format(min)}`;
  return zh ? '不限' : 'any';
}
