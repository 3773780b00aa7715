import { daysBetween, type CalendarDate } from '../model/calendar-date.ts';
import { stepsOfCategory, type CategoryStep } from '../model/category-steps.ts';
import { finding, type Case, type CategoryCase, type Rule } from './rule.ts';

/** What a person does by hand; it is shown, and never changes a verdict. */
export const manualNotice: Rule<Case> = ({ notice, date }) => notice.steps.map((step) => show(step, date));

export const manualCategory: Rule<CategoryCase> = ({ notice, category, items, org, date }) => {
  if (items.length === 0) return [];
  const steps = stepsOfCategory(category, notice, { items, ...(org !== undefined && { org }) });
  return steps.map((step) => show(step, date, category.id));
};

function show({ text, clause, due, route }: CategoryStep, date: CalendarDate, category?: string) {
  const subject = category === undefined ? {} : { category };
  return finding('manual', { level: 'may', clause }, subject, 'unknown', {
    text,
    ...(route !== undefined && { route }),
    ...(due && { due: { ...due, days: daysBetween(date, due.on) } }),
  });
}
