import { parseCalendarDate, type CalendarDate } from './calendar-date.ts';

/** The one day that a text names: `2020-03-05`, `2020.3.5`, `2020年3月5日`, `3月5日` of that year. */
export function findCalendarDate(text: string, year: number): CalendarDate | undefined {
  const folded = text.normalize('NFKC').trim();
  const match =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(folded) ??
    /^()(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(folded);
  if (!match) return undefined;
  const [, written = '', month = '', day = ''] = match;
  const inYear = written === '' ? String(year) : written;
  return parseCalendarDate(`${inYear.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
