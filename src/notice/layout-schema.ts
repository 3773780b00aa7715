import * as z from 'zod';
import { ALIGNMENTS, PAGE_NUMBER_PLACES, TEXT_ROLES } from '../model/layout.ts';
import type { LayoutRule, PageNumberRule, RoleLayoutRule, TextRole } from '../model/layout.ts';
import { closedMap, isMap } from './closed-map.ts';
import { fontName, gap, indent, millimetres, percent, spacing, typeSize } from './layout-quantities.ts';
import { asksSomething, isRunning } from './merge-layouts.ts';
import { PAPER_NAMES, paperNamed } from './paper-sizes.ts';
import { parsePart } from './parse-part.ts';
import { count, listOf, notAmong, oneOf } from './plain-values.ts';
import { boundsIn } from './ranges.ts';
import { say } from './say.ts';
import { narrowed, reading, shaped } from './shape.ts';

/** A margin that is given as one length may be so much more or less. GB/T 9704—2012, 5.2.1: 37 mm ± 1 mm. */
const TOLERANCE = 1;
/** Word's own 常规 page. Millimetres. */
const NORMAL = { top: 25.4, bottom: 25.4, left: 31.8, right: 31.8 };

const orientation = oneOf(['portrait', 'landscape']);
const paperSize = closedMap({ width: millimetres, height: millimetres });
const paperName = { kind: 'names', names: PAPER_NAMES } as const;
const paper = reading(
  { kind: 'either', of: [shaped(z.string(), paperName), paperSize] },
  (input, context) => {
    if (isMap(input)) return parsePart(paperSize, input, [], context);
    const found = paperNamed(String(input));
    if (found) return found;
    context.addIssue({ code: 'custom', message: notAmong(input, PAPER_NAMES) });
    return z.NEVER;
  },
);

const marginRange = boundsIn(millimetres);
const margin = reading({ kind: 'either', of: [millimetres, marginRange] }, (input, context) => {
  if (isMap(input)) return parsePart(marginRange, input, [], context);
  return around(parsePart(millimetres, input, [], context));
});
const marginMap = closedMap({
  top: margin.exactOptional(),
  bottom: margin.exactOptional(),
  left: margin.exactOptional(),
  right: margin.exactOptional(),
});
const margins = reading(
  { kind: 'either', of: [oneOf(['normal', '常规']), marginMap] },
  (input, context): NonNullable<LayoutRule['margins']> => {
    if (input !== 'normal' && input !== '常规') return parsePart(marginMap, input, [], context);
    const { top, bottom, left, right } = NORMAL;
    return { top: around(top), bottom: around(bottom), left: around(left), right: around(right) };
  },
);

function around(length: number): { readonly min: number; readonly max: number } {
  return { min: length - TOLERANCE, max: length + TOLERANCE };
}

const grid = closedMap({ lines: count.exactOptional(), characters: count.exactOptional() });

const pageNumberMap = closedMap({
  place: oneOf(PAGE_NUMBER_PLACES).exactOptional(),
  font: listOf(fontName).exactOptional(),
  size: listOf(typeSize).exactOptional(),
});
const pageNumberWord = oneOf(['required', ...PAGE_NUMBER_PLACES]);
const pageNumber = reading(
  { kind: 'either', of: [pageNumberWord, z.literal(true), pageNumberMap] },
  (input, context): PageNumberRule => {
    if (isMap(input)) return parsePart(pageNumberMap, input, [], context);
    const word = parsePart(pageNumberWord, input === true ? 'required' : input, [], context);
    return word === 'required' ? {} : { place: word };
  },
);

const roleKeys = {
  font: listOf(fontName).exactOptional(),
  size: listOf(typeSize).exactOptional(),
  bold: z.boolean(say('应写 true 或 false', 'expected true or false')).exactOptional(),
  align: oneOf(ALIGNMENTS).exactOptional(),
  indent: indent.exactOptional(),
  lineSpacing: spacing.exactOptional(),
  before: gap.exactOptional(),
  after: gap.exactOptional(),
  scale: percent.exactOptional(),
};
export const layoutRole = narrowed(
  closedMap(roleKeys).superRefine((value, context) => {
    if (Object.keys(value).length > 0) return;
    context.addIssue({
      code: 'custom',
      message: say('至少写一项要求，如 font、size', 'expected a rule, e.g. font or size'),
    });
  }),
  { some: Object.keys(roleKeys) },
);

const roles = {
  title: layoutRole.exactOptional(),
  subtitle: layoutRole.exactOptional(),
  byline: layoutRole.exactOptional(),
  h1: layoutRole.exactOptional(),
  h2: layoutRole.exactOptional(),
  h3: layoutRole.exactOptional(),
  h4: layoutRole.exactOptional(),
  body: layoutRole.exactOptional(),
} satisfies Readonly<Record<TextRole, unknown>>;

const shape = {
  strictFont: z.boolean(say('应写 true 或 false', 'expected true or false')).exactOptional(),
  paper: paper.exactOptional(),
  orientation: orientation.exactOptional(),
  margins: margins.exactOptional(),
  grid: grid.exactOptional(),
  lineSpacing: spacing.exactOptional(),
  scale: percent.exactOptional(),
  pageNumber: pageNumber.exactOptional(),
  ...roles,
};
/** Keys of a layout, for a weight beside them. */
export const LAYOUT_KEYS: readonly string[] = Object.keys(shape);
export const layoutMap = closedMap(shape);

/** How a text is to be set: paper, margins, page number, and each of its parts. */
export const layout = reading({ kind: 'either', of: [layoutMap] }, (input, context): LayoutRule => {
  const stated = parsePart(layoutMap, input, [], context);
  const {
    strictFont,
    paper: sheet,
    orientation: turned,
    margins: edges,
    grid: lines,
    pageNumber: number,
  } = stated;
  const settled: LayoutRule = {
    strictFont: strictFont ?? false,
    ...(sheet && { paper: sheet }),
    ...(turned && { orientation: turned }),
    ...(edges && { margins: edges }),
    ...(lines && { grid: lines }),
    ...(number && { pageNumber: number }),
    roles: settleRoles(stated),
    ...((stated.lineSpacing !== undefined || stated.scale !== undefined) && { whole: wholeOf(stated) }),
  };
  if (!asksSomething(settled)) {
    context.addIssue({ code: 'custom', message: say('版式里没有写要求', 'this layout asks nothing') });
  }
  return settled;
});

/** 行距28磅 of the whole text is that of its headings and running text; 字符缩放 that of everything. */
function settleRoles(stated: z.output<typeof layoutMap>): LayoutRule['roles'] {
  const { lineSpacing, scale } = stated;
  const whole = lineSpacing !== undefined || scale !== undefined;
  const entries = TEXT_ROLES.flatMap((name): [TextRole, RoleLayoutRule][] => {
    const own = stated[name];
    if (!own && !(name === 'body' && whole)) return [];
    const inText = isRunning(name);
    const shared = {
      ...(inText && lineSpacing !== undefined && { lineSpacing }),
      ...(scale !== undefined && { scale }),
    };
    return [[name, { ...shared, ...own }]];
  });
  return Object.fromEntries(entries);
}

function wholeOf({ lineSpacing, scale }: z.output<typeof layoutMap>): NonNullable<LayoutRule['whole']> {
  return { ...(lineSpacing !== undefined && { lineSpacing }), ...(scale !== undefined && { scale }) };
}
