import { daysOfMonths, shiftYears, type CalendarDate } from '../model/calendar-date.ts';
import type { AllYear, Deadline, Due, WorkDates } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { UsageError } from '../model/problems.ts';
import { dayInYear, showDay, type WrittenDay, type WrittenDue } from './day-schema.ts';
import type { LayerSource } from './layer.ts';
import type { StatedDeadline } from './deadline-schema.ts';
import { clauseOf, type Defaults } from './weigh.ts';

/** The year a notice was written for, and how many years it is moved. */
export interface Years {
  readonly own: number;
  readonly shift: number;
}

/** Five years: more is a slip of the pen. */
const MOST_MONTHS = 60;

type Path = readonly (string | number)[];

/** Due dates as days of the year in force. They warn and block nothing unless the notice says otherwise. */
export function buildDeadline(
  stated: StatedDeadline,
  years: Years,
  defaults: Defaults,
  source: LayerSource,
  path: Path,
): readonly Deadline[] {
  if (stated.monthly !== undefined) return buildMonthly(stated, years, defaults, source, path);
  if (stated.on === undefined) return [];
  const on = dateOf(stated.on, years, source, [...path, 'on']);
  const from = stated.from && dateOf(stated.from, years, source, [...path, 'from']);
  if (from !== undefined && from > on) {
    const words = {
      zh: `开始日 ${from} 晚于截止日 ${on}`,
      en: `it opens on ${from}, after it closes on ${on}`,
    };
    throw new UsageError(words, source.placeOf([...path, 'from']));
  }
  return [{ on, ...(from !== undefined && { from }), ...restOf(stated, defaults) }];
}

/** The day of a step by hand, where it has one. */
export function buildDue(
  { on, at }: WrittenDue,
  years: Years,
  source: LayerSource,
  path: Path,
): { readonly due?: Due } {
  if (on === undefined) return {};
  return { due: { on: dateOf(on, years, source, [...path, 'on']), ...(at !== undefined && { at }) } };
}

/** Where one of the stated due dates says that there is none; taken away with the due dates of farther notices. */
export function buildAllYear(
  stated: readonly StatedDeadline[] | null | undefined,
  years: Years,
  defaults: Defaults,
  source: LayerSource,
  path: Path,
): Ruled<AllYear> | null | undefined {
  if (!stated) return stated;
  const index = stated.findIndex(({ on, monthly }) => on === undefined && monthly === undefined);
  const found = stated[index];
  if (!found) return null;
  const { from, label, level = 'should', clause } = found;
  const first = from && dateOf(from, years, source, [...path, index, 'from']);
  return {
    value: { ...(first !== undefined && { from: first }), ...(label !== undefined && { label }) },
    level,
    clause: clauseOf(clause, defaults),
  };
}

function restOf(stated: StatedDeadline, defaults: Defaults): Omit<Deadline, 'on' | 'from'> {
  return {
    ...(stated.at !== undefined && { at: stated.at }),
    ...(stated.label !== undefined && { label: stated.label }),
    rolling: stated.rolling ?? false,
    level: stated.level ?? 'should',
    clause: clauseOf(stated.clause, defaults),
  };
}

/** The year of the notice, where it does not say from when and until when. */
function buildMonthly(
  stated: Extract<StatedDeadline, { readonly monthly: number }>,
  years: Years,
  defaults: Defaults,
  source: LayerSource,
  path: Path,
): readonly Deadline[] {
  const { monthly: day, from = { month: 1, day: 1 }, until = { month: 12, day: 31 } } = stated;
  const first = dateOf(from, years, source, [...path, 'from']);
  const last = dateOf(until, years, source, [...path, 'until']);
  const days = daysOfMonths(day, first, last);
  if (days.length === 0 || days.length > MOST_MONTHS) {
    const words = {
      zh: `${first} 到 ${last} 之间，每月 ${day} 日有 ${days.length} 次；应有 1 到 ${MOST_MONTHS} 次`,
      en: `between ${first} and ${last} day ${day} comes ${days.length} times; 1 to ${MOST_MONTHS} are taken`,
    };
    throw new UsageError(words, source.placeOf([...path, 'monthly']));
  }
  return days.map((on) => ({ on, monthly: { day, until: last }, ...restOf(stated, defaults) }));
}

/** Between which days a work was made. */
export function buildWorkDates(
  stated: { readonly from?: WrittenDay; readonly to?: WrittenDay },
  years: Years,
  source: LayerSource,
  path: Path,
): WorkDates {
  const from = stated.from && dateOf(stated.from, years, source, [...path, 'from']);
  const to = stated.to && dateOf(stated.to, years, source, [...path, 'to']);
  if (from !== undefined && to !== undefined && from > to) {
    const words = { zh: `起 ${from} 晚于止 ${to}`, en: `it begins on ${from}, after its end on ${to}` };
    throw new UsageError(words, source.placeOf([...path, 'to']));
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function dateOf(written: WrittenDay, years: Years, source: LayerSource, path: Path): CalendarDate {
  const date = dayInYear(written, years.own);
  if (date !== undefined) return shiftYears(date, years.shift);
  const shown = showDay({ ...written, year: written.year ?? years.own });
  throw new UsageError(
    { zh: `没有 ${shown} 这一天`, en: `there is no such day as ${shown}` },
    source.placeOf(path),
  );
}
