import * as z from 'zod';
import { isRole, ROLES, type Role } from '../model/format.ts';
import type { Range } from '../model/range.ts';
import { closedMap, isMap } from './closed-map.ts';
import { mapByIdOr } from './key-maps.ts';
import { MEDIA_BY_ROLE, type StatedMedia } from './media-schema.ts';
import { parsePart } from './parse-part.ts';
import { count, listOf, notAmong, oneOf, text } from './plain-values.ts';
import { NEVER_TOGETHER, RANGE_KEYS, countRange, rangeKeys } from './ranges.ts';
import { say } from './say.ts';
import { reading, type Shape } from './shape.ts';
import { level, section, stated, type Stated } from './stated.ts';

/** How many parts of a role; or of those that have a name of their own, and what is asked of these. */
export interface StatedPart {
  readonly role: Role;
  readonly range: Stated<Range>;
  readonly named?: StatedName;
}
export interface StatedName {
  readonly name: string;
  readonly words?: readonly string[];
  readonly media?: StatedMedia;
}

const counted = stated(countRange, RANGE_KEYS);
/** `3000` in YAML is a number, and a fine word of a name all the same. */
const word = z.union([text, z.number().transform(String)], say('应写文字', 'expected text'));
const NAME_KEYS = ['role', 'name', 'words', 'media'];

/** Its own keys and those of its range; what may be asked of it depends on its role. */
const namedShape: Shape = {
  kind: 'map',
  keys: {
    role: oneOf(ROLES),
    name: text,
    words: listOf(word).exactOptional(),
    media: z.unknown().optional(),
    ...rangeKeys(count),
    value: countRange.optional(),
    level: level.exactOptional(),
    clause: section.exactOptional(),
    consequence: text.exactOptional(),
  },
  apart: NEVER_TOGETHER,
  cases: {
    by: 'role',
    of: Object.fromEntries(ROLES.map((role) => [role, { media: MEDIA_BY_ROLE[role] }])),
  },
};

/** By role, `text: { min: 1 }`; or by a name of one's own, `script: { role: text, name: 讲稿, min: 1 }`. */
export const parts = mapByIdOr(ROLES, ofRole, named);

function ofRole(role: Role) {
  return reading({ kind: 'either', of: [counted] }, (input, context): StatedPart | null => {
    const range = parsePart(counted, input, [], context);
    return range && { role, range };
  });
}

function named(key: string) {
  return reading(namedShape, (input, context): StatedPart | null => {
    if (!isMap(input) || !('role' in input)) {
      const known = notAmong(key, ROLES);
      const message = say('另起名字的部分要写 role（哪一种文件）', 'a part of another name needs its role');
      context.addIssue({ code: 'custom', message: known });
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    const isOwn = ([name]: readonly [string, unknown]) => NAME_KEYS.includes(name);
    const { role, ...own } = parsePart(
      nameMap(roleIn(input['role'])),
      Object.fromEntries(Object.entries(input).filter(isOwn)),
      [],
      context,
    );
    const rest = Object.fromEntries(Object.entries(input).filter((entry) => !isOwn(entry)));
    const range = parsePart(counted, Object.keys(rest).length === 0 ? { min: 1 } : rest, [], context);
    return range && { role, range, named: own };
  });
}

function roleIn(written: unknown): Role {
  return typeof written === 'string' && isRole(written) ? written : 'other';
}

function nameMap(role: Role) {
  return closedMap({
    role: oneOf(ROLES),
    name: text,
    words: listOf(word).exactOptional(),
    media: MEDIA_BY_ROLE[role].exactOptional(),
  });
}
