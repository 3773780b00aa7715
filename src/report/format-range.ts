import type { Range } from '../model/notice.ts';
import type { Language } from '../model/report.ts';

/** `不超过 20`, `at least 2`, `1–2`; `format` adds the unit. */
export function formatRange(range: Range, language: Language, format: (value: number) => string): string {
  const { min, max } = range;
  const zh = language === 'zh';
  if (min !== undefined && max !== undefined) {
    return min === max ? format(min) : `${format(min)}${zh ? '至' : ' to '}${format(max)}`;
  }
  if (max !== undefined) return `${zh ? '不超过' : 'at most'} ${format(max)}`;
  if (min !== undefined) return `${zh ? '不少于' : 'at least'} ${format(min)}`;
  return zh ? '不限' : 'any';
}

/** Whole numbers with a counting word, for English a regular noun in the singular: `1–2 件`, `at least 2 photos`. */
export function formatCount(range: Range, language: Language, unit: string): string {
  const { min, max } = range;
  const counted = (value: number) => `${value} ${unit}${language === 'zh' || value === 1 ? '' : 's'}`;
  if (min !== undefined && max !== undefined && min !== max) return `${min}–${counted(max)}`;
  return formatRange(range, language, counted);
}
