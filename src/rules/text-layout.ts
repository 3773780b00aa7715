import { TEXT_ROLES, type LayoutRule, type LayoutSight, type LayoutUnclear } from '../model/layout.ts';
import type { Check } from '../model/check.ts';
import type { Ruled } from '../model/ruled.ts';
import { judgePageNumber, judgePages } from './judge-pages.ts';
import { judgeRole, type JudgedLayout } from './judge-role.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** How a text is set: one check for its pages, one for the page number, one for each part of which something is asked. */
export const textLayout: Rule<PartCase> = (input) => {
  return (input.media.layout ?? []).flatMap((rule) => judgeRule(input, rule));
};

function judgeRule(input: PartCase, rule: Ruled<LayoutRule>): readonly Check[] {
  const sight = input.part.facts.layout;
  const judged = sight?.state === 'read' ? judgeAll(rule.value, sight) : [unseen(sight)];
  const because = sight?.state === 'read' ? undefined : reasonUnlearned(input);
  return judged.map(({ result, args }) =>
    finding('text.layout', rule, subjectOfPart(input), result, args, because),
  );
}

function judgeAll(
  rule: LayoutRule,
  { layout }: Extract<LayoutSight, { state: 'read' }>,
): readonly JudgedLayout[] {
  const roles = TEXT_ROLES.flatMap((role) => {
    const asked = rule.roles[role];
    return asked ? [judgeRole(role, asked, layout, rule.strictFont)] : [];
  });
  const pages = [judgePages(rule, layout), judgePageNumber(rule, layout)];
  return [...pages.filter((one) => one !== undefined), ...roles];
}

/** Told once for the whole of a text that could not be looked into. */
function unseen(sight: Exclude<LayoutSight, { state: 'read' }> | undefined): JudgedLayout {
  const unclear: LayoutUnclear =
    sight?.state === 'other-format'
      ? { kind: 'other-format' }
      : { kind: 'unread', ...(sight && { cause: sight.cause }) };
  return { result: 'unknown', args: { part: 'all', asked: [], faults: [], unclear, remarks: [] } };
}
