import * as z from 'zod';
import type { Quota, UnitQuota } from '../model/notice.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { count, listOf, text } from './plain-values.ts';
import { NEVER_TOGETHER, RANGE_KEYS, checkOrder, countRange, rangeKeys } from './ranges.ts';
import { reading, shaped } from './shape.ts';

export const QUOTA_KEYS = [...RANGE_KEYS, 'byUnit'];

const ofUnit = closedMap({
  units: listOf(text),
  min: count.exactOptional(),
  max: count.exactOptional(),
  about: count.exactOptional(),
}).superRefine(({ about, ...bounds }, context) => {
  if (about === undefined) checkOrder(bounds, context);
}) satisfies z.ZodType<UnitQuota>;

const byUnit = listOf(ofUnit);

const quotaMap = shaped(z.unknown(), {
  kind: 'map',
  keys: { ...rangeKeys(count), byUnit: byUnit.exactOptional() },
  some: QUOTA_KEYS,
  apart: NEVER_TOGETHER,
});

/** How many items: a range; and `byUnit`, where kinds of units have ranges of their own. */
export const quota = reading({ kind: 'either', of: [count, quotaMap] }, (input, context): Quota => {
  if (!isMap(input) || !('byUnit' in input)) return parsePart(countRange, input, [], context);
  const { byUnit: kinds, ...rest } = input;
  const own = parsePart(byUnit, kinds, ['byUnit'], context);
  const others = Object.keys(rest).length === 0 ? {} : parsePart(countRange, rest, [], context);
  return { ...others, byUnit: own };
});
