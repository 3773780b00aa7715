import type * as z from 'zod';
import type { Packing } from '../model/packing.ts';
import { closedMap } from './closed-map.ts';
import { fileNamePattern, NAME_VARIABLES } from './naming-schema.ts';
import { parsePart } from './parse-part.ts';
import { text } from './plain-values.ts';
import { size } from './quantities.ts';
import { rangeOf } from './ranges.ts';
import { say } from './say.ts';
import { narrowed, reading, type Shape } from './shape.ts';

export const PACKING_KEYS = ['name', 'folder', 'size'] as const;

const step = fileNamePattern(NAME_VARIABLES);
const MOST_STEPS = 3;
const VARIABLES = NAME_VARIABLES.join('|');
const FOLDERS: Shape = {
  kind: 'line',
  patterns: [new RegExp(String.raw`^(?!(?:.*/)?\s*\.+\s*(?:/|$))(?:[^{}<>:"\\|?*]|\{(?:${VARIABLES})\})+$`)],
};

/** Each step by itself: only a `/` may part them. */
const folders = reading(FOLDERS, (input, context): string => {
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

export const packing = narrowed(
  closedMap({
    name: step.exactOptional(),
    folder: folders.exactOptional(),
    size: rangeOf(size).exactOptional(),
  }).superRefine((value, context) => {
    if (Object.keys(value).length > 0) return;
    const message = say('至少写 name、folder、size 之一', 'expected name, folder or size');
    context.addIssue({ code: 'custom', message });
  }),
  { some: PACKING_KEYS },
) satisfies z.ZodType<Packing>;
