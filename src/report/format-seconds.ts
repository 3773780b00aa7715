import type { Range } from '../model/notice.ts';
import type { Language } from '../model/report.ts';

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
  const bounds = [range.min, range.max].filter((bound) => bound !== undefined);
  const looksEqual = bounds.some((bound) => seconds !== bound && Math.round(seconds) === Math.round(bound));
  return formatSeconds(seconds, language, looksEqual ? 3 : 0);
}

/** `15–20 分钟`; otherwise the general form of a range. */
export function minutesRange(range: Range, language: Language): string | undefined {
  const { min, max } = range;
  if (min === undefined || max === undefined || min % 60 !== 0 || max % 60 !== 0) return undefined;
  return `${min / 60}–${max / 60}${UNITS[language].wholeMinutes}`;
}

/** How far outside a range, and on which side. */
export function overshoot(
  range: Range,
  actual: number | undefined,
): { side: 'over' | 'under'; by: number } | undefined {
  if (actual === undefined) return undefined;
  if (range.max !== undefined && actual > range.max) return { side: 'over', by: actual - range.max };
  if (range.min !== undefined && actual < range.min) return { side: 'under', by: range.min - actual };
  return undefined;
}
