import type { Step } from '../model/notice.ts';
import { finding, type Case, type CategoryCase, type Rule } from './rule.ts';

/** What a person does by hand; it is shown, and never changes a verdict. */
export const manualNotice: Rule<Case> = ({ notice }) => notice.steps.map((step) => show(step));

export const manualCategory: Rule<CategoryCase> = ({ notice, category, items }) => {
  if (items.length === 0) return [];
  const routes = notice.routes.filter(({ id }) => category.routes.includes(id));
  return [
    ...category.steps.map((step) => show(step, category.id)),
    ...routes.flatMap(({ id, name, steps }) => steps.map((step) => show(step, category.id, name ?? id))),
  ];
};

function show(step: Step, category?: string, route?: string) {
  return finding(
    'manual',
    { level: 'may', clause: step.clause },
    category === undefined ? {} : { category },
    'unknown',
    {
      text: step.text,
      ...(route !== undefined && { route }),
    },
  );
}
