import * as z from 'zod';
import type { Quota, UnitQuota } from '../model/notice.ts';
import type { Range } from '../model/range.ts';
import type { AnyQuota } from '../model/quota.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import {
  PERSON_GROUP_KEYS,
  PERSON_KEYS,
  personGroupKeys,
  personGroupQuota,
  personMap,
  personQuota,
} from './person-quota-schema.ts';
import { count, listOf, text } from './plain-values.ts';
import { share } from './quantities.ts';
import { checkRange, checkTogether } from './ranges.ts';
import { reading, shaped, type Shape } from './shape.ts';
import { statedEntry, statedList, type Stated } from './stated.ts';

const RANGE_KEYS = ['min', 'max', 'about', 'tolerance'];
const QUOTA_KEYS = [...RANGE_KEYS, 'byUnit', ...PERSON_KEYS];

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

/** How many items: a range; and `byUnit`, where kinds of units have ranges of their own; or how many of each person. */
const quota = reading({ kind: 'either', of: [count, quotaMap, personMap] }, (input, context): AnyQuota =>
  isMap(input) && 'per' in input ? parsePart(personQuota, input, [], context) : readQuota(input, context),
);

/** One quota, or several that hold at once. */
export const quotas = statedList(quota, QUOTA_KEYS).superRefine(checkUnits);

/** What is asked of a unit must be possible at once; of a person, there is only a most. */
function checkUnits(rules: readonly Stated<AnyQuota>[] | null, context: z.RefinementCtx): void {
  const ofUnit = (rules ?? []).flatMap(({ value }) => ('per' in value ? [] : [{ value }]));
  checkTogether(ofUnit, context);
}

export type StatedGroupQuota = AnyQuota & { readonly of?: readonly string[] };

const ids = listOf(text);
const groupMap = shaped(z.unknown(), {
  kind: 'map',
  keys: { of: ids.exactOptional(), ...quotaKeys },
  some,
  apart,
});

const personGroupMap = shaped(z.unknown(), {
  kind: 'map',
  keys: { of: ids.exactOptional(), ...personGroupKeys },
});

/** The same of several categories together; of all, where it does not say of which. */
export const groupQuota = statedEntry(
  reading({ kind: 'either', of: [count, groupMap, personGroupMap] }, (input, context): StatedGroupQuota => {
    if (!isMap(input)) return readQuota(input, context);
    const { of, ...rest } = input;
    const asked = 'per' in rest ? parsePart(personGroupQuota, rest, [], context) : readQuota(rest, context);
    return of === undefined ? asked : { ...asked, of: parsePart(ids, of, ['of'], context) };
  }),
  [...QUOTA_KEYS, ...PERSON_GROUP_KEYS, 'of'],
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
