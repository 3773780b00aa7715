import type { BundledDecision, PlannedFile } from '../model/bundle.ts';
import type { Check } from '../model/check.ts';
import type { Item } from '../model/materials.ts';
import type { Category, Step } from '../model/notice.ts';
import { concerns, pathsOf } from './person-needs.ts';

/** What was decided about a check, in Chinese. */
export type AboutDecision = (check: Check) => string;

/** Every person's word that something of one category rests on: whoever receives the bundle reads it. */
export function planDecisions(
  category: Category,
  items: readonly Item[],
  files: readonly PlannedFile[],
  { checks, aboutOf }: { readonly checks: readonly Check[]; readonly aboutOf: AboutDecision },
): readonly BundledDecision[] {
  const paths = pathsOf(items);
  return checks.flatMap((check): BundledDecision[] => {
    const { decision, code, subject } = check;
    if (!decision || !concerns(check, category, paths)) return [];
    const path = subject.path ?? subject.item;
    const name = files.find(({ source }) => source === subject.path)?.name;
    return [
      {
        code,
        about: aboutOf(check),
        ...(path !== undefined && path !== '' && { path }),
        ...(name !== undefined && { name }),
        ...decision,
      },
    ];
  });
}

/** What a person has ticked off is not left to do. */
export function stepsLeft(
  steps: readonly Step[],
  category: Category,
  checks: readonly Check[],
): readonly Step[] {
  const done = new Set(
    checks
      .filter(({ subject }) => subject.category === undefined || subject.category === category.id)
      .flatMap((check) =>
        check.code === 'manual' &&
        check.args.route === undefined &&
        check.result !== 'unknown' &&
        check.decision
          ? check.decision.answer === 'no'
            ? []
            : [check.args.text]
          : [],
      ),
  );
  return steps.filter(({ text }) => !done.has(text));
}
