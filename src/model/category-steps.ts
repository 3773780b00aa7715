import { fillVariables } from './fill-variables.ts';
import type { Item } from './materials.ts';
import type { Category, Notice, Step } from './notice.ts';
import { openRoutes } from './route-contents.ts';

/** A step of a category, or of a way that it goes. */
export interface CategoryStep extends Step {
  /** Name of the way. */
  readonly route?: string;
}

/**
 * What a person does for a category, by every way that it goes. `items`: its works, whose
 * size chooses among the ways; absent: all of them.
 */
export function stepsOfCategory(
  category: Category,
  notice: Pick<Notice, 'routes'>,
  { org, items }: { readonly org?: string; readonly items?: readonly Item[] },
): readonly CategoryStep[] {
  const gone = items
    ? openRoutes(category, items, notice)
    : notice.routes.filter(({ id }) => category.routes.includes(id));
  // Nothing is packed yet, and its category is what a bundle is called by.
  const values = { org, category: category.name, bundle: category.name };
  return [
    ...category.steps,
    ...gone.flatMap(({ id, name, steps }) =>
      steps.map((step) => ({ ...step, text: fillVariables(step.text, values), route: name ?? id })),
    ),
  ];
}
