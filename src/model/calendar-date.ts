/** A day without time or zone, as `YYYY-MM-DD`. The branded string sorts as the days do. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const DAY_MS = 86_400_000;

/** Undefined where the text is not a day that exists (2020-02-30). */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? brand(text) : undefined;
}

/** The day it is where the clock hangs. */
export function localCalendarDate(now: Date): CalendarDate {
  const pad = (n: number) => String(n).padStart(2, '0');
  return brand(
    `${String(now.getFullYear()).padStart(4, '0')}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
  );
}

/** Whole days from `from` to `to`; negative when `to` is past. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The same day in a year `years` on; 29 February becomes the 28th where there is none. */
export function shiftYears(date: CalendarDate, years: number): CalendarDate {
  const shifted = String(Number(date.slice(0, 4)) + years).padStart(4, '0') + date.slice(4);
  return parseCalendarDate(shifted) ?? brand(shifted.replace(/-29$/, '-28'));
}

/** This day of each month from `first` to `last`, both inclusive; in a shorter month its last day. At most 1000. */
export function daysOfMonths(day: number, first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const days: CalendarDate[] = [];
  for (let index = 0; index < 1000; index++) {
    const end = new Date(Date.UTC(year, month + index, 0));
    end.setUTCDate(Math.min(day, end.getUTCDate()));
    const date = brand(end.toISOString().slice(0, 10));
    if (date > last) break;
    if (date >= first) days.push(date);
  }
  return days;
}

/** `yyyy`, `MM` and `dd` are replaced, the rest is kept. */
export function formatCalendarDate(date: CalendarDate, pattern: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return pattern.replace(/yyyy/g, year).replace(/MM/g, month).replace(/dd/g, day);
}

function brand(text: string): CalendarDate {
  return text as CalendarDate;
}
