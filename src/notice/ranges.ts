import * as z from 'zod';
import type { PixelSize, Range, ResolutionRule } from '../model/notice.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { count, listOf } from './plain-values.ts';
import { pixelSize } from './quantities.ts';
import { say } from './say.ts';

export const RANGE_KEYS = ['min', 'max'] as const;

/** `{ min, max }` in one unit, at least one of them, in order. */
export function rangeOf<S extends z.ZodType<number>>(unit: S) {
  return closedMap({ min: unit.exactOptional(), max: unit.exactOptional() }).superRefine(checkOrder);
}

/** How many: `{ min, max }`, or a number for exactly so many. */
export const countRange = z.preprocess(exactly, rangeOf(count));

/** How many items: as `countRange`, and `about` for a soft number (左右). */
export const quota = z.preprocess(
  exactly,
  closedMap({
    min: count.exactOptional(),
    max: count.exactOptional(),
    about: count.exactOptional(),
  }).superRefine((range, context) => {
    if (range.about === undefined) checkOrder(range, context);
    else if (range.min !== undefined || range.max !== undefined) {
      const message = say('about（大约）不能与 min、max 并用', 'about cannot stand beside min or max');
      context.addIssue({ code: 'custom', path: ['about'], message });
    }
  }),
);

const pixelBounds = closedMap({
  exact: listOf(pixelSize).exactOptional(),
  min: pixelSize.exactOptional(),
  max: pixelSize.exactOptional(),
}).superRefine(checkResolution);
const pixelSizes = listOf(pixelSize);

/** Pixels: one size or several to choose from, or bounds for both edges. */
export const resolution = z
  .unknown()
  .transform((input, context): ResolutionRule =>
    isMap(input)
      ? parsePart(pixelBounds, input, [], context)
      : { exact: parsePart(pixelSizes, input, [], context) },
  );

function exactly(input: unknown): unknown {
  return typeof input === 'number' ? { min: input, max: input } : input;
}

/** `min` or `max` is there, and they do not cross. */
export function checkOrder(range: Range, context: z.RefinementCtx): void {
  if (range.min === undefined && range.max === undefined) {
    context.addIssue({ code: 'custom', message: say('至少写 min、max 之一', 'expected min or max') });
  } else if (range.min !== undefined && range.max !== undefined && range.min > range.max) {
    const message = say('max 不能小于 min', 'max must not be below min');
    context.addIssue({ code: 'custom', path: ['max'], message });
  }
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
