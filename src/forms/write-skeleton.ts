import { replaceText } from './edit-runs.ts';
import type { Gap } from './found-slot.ts';
import type { Outcome } from './write-outcome.ts';
import type { Element } from './word-xml.ts';

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)$/;
const LENGTH = /^(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟|分|min|m))?\s*(?:(\d+)\s*(?:秒|s))?$/;

/** Puts the numbers of a day or a duration before their units; what was written, or why nothing was. */
export function writeSkeleton(paragraph: Element, gaps: readonly Gap[], value: string): Outcome {
  const numbers = numbersOf(value);
  if (!numbers) return { skipped: 'shape' };
  const rest = [...numbers.keys()].filter(
    (unit) => !gaps.some((gap) => gap.unit === unit) && numbers.get(unit) !== 0,
  );
  const missing = gaps.some((gap) => !numbers.has(gap.unit));
  if (missing || rest.length > 0) return { skipped: 'shape' };
  if (gaps.some((gap) => gap.digits?.length === 4 && Number(gap.digits) !== numbers.get(gap.unit)))
    return { skipped: 'contradicts' };
  for (const gap of [...gaps].reverse()) {
    replaceText(paragraph, { from: gap.from, to: gap.to, text: String(numbers.get(gap.unit)) });
  }
  return { text: gaps.map((gap) => `${numbers.get(gap.unit) ?? ''}${gap.unit}`).join('') };
}

function numbersOf(value: string): ReadonlyMap<string, number> | undefined {
  const day = DAY.exec(value);
  if (day) {
    const [, year, month, date] = day;
    return new Map([
      ['年', Number(year)],
      ['月', Number(month)],
      ...(date === undefined ? [] : [['日', Number(date)] as const]),
    ]);
  }
  const length = LENGTH.exec(value);
  if (!length || value === '') return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = length;
  return new Map([
    ['时', Number(hours)],
    ['分', Number(minutes)],
    ['秒', Number(seconds)],
  ]);
}

/** A day as a form shows it where nothing is printed: 2020年7月15日. */
export function spelledDay(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match ? `${match[1] ?? ''}年${Number(match[2])}月${Number(match[3])}日` : value;
}
