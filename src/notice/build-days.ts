import { shiftYears, type CalendarDate } from '../model/calendar-date.ts';
import type { Deadline, WorkDates } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import { dayInYear, showDay, type WrittenDay } from './day-schema.ts';
import type { LayerSource } from './layer.ts';
import type { StatedDeadline } from './notice-schema.ts';
import { clauseOf, type Defaults } from './weigh.ts';

/** The year a notice was written for, and how many years it is moved. */
export interface Years {
  readonly own: number;
  readonly shift: number;
}

type Path = readonly (string | number)[];

/** Due dates as days of the year in force. They warn and block nothing unless the notice says otherwise. */
export function buildDeadline(
  stated: StatedDeadline,
  years: Years,
  defaults: Defaults,
  source: LayerSource,
  path: Path,
): Deadline {
  const on = dateOf(stated.on, years, source, [...path, 'on']);
  const from = stated.from && dateOf(stated.from, years, source, [...path, 'from']);
  if (from !== undefined && from > on) {
    const words = {
      zh: `开始日 ${from} 晚于截止日 ${on}`,
      en: `it opens on ${from}, after it closes on ${on}`,
    };
    throw new UsageError(words, source.placeOf([...path, 'from']));
  }
  return {
    on,
    ...(stated.at !== undefined && { at: stated.at }),
    ...(from !== undefined && { from }),
    ...(stated.label !== undefined && { label: stated.label }),
    rolling: stated.rolling ?? false,
    level: stated.level ?? 'should',
    clause: clauseOf(stated.clause, defaults),
  };
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
