import { TEXT_ROLES, type LayoutRule, type RoleLayoutRule, type TextRole } from '../model/layout.ts';
import type { Ruled } from '../model/ruled.ts';

/**
 * The nearer layouts over the farther ones, trait by trait: what the nearer ask stays theirs, with their own section
 * and weight; of the farther ones, what nobody nearer speaks of.
 */
export function mergeLayouts(
  far: readonly Ruled<LayoutRule>[],
  near: readonly Ruled<LayoutRule>[],
): readonly Ruled<LayoutRule>[] {
  const left = far.flatMap((rule): readonly Ruled<LayoutRule>[] => {
    const value = near.reduce((rest, { value: nearer }) => without(rest, nearer), rule.value);
    return asksSomething(value) ? [{ ...rule, value }] : [];
  });
  const own = near.map((rule, at) => ({
    ...rule,
    value: near
      .slice(0, at)
      .reduce((rest, { value: nearer }) => without(rest, nearer), spread(rule.value, far)),
  }));
  return [...own, ...left];
}

/** What is asked of the whole text holds for headings, too, that only a farther notice speaks of. */
function spread(near: LayoutRule, far: readonly Ruled<LayoutRule>[]): LayoutRule {
  const { whole } = near;
  if (!whole) return near;
  const { scale, lineSpacing } = whole;
  const entries = TEXT_ROLES.flatMap((role): [TextRole, RoleLayoutRule][] => {
    const own = near.roles[role];
    if (!own && far.every(({ value }) => !value.roles[role])) return [];
    const spaced = lineSpacing !== undefined && isRunning(role) && !isOwn('lineSpacing', role, far);
    const scaled = scale !== undefined && !isOwn('scale', role, far);
    return [[role, { ...(spaced && { lineSpacing }), ...(scaled && { scale }), ...own }]];
  });
  const roles = Object.fromEntries(entries.filter(([, asked]) => Object.keys(asked).length > 0));
  return { ...near, roles };
}

/** Asked of this very part by a farther notice, and not of the whole. */
function isOwn(trait: 'lineSpacing' | 'scale', role: TextRole, far: readonly Ruled<LayoutRule>[]): boolean {
  return far.some(({ value: { roles, whole } }) => {
    const asked = roles[role]?.[trait];
    return asked !== undefined && asked !== whole?.[trait];
  });
}

/** The line spacing of the whole text is that of its headings and running text. */
export function isRunning(role: TextRole): boolean {
  return role === 'body' || /^h\d$/.test(role);
}

/** What is asked of the whole text is not asked again of its parts by a farther notice. */
function without(far: LayoutRule, near: LayoutRule): LayoutRule {
  const { paper, orientation, margins, grid, pageNumber, whole, ...rest } = far;
  const sides = differing(margins, near.margins);
  const cells = differing(grid, near.grid);
  const spread = differing(whole, near.whole);
  return {
    ...rest,
    strictFont: far.strictFont || near.strictFont,
    ...(paper && !near.paper && { paper }),
    ...(orientation && !near.orientation && { orientation }),
    ...(sides && { margins: sides }),
    ...(cells && { grid: cells }),
    ...(pageNumber && !near.pageNumber && { pageNumber }),
    ...(spread && { whole: spread }),
    roles: rolesWithout(far, near),
  };
}

function rolesWithout(far: LayoutRule, near: LayoutRule): LayoutRule['roles'] {
  const entries = TEXT_ROLES.flatMap((role): [TextRole, RoleLayoutRule][] => {
    const own = differing(far.roles[role], { ...spreadOver(far, near, role), ...near.roles[role] });
    return own ? [[role, own]] : [];
  });
  return Object.fromEntries(entries);
}

/** What the farther notice asks of this part only because it asks it of the whole, and the nearer asks of the whole. */
function spreadOver(far: LayoutRule, near: LayoutRule, role: TextRole): RoleLayoutRule {
  const { lineSpacing, scale } = near.whole ?? {};
  const own = far.roles[role];
  return {
    ...(lineSpacing !== undefined && own?.lineSpacing === far.whole?.lineSpacing && { lineSpacing }),
    ...(scale !== undefined && own?.scale === far.whole?.scale && { scale }),
  };
}

/** The keys of one that the other has not; undefined where none is left. */
function differing<T extends object>(one: T | undefined, other: T | undefined): T | undefined {
  if (!one || !other) return one;
  const left = Object.entries(one).filter(([key]) => !Object.hasOwn(other, key));
  return left.length > 0 ? (Object.fromEntries(left) as T) : undefined;
}

/** Nothing is asked by saying how strictly it is meant. */
export function asksSomething(rule: LayoutRule): boolean {
  const { paper, orientation, margins, grid, pageNumber, roles } = rule;
  return !!paper || !!orientation || !!margins || !!grid || !!pageNumber || Object.keys(roles).length > 0;
}
