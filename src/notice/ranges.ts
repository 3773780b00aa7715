import type * as z from 'zod';
import type { PixelSize, ResolutionRule } from '../model/media-rules.ts';
import type { Bounds, Range, Side } from '../model/range.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { count, listOf, required } from './plain-values.ts';
import { present } from './present.ts';
import { pixelSize, share } from './quantities.ts';
import { say } from './say.ts';
import { narrowed, reading } from './shape.ts';

export const BOUND_KEYS = ['min', 'max', 'over', 'under'] as const;
export const RANGE_KEYS = [...BOUND_KEYS, 'about', 'tolerance', 'anyOf'] as const;

/** Two ways of saying one end. */
export const ENDS = [
  ['min', 'over'],
  ['max', 'under'],
] as const;

/** Bounds, or about so much, or any of several. */
export const NEVER_TOGETHER = [
  ...ENDS,
  ['about', 'anyOf'],
  ...BOUND_KEYS.flatMap((key) => [['about', key] as const, ['anyOf', key] as const]),
] as const;

/** `{ min, max }` in one unit, at least one of them, in order; `over` and `under` where the end itself is beyond. */
export function boundsIn<S extends z.ZodType<number>>(unit: S) {
  const bounds = closedMap(boundKeys(unit)).superRefine(checkBounds);
  return narrowed(bounds, { some: BOUND_KEYS, apart: ENDS }).transform(boundsFrom);
}

export function boundKeys<S extends z.ZodType<number>>(unit: S) {
  return {
    min: unit.exactOptional(),
    max: unit.exactOptional(),
    over: unit.exactOptional(),
    under: unit.exactOptional(),
  };
}

interface WrittenBounds {
  readonly min?: number;
  readonly max?: number;
  readonly over?: number;
  readonly under?: number;
}

function boundsFrom({ min, max, over, under }: WrittenBounds): Bounds {
  const [low, high] = [over ?? min, under ?? max];
  const excludes: readonly Side[] = [
    ...(over === undefined ? [] : ['min' as const]),
    ...(under === undefined ? [] : ['max' as const]),
  ];
  return {
    ...(low !== undefined && { min: low }),
    ...(high !== undefined && { max: high }),
    ...(excludes.length > 0 && { excludes }),
  };
}

/**
 * In one unit: `{ min, max }`; or a bare value for exactly so much; or `about` for a soft number (左右), give or take
 * `tolerance`; or `anyOf` several `{ min, max }`.
 */
export function rangeOf(unit: z.ZodType<number>) {
  const range = narrowed(closedMap(rangeKeys(unit)).superRefine(checkRange), {
    some: RANGE_KEYS.filter((key) => key !== 'tolerance'),
    apart: NEVER_TOGETHER,
  });
  return reading({ kind: 'either', of: [unit, range] }, (input, context): Range => {
    const { about, tolerance, anyOf, ...bounds } = parsePart(range, exactly(input), [], context);
    return present<Range>({ ...boundsFrom(bounds), about, tolerance, anyOf });
  });
}

/** The keys of a range in one unit. */
export function rangeKeys<S extends z.ZodType<number>>(unit: S) {
  const bounds = boundsIn(unit);
  const oneOfThem = reading({ kind: 'either', of: [unit, bounds] }, (input, context) =>
    parsePart(bounds, exactly(input), [], context),
  );
  return {
    ...boundKeys(unit),
    about: unit.exactOptional(),
    tolerance: share.exactOptional(),
    anyOf: listOf(oneOfThem).exactOptional(),
  };
}

/** How many: a range of whole numbers. */
export const countRange = rangeOf(count);

const pixelBounds = narrowed(
  closedMap({
    exact: listOf(pixelSize).exactOptional(),
    min: pixelSize.exactOptional(),
    max: pixelSize.exactOptional(),
    eitherWay: required(true).exactOptional(),
  }).superRefine(checkResolution),
  { some: ['exact', 'min', 'max'] },
);
const pixelSizes = listOf(pixelSize);

/** Pixels: one size or several to choose from, or bounds for both edges. */
export const resolution = reading(
  { kind: 'either', of: [pixelSizes, pixelBounds] },
  (input, context): ResolutionRule =>
    isMap(input)
      ? parsePart(pixelBounds, input, [], context)
      : { exact: parsePart(pixelSizes, input, [], context) },
);

function exactly(input: unknown): unknown {
  return typeof input === 'number' || typeof input === 'string' ? { min: input, max: input } : input;
}

interface WrittenRange extends WrittenBounds {
  readonly about?: number;
  readonly tolerance?: number;
  readonly anyOf?: readonly Bounds[];
}

/** One way of saying it: bounds, or about so much, or any of several. */
export function checkRange(range: WrittenRange, context: z.RefinementCtx): void {
  const { about, tolerance, anyOf, ...bounds } = range;
  const bounded = BOUND_KEYS.some((key) => bounds[key] !== undefined);
  if (about === undefined && anyOf === undefined) checkBounds(bounds, context);
  else if (bounded || (about !== undefined && anyOf !== undefined)) {
    const key = about === undefined ? 'anyOf' : 'about';
    const message = say(
      `${key} 不能与 min、max 等并用；同时要求的请写成列表`,
      `${key} cannot stand beside min, max and the like; write a list of what holds at once`,
    );
    context.addIssue({ code: 'custom', path: [key], message });
  }
  if (tolerance !== undefined && about === undefined) {
    const message = say('tolerance（上下浮动）要与 about（左右）同写', 'tolerance goes with about');
    context.addIssue({ code: 'custom', path: ['tolerance'], message });
  }
}

/** Each end is said once, and something lies between them. */
function checkBounds(bounds: WrittenBounds, context: z.RefinementCtx): void {
  for (const [key, other] of ENDS) {
    if (bounds[key] === undefined || bounds[other] === undefined) continue;
    const message = say(`${key} 和 ${other} 只写一个`, `write either ${key} or ${other}`);
    context.addIssue({ code: 'custom', path: [other], message });
  }
  const settled = boundsFrom(bounds);
  checkOrder(settled, context);
  if (!settled.excludes || settled.min === undefined || settled.min !== settled.max) return;
  const message = say('两头之间什么也没有', 'nothing lies between the two ends');
  context.addIssue({ code: 'custom', message });
}

/** `min` or `max` is there, and they do not cross. */
export function checkOrder(range: Bounds, context: z.RefinementCtx): void {
  if (range.min === undefined && range.max === undefined) {
    context.addIssue({ code: 'custom', message: say('至少写 min、max 之一', 'expected min or max') });
  } else if (range.min !== undefined && range.max !== undefined && range.min > range.max) {
    const message = say('max 不能小于 min', 'max must not be below min');
    context.addIssue({ code: 'custom', path: ['max'], message });
  }
}

/** What holds at once must be possible at once: the greatest `min` is no more than the least `max`. */
export function checkTogether(
  rules: readonly { readonly value: Range }[] | null,
  context: z.RefinementCtx,
): void {
  const ranges = (rules ?? []).map(({ value }) => value);
  const least = Math.max(...ranges.map(({ min }) => min ?? -Infinity));
  const most = Math.min(...ranges.map(({ max }) => max ?? Infinity));
  if (ranges.length < 2 || least <= most) return;
  const message = say(
    '这几条互相矛盾，没有能同时符合的：一条的 min 比另一条的 max 还大',
    'these rules contradict each other: the min of one is above the max of another',
  );
  context.addIssue({ code: 'custom', message });
}

function checkResolution({ exact, min, max }: ResolutionRule, context: z.RefinementCtx): void {
  if (!exact && !min && !max) {
    const message = say('应写 exact、min 或 max', 'expected exact, min or max');
    context.addIssue({ code: 'custom', message });
  }
  if (min && max && exceeds(min, max)) {
    const message = say('max 不能小于 min', 'max must not be below min');
    context.addIssue({ code: 'custom', path: ['max'], message });
  }
}

function exceeds(one: PixelSize, other: PixelSize): boolean {
  return one.width > other.width || one.height > other.height;
}
