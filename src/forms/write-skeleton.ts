import { replaceText } from './edit-runs.ts';
import type { Gap } from './found-slot.ts';
import type { Outcome } from './write-outcome.ts';
import type { Element } from './word-xml.ts';

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)$/;
const LENGTH = /^(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟|分|min|m))?\s*(?:(\d+)\s*(?:秒|s))?$/;

type Numbers = ReadonlyMap<string, number>;

/** Puts the numbers of a day, a duration or the two days of a period before their units; or says why nothing was written. */
export function writeSkeleton(paragraph: Element, gaps: readonly Gap[], value: string): Outcome {
  const ends = endsOf(gaps);
  const values = ends.length === 1 ? [value] : value.split(BETWEEN);
  if (values.length !== ends.length) return { skipped: 'shape' };
  const numbers: Numbers[] = [];
  for (const [index, end] of ends.entries()) {
    const fitting = numbersFor(end, values[index] ?? '');
    if (typeof fitting === 'string') return { skipped: fitting };
    numbers.push(fitting);
  }
  const written = ends.flatMap((end, index) =>
    end.map((gap) => ({ ...gap, text: String(numbers[index]?.get(gap.unit) ?? '') })),
  );
  // From the last, so that positions before it stay true.
  for (const { from, to, text } of [...written].reverse()) replaceText(paragraph, { from, to, text });
  const second =
    ends.length > 1 ? written.findIndex((gap, index) => index > 0 && gap.unit === written[0]?.unit) : 0;
  return {
    text: written
      .map(({ text, unit }, index) => `${index === second && index > 0 ? '至' : ''}${text}${unit}`)
      .join(''),
  };
}

const BETWEEN = /\s*(?:至|到|~|～|—+|－)\s*/;

/** A unit that comes again begins the other end of a period. */
function endsOf(gaps: readonly Gap[]): readonly (readonly Gap[])[] {
  const again = gaps.findIndex((gap, index) => index > 0 && gap.unit === gaps[0]?.unit);
  return again < 0 ? [gaps] : [gaps.slice(0, again), gaps.slice(again)];
}

function numbersFor(gaps: readonly Gap[], value: string): Numbers | 'shape' | 'contradicts' {
  const numbers = numbersOf(value);
  if (!numbers) return 'shape';
  const rest = [...numbers.keys()].filter(
    (unit) => !gaps.some((gap) => gap.unit === unit) && numbers.get(unit) !== 0,
  );
  const missing = gaps.some((gap) => !numbers.has(gap.unit));
  if (missing || rest.length > 0) return 'shape';
  const contradicted = gaps.some(
    (gap) => gap.digits?.length === 4 && Number(gap.digits) !== numbers.get(gap.unit),
  );
  return contradicted ? 'contradicts' : numbers;
}

function numbersOf(value: string): Numbers | undefined {
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
