import * as z from 'zod';
import type { Quota, UnitQuota } from '../model/notice.ts';
import type { Range } from '../model/range.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { count, listOf, text } from './plain-values.ts';
import { share } from './quantities.ts';
import { checkRange } from './ranges.ts';
import { reading, shaped, type Shape } from './shape.ts';
import { statedEntry } from './stated.ts';

const RANGE_KEYS = ['min', 'max', 'about', 'tolerance'];
export const QUOTA_KEYS = [...RANGE_KEYS, 'byUnit'];

const rangeKeys = {
  min: count.exactOptional(),
  max: count.exactOptional(),
  about: count.exactOptional(),
  tolerance: share.exactOptional(),
};
const range = closedMap(rangeKeys).superRefine(checkRange) satisfies z.ZodType<Range>;
const ofUnit = closedMap({ units: listOf(text), ...rangeKeys }).superRefine(
  checkRange,
) satisfies z.ZodType<UnitQuota>;
const byUnit = listOf(ofUnit);

const quotaKeys = { ...rangeKeys, byUnit: byUnit.exactOptional() };
const apart: Extract<Shape, { kind: 'map' }>['apart'] = [
  ['about', 'min'],
  ['about', 'max'],
];
const some = ['min', 'max', 'about', 'byUnit'];
const quotaMap = shaped(z.unknown(), { kind: 'map', keys: quotaKeys, some, apart });

/** How many items: a range; and `byUnit`, where kinds of units have ranges of their own. */
export const quota = reading({ kind: 'either', of: [count, quotaMap] }, readQuota);

export interface StatedGroupQuota extends Quota {
  readonly of?: readonly string[];
}

const ids = listOf(text);
const groupMap = shaped(z.unknown(), {
  kind: 'map',
  keys: { of: ids.exactOptional(), ...quotaKeys },
  some,
  apart,
});

/** The same of several categories together; of all, where it does not say of which. */
export const groupQuota = statedEntry(
  reading({ kind: 'either', of: [count, groupMap] }, (input, context): StatedGroupQuota => {
    if (!isMap(input) || !('of' in input)) return readQuota(input, context);
    const { of, ...rest } = input;
    return { ...readQuota(rest, context), of: parsePart(ids, of, ['of'], context) };
  }),
  [...QUOTA_KEYS, 'of'],
);

function readQuota(input: unknown, context: z.RefinementCtx): Quota {
  if (!isMap(input)) {
    const exactly = parsePart(count, input, [], context);
    return { min: exactly, max: exactly };
  }
  if (!('byUnit' in input)) return parsePart(range, input, [], context);
  const { byUnit: kinds, ...rest } = input;
  const own = parsePart(byUnit, kinds, ['byUnit'], context);
  const others = Object.keys(rest).length === 0 ? {} : parsePart(range, rest, [], context);
  return { ...others, byUnit: own };
}
