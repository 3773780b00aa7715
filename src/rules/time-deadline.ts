import type { Check } from '../model/check.ts';
import { daysBetween, type CalendarDate } from '../model/calendar-date.ts';
import type { AllYear, Category, Deadline } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { finding, type CategoryCase, type Rule } from './rule.ts';

/**
 * The next due date of a category that has something to hand in; the last one where all have passed, unless it is taken
 * all the year: then there is nothing to be late for.
 */
export const timeDeadline: Rule<CategoryCase> = ({ category, items, date }) => {
  if (items.length === 0) return [];
  const next = nextOf(category.deadlines, date);
  if (!next && category.allYear) return [withoutEnd(category, category.allYear, date)];
  const deadline = next ?? category.deadlines.at(-1);
  if (!deadline) return [];
  const days = daysBetween(date, deadline.on);
  const opensIn = deadline.from === undefined ? 0 : daysBetween(date, deadline.from);
  return [
    finding('time.deadline', deadline, { category: category.id }, days >= 0 ? 'pass' : 'fail', {
      category: category.name,
      on: deadline.on,
      ...(deadline.at !== undefined && { at: deadline.at }),
      ...(deadline.label !== undefined && { label: deadline.label }),
      rolling: deadline.rolling,
      days,
      ...(opensIn > 0 && { opensIn }),
    }),
  ];
};

function withoutEnd({ id, name }: Category, allYear: Ruled<AllYear>, date: CalendarDate): Check {
  const { from, label } = allYear.value;
  const opensIn = from === undefined ? 0 : daysBetween(date, from);
  return finding('time.deadline', allYear, { category: id }, 'skip', {
    category: name,
    rolling: true,
    ...(label !== undefined && { label }),
    ...(opensIn > 0 && { opensIn }),
  });
}

function nextOf(deadlines: readonly Deadline[], date: string): Deadline | undefined {
  return deadlines.filter(({ on }) => on >= date).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
}
