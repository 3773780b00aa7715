import { judgeMost } from './quota-max.ts';
import { judgeFewest } from './quota-min.ts';
import { scopesOfGroups } from './quota-scope.ts';
import type { Case, Rule } from './rule.ts';

/** How many works several categories have between them. */
export const quotaTogether: Rule<Case> = (input) =>
  scopesOfGroups(input).flatMap((scope) => [...judgeFewest(scope, input), ...judgeMost(scope, input)]);
