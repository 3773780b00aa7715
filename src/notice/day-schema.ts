import * as z from 'zod';
import { parseCalendarDate, type CalendarDate } from '../model/calendar-date.ts';
import { quoted, say } from './say.ts';
import { reading } from './shape.ts';

/** A day as a notice writes it; without a year it lies in the notice's own. */
export interface WrittenDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

const FORMS = [
  /^(?:(?<year>\d{4})-)?(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
];

/** `07-15`, `2020-07-15`, `7月15日`. */
export const day = reading({ kind: 'figure', patterns: FORMS }, (input, context): WrittenDay => {
  const groups = FORMS.map((form) => form.exec(String(input).trim())?.groups).find(
    (found) => found !== undefined,
  );
  if (groups) {
    const { year, month, day: ofMonth } = groups;
    return { ...(year !== undefined && { year: Number(year) }), month: Number(month), day: Number(ofMonth) };
  }
  const message = say(
    `应写日期，如 07-15 或 2020-07-15（写的是“${quoted(input)}”）`,
    `expected a date, e.g. 07-15 or 2020-07-15 (found “${quoted(input)}”)`,
  );
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** `12:00`, as a clock in Beijing shows it. */
export const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/, say('应写时刻，如 "12:00"', 'expected a time, e.g. "12:00"'));

/** `on: 05-10, at: "12:00"`: the day by which something is done. */
export interface WrittenDue {
  readonly on?: WrittenDay;
  readonly at?: string;
}

export function checkDue({ on, at }: WrittenDue, context: z.RefinementCtx): void {
  if (at === undefined || on !== undefined) return;
  const message = say('at（时刻）要与 on（哪天）同写', 'at (a time) goes with on (a day)');
  context.addIssue({ code: 'custom', path: ['at'], message });
}

/** Undefined where there is no such day. */
export function dayInYear(written: WrittenDay, year: number): CalendarDate | undefined {
  return parseCalendarDate(showDay({ ...written, year: written.year ?? year }));
}

export function showDay({ year, month, day: ofMonth }: WrittenDay): string {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${year === undefined ? '' : `${pad(year, 4)}-`}${pad(month, 2)}-${pad(ofMonth, 2)}`;
}
