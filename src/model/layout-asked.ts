import {
  TEXT_ROLES,
  type LayoutPart,
  type LayoutRule,
  type LayoutTrait,
  type PageNumberRule,
  type RoleLayoutRule,
} from './layout.ts';

export const SIDES = ['top', 'bottom', 'left', 'right'] as const;

/** The parts of which a layout asks something, and what, in the order of a report. */
export function askedParts(
  rule: LayoutRule,
): readonly (readonly [part: LayoutPart, asked: readonly LayoutTrait[]])[] {
  const pages = askedOfPages(rule);
  return [
    ...(pages.length > 0 ? [['page', pages] as const] : []),
    ...(rule.pageNumber ? [['page-number', askedOfNumber(rule.pageNumber)] as const] : []),
    ...TEXT_ROLES.flatMap((role) => {
      const asked = rule.roles[role];
      return asked ? [[role, askedOfRole(asked)] as const] : [];
    }),
  ];
}

/** The traits a rule asks for, in the order a person would say them. */
export function askedOfRole(rule: RoleLayoutRule): readonly LayoutTrait[] {
  const { font, size, bold, align, indent, lineSpacing, before, after, scale } = rule;
  return [
    ...(font ? [{ kind: 'font', names: font } as const] : []),
    ...(size ? [{ kind: 'size', points: size } as const] : []),
    ...(bold === undefined ? [] : [{ kind: 'bold', bold } as const]),
    ...(align ? [{ kind: 'align', align } as const] : []),
    ...(indent === undefined ? [] : [{ kind: 'indent', chars: indent } as const]),
    ...(lineSpacing ? [{ kind: 'spacing', spacing: lineSpacing } as const] : []),
    ...(before ? [{ kind: 'before', gap: before } as const] : []),
    ...(after ? [{ kind: 'after', gap: after } as const] : []),
    ...(scale === undefined ? [] : [{ kind: 'scale', percent: scale } as const]),
  ];
}

export function askedOfPages({
  paper,
  orientation,
  margins = {},
  grid = {},
}: LayoutRule): readonly LayoutTrait[] {
  return [
    ...(paper ? [{ kind: 'paper', ...paper } as const] : []),
    ...(orientation ? [{ kind: 'orientation', orientation } as const] : []),
    ...SIDES.flatMap((side): LayoutTrait[] => {
      const range = margins[side];
      return range ? [{ kind: 'margin', side, range }] : [];
    }),
    ...(['lines', 'characters'] as const).flatMap((unit): LayoutTrait[] => {
      const count = grid[unit];
      return count === undefined ? [] : [{ kind: 'grid', unit, count }];
    }),
  ];
}

export function askedOfNumber({ place, font, size }: PageNumberRule): readonly LayoutTrait[] {
  return [
    { kind: 'page-number', ...(place && { place }) },
    ...(font ? [{ kind: 'font', names: font } as const] : []),
    ...(size ? [{ kind: 'size', points: size } as const] : []),
  ];
}
