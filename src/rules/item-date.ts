import { findCalendarDate } from '../model/find-calendar-date.ts';
import type { WorkDates } from '../model/notice.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import { finding, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/** The day on which the work was made, published or held, as 作品信息.yaml says: no file shows it. */
export const itemDate: Rule<ItemCase> = ({ category, item, notice }) => {
  const rule = category?.workDates;
  if (!rule) return [];
  const said = [item.info?.fields.date ?? []].flat()[0];
  const actual = said === undefined ? undefined : findCalendarDate(said, notice.year);
  const result = actual === undefined ? 'unknown' : isWithin(rule.value, actual) ? 'pass' : 'fail';
  const subject = { ...subjectOfItem(item), ...(item.info && { path: item.info.path }) };
  return [
    finding('item.date', rule, subject, result, {
      ...rule.value,
      ...(said !== undefined && { said }),
      ...(actual !== undefined && { actual }),
    }),
  ];
};

function isWithin({ from, to }: WorkDates, day: CalendarDate): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}
