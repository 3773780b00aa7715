import * as z from 'zod';
import { closedMap, isMap } from './closed-map.ts';
import { day, time, type WrittenDay } from './day-schema.ts';
import { parsePart } from './parse-part.ts';
import { text } from './plain-values.ts';
import { say } from './say.ts';
import { narrowed, reading, shaped } from './shape.ts';
import { level, section } from './stated.ts';

/** 31 is the last day of each month. */
const dayOfMonth = shaped(
  z
    .number(say('应写几号，如 25', 'expected a day of the month, e.g. 25'))
    .refine(
      (value) => Number.isInteger(value) && value >= 1 && value <= 31,
      say('应写 1 到 31', 'expected 1 to 31'),
    ),
  { kind: 'whole', min: 1, max: 31 },
);

const deadlineMap = narrowed(
  closedMap({
    on: day.exactOptional(),
    /** Due on this day of each month, from `from` to `until`. */
    monthly: dayOfMonth.exactOptional(),
    until: day.exactOptional(),
    at: time.exactOptional(),
    from: day.exactOptional(),
    label: text.exactOptional(),
    rolling: z.boolean().exactOptional(),
    level: level.exactOptional(),
    clause: section.exactOptional(),
  }).superRefine(({ on, monthly, until }, context) => {
    if ((on === undefined) === (monthly === undefined)) {
      const message = say('on 和 monthly 写一个，只写一个', 'write either on or monthly');
      context.addIssue({ code: 'custom', path: [on === undefined ? 'on' : 'monthly'], message });
    }
    if (until !== undefined && monthly === undefined) {
      const message = say('until 只和 monthly 一起写', 'until goes with monthly');
      context.addIssue({ code: 'custom', path: ['until'], message });
    }
  }),
  {
    some: ['on', 'monthly'],
    apart: [
      ['on', 'monthly'],
      ['on', 'until'],
    ],
  },
);

type StatedMap = z.output<typeof deadlineMap>;
/** One day, or a day of each month. */
export type StatedDeadline = Omit<StatedMap, 'on' | 'monthly' | 'until'> &
  (
    | { readonly on: WrittenDay }
    | { readonly on?: never; readonly monthly: number; readonly until?: WrittenDay }
  );

export const deadline = reading(
  { kind: 'either', of: [day, deadlineMap] },
  (input, context): StatedDeadline => {
    if (!isMap(input)) return { on: parsePart(day, input, [], context) };
    const { on, monthly, until, ...rest } = parsePart(deadlineMap, input, [], context);
    if (on !== undefined) return { ...rest, on };
    return { ...rest, monthly: monthly ?? 31, ...(until !== undefined && { until }) };
  },
);
