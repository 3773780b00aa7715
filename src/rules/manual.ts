import { fillVariables } from '../model/fill-variables.ts';
import type { Step } from '../model/notice.ts';
import { openRoutes } from '../model/route-contents.ts';
import { finding, type Case, type CategoryCase, type Rule } from './rule.ts';

/** What a person does by hand; it is shown, and never changes a verdict. */
export const manualNotice: Rule<Case> = ({ notice }) => notice.steps.map((step) => show(step));

export const manualCategory: Rule<CategoryCase> = ({ notice, category, items, org }) => {
  if (items.length === 0) return [];
  const routes = openRoutes(category, items, notice);
  // Nothing is packed yet, and its category is what a bundle is called by.
  const values = { org, category: category.name, bundle: category.name };
  return [
    ...category.steps.map((step) => show(step, category.id)),
    ...routes.flatMap(({ id, name, steps }) =>
      steps.map((step) => show({ ...step, text: fillVariables(step.text, values) }, category.id, name ?? id)),
    ),
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
