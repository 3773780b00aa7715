import { boundsOf, isAbove, isBelow, within, type Bounds, type Range } from '../model/range.ts';
import type { Language } from '../model/report.ts';
import { formatRange, spell } from './format-range.ts';

const UNITS = {
  zh: { hour: '小时', minute: '分', wholeMinutes: ' 分钟', second: '秒', gap: '' },
  en: { hour: ' h', minute: ' min', wholeMinutes: ' min', second: ' s', gap: ' ' },
} as const;

/** `16分20秒`, `15 分钟`, `1小时5分`; fractions of a second only where `decimals` asks for them. */
export function formatSeconds(seconds: number, language: Language, decimals = 0): string {
  const unit = UNITS[language];
  const scale = 10 ** decimals;
  const total = Math.round(seconds * scale) / scale;
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = Number((total % 60).toFixed(decimals));
  if (hours === 0 && minutes > 0 && rest === 0) return `${minutes}${unit.wholeMinutes}`;
  const parts = [
    hours > 0 ? `${hours}${unit.hour}` : '',
    minutes > 0 ? `${minutes}${unit.minute}` : '',
    rest > 0 || total < 60 ? `${rest}${unit.second}` : '',
  ];
  return parts.filter((part) => part !== '').join(unit.gap);
}

/** A duration beside what was asked: with thousandths where whole seconds would look like the limit itself. */
export function secondsBeside(seconds: number, range: Range, language: Language): string {
  const bounds = boundsOf(range).flatMap(({ min, max }) => [min, max].filter((bound) => bound !== undefined));
  const looksEqual = bounds.some((bound) => seconds !== bound && Math.round(seconds) === Math.round(bound));
  return formatSeconds(seconds, language, looksEqual ? 3 : 0);
}

/** `15–20 分钟`, `不超过 30 分钟`. */
export function formatDurations(range: Range, language: Language): string {
  const format = (seconds: number) => formatSeconds(seconds, language);
  return spell(range, language, format, (bounds) => {
    const { min, max } = bounds;
    const inMinutes =
      !bounds.excludes && min !== undefined && max !== undefined && min % 60 === 0 && max % 60 === 0;
    return inMinutes && min !== max
      ? `${min / 60}–${max / 60}${UNITS[language].wholeMinutes}`
      : formatRange(bounds, language, format);
  });
}

/** How far outside a range in whole units, and on which side: of the nearest bounds, where there are several. */
export function overshoot(range: Range, actual: number | undefined): Overshoot | undefined {
  if (actual === undefined || within(range, actual)) return undefined;
  const misses = boundsOf(range).flatMap((bounds) => beyond(bounds, actual) ?? []);
  return misses.sort((one, other) => one.by - other.by)[0];
}
interface Overshoot {
  readonly side: 'over' | 'under';
  readonly by: number;
}

function beyond(bounds: Bounds, actual: number): Overshoot | undefined {
  const { min = -Infinity, max = Infinity } = bounds;
  // Where the end itself is beyond, one more step is needed.
  if (isAbove(bounds, actual)) return { side: 'over', by: Math.max(1, Math.ceil(actual - max)) };
  return isBelow(bounds, actual) ? { side: 'under', by: Math.max(1, Math.ceil(min - actual)) } : undefined;
}
