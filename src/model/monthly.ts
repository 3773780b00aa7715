import type { CalendarDate } from './calendar-date.ts';
import type { Deadline } from './notice.ts';

/** Of a due date that comes again each month only the next one, or the last where all have passed; all others. */
export function dueNow<D extends Deadline>(deadlines: readonly D[], date: CalendarDate): readonly D[] {
  return deadlines.filter((deadline) => {
    const { monthly } = deadline;
    if (!monthly) return true;
    const series = deadlines.filter((other) => other.monthly?.day === monthly.day);
    return deadline === (series.find(({ on }) => on >= date) ?? series.at(-1));
  });
}
