import type { Gap } from './found-slot.ts';
import { readParagraph } from './paragraph-text.ts';
import type { Element } from './word-xml.ts';

/** Bounded: a line of spaces alone would be tried from each of them to its end. */
const ROOM = '[\\s\\u3000\\u00a0_＿xX×]{0,80}';
const DATE = new RegExp(`(\\d{4}|20\\d?_*|${ROOM})年(\\d{1,2}|${ROOM})月(?:(\\d{1,2}|${ROOM})日)?`, 'd');
const DURATION = new RegExp(`(?:(${ROOM})(小?时))?(${ROOM})(分)钟?(?:(${ROOM})(秒))`, 'd');
/** Before the first unit stand spaces that only push the skeleton to the right. */
const FIRST_ROOM = 4;

export interface Skeleton {
  readonly kind: 'date' | 'duration';
  readonly gaps: readonly Gap[];
  readonly from: number;
  readonly to: number;
}

/** The first 年 月 日 or 分 秒 with room to write between, from a position on. */
export function findSkeleton(text: string, start = 0): Skeleton | undefined {
  const date = within(DATE, text, start);
  if (date?.indices) return period(text, skeleton('date', start, date, DATE_UNITS));
  const duration = within(DURATION, text, start);
  return (
    duration &&
    skeleton('duration', start, duration, [
      [1, '时'],
      [3, '分'],
      [5, '秒'],
    ])
  );
}

const DATE_UNITS = [
  [1, '年'],
  [2, '月'],
  [3, '日'],
] as const;

/** 年 月 日 至 年 月 日: both ends at once. */
function period(text: string, first: Skeleton | undefined): Skeleton | undefined {
  const between = first && /^[\s\u3000]*(?:至|到|~|～|-+|—+|－)/.exec(text.slice(first.to));
  if (!between) return first;
  const start = first.to + between[0].length;
  const match = within(DATE, text, start);
  const second = match?.index === 0 ? skeleton('date', start, match, DATE_UNITS) : undefined;
  return second ? { ...first, gaps: [...first.gaps, ...second.gaps], to: second.to } : first;
}

function within(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  return pattern.exec(text.slice(start)) ?? undefined;
}

function skeleton(
  kind: Skeleton['kind'],
  start: number,
  match: RegExpExecArray,
  units: readonly (readonly [number, string])[],
): Skeleton | undefined {
  const gaps: Gap[] = [];
  for (const [group, unit] of units) {
    const place = match.indices?.[group];
    if (!place) continue;
    const to = start + place[1];
    const digits = /\d+/.exec(match[group] ?? '')?.[0];
    const from = Math.max(start + place[0], gaps.length === 0 ? to - FIRST_ROOM : 0);
    gaps.push({ unit, from, to, ...(digits !== undefined && { digits }) });
  }
  const complete = gaps.filter((gap) => gap.digits !== undefined).length;
  if (gaps.length < 2 || complete === gaps.length) return undefined;
  return { kind, gaps, from: start + match.index, to: start + match.index + match[0].length };
}

/** A paragraph with nothing but a skeleton. */
export function onlySkeleton(paragraph: Element): Skeleton | undefined {
  const { text } = readParagraph(paragraph);
  const found = findSkeleton(text);
  const rest = found ? text.slice(0, found.from) + text.slice(found.to) : text;
  return found && /^[\s\u3000\u00a0_]*$/.test(rest) ? found : undefined;
}
