import * as z from 'zod';
import { PERSON_ROLES, type PersonQuota } from '../model/notice.ts';
import { closedMap } from './closed-map.ts';
import { oneOf } from './plain-values.ts';
import { say } from './say.ts';
import { shaped } from './shape.ts';

const most = shaped(
  z
    .number(say('应写整数', 'expected a whole number'))
    .refine(
      (value) => Number.isSafeInteger(value) && value >= 1,
      say('应写不小于 1 的整数', 'expected a whole number of at least 1'),
    ),
  { kind: 'whole', min: 1 },
);

const keys = { per: oneOf(PERSON_ROLES), max: most };

/** `{ per: author, max: 2 }`: in how many works of a category one person may have a part. */
export const personMap = closedMap(keys);
export const personQuota = personMap.transform((asked): PersonQuota => ({ ...asked, count: 'works' }));
export const PERSON_KEYS = ['per', 'max'];

const counted = oneOf(['works', 'categories']);

/** The same over several categories; `count: categories` where it is these that one person may choose few of. */
export const personGroupKeys = { ...keys, count: counted.exactOptional() };
export const personGroupQuota = closedMap(personGroupKeys).transform((asked): PersonQuota => ({
  count: 'works',
  ...asked,
}));
export const PERSON_GROUP_KEYS = [...PERSON_KEYS, 'count'];
