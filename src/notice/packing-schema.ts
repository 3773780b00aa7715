import type * as z from 'zod';
import { ARCHIVE_TAIL, type Packing, type WorkPacking } from '../model/packing.ts';
import { closedMap } from './closed-map.ts';
import { fileNamePattern, inBraces, OF_NAMES } from './naming-schema.ts';
import { parsePart } from './parse-part.ts';
import { oneOf, text } from './plain-values.ts';
import { size } from './quantities.ts';
import { rangeOf } from './ranges.ts';
import { say } from './say.ts';
import { narrowed, reading, type Shape } from './shape.ts';

export const PACKING_KEYS = ['name', 'each', 'size'] as const;

const step = fileNamePattern(OF_NAMES);
const MOST_STEPS = 3;
const PLACE: Shape = {
  kind: 'line',
  patterns: [new RegExp(String.raw`^(?!(?:.*/)?\s*\.+\s*(?:/|$))(?:[^{}<>:"\\|?*]|${inBraces(OF_NAMES)})+$`)],
};

/** Each step by itself: only a `/` may part them. */
const place = reading(PLACE, (input, context): string => {
  const steps = parsePart(text, input, [], context).split('/');
  for (const one of steps) parsePart(step, one, [], context);
  if (steps.some((one) => /^\s*\.+\s*$/.test(one))) {
    const message = say('文件夹不能叫“..”', 'a folder cannot be called “..”');
    context.addIssue({ code: 'custom', message });
  }
  if (steps.length > MOST_STEPS) {
    const message = say(`文件夹最多 ${MOST_STEPS} 层`, `at most ${MOST_STEPS} folders within one another`);
    context.addIssue({ code: 'custom', message });
  }
  return steps.map((one) => one.trim()).join('/');
});

const eachMap = closedMap({
  as: oneOf(['folder', 'zip']),
  name: place.exactOptional(),
  size: rangeOf(size).exactOptional(),
});

/** A work is called by its title, where nothing else is said; an archive gets its extension later. */
const each = reading({ kind: 'either', of: [eachMap] }, (input, context): WorkPacking => {
  const { name = '{title}', ...said } = parsePart(eachMap, input, [], context);
  const isNamedInFull = said.as === 'zip' && name.toLowerCase().endsWith(ARCHIVE_TAIL);
  return { ...said, name: isNamedInFull ? name.slice(0, -ARCHIVE_TAIL.length) : name };
});

export const packing = narrowed(
  closedMap({
    name: step.exactOptional(),
    each: each.exactOptional(),
    size: rangeOf(size).exactOptional(),
  }).superRefine((value, context) => {
    if (Object.keys(value).length > 0) return;
    const message = say('至少写 name、each、size 之一', 'expected name, each or size');
    context.addIssue({ code: 'custom', message });
  }),
  { some: PACKING_KEYS },
) satisfies z.ZodType<Packing>;
