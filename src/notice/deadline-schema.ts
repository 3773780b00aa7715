import * as z from 'zod';
import { closedMap, isMap } from './closed-map.ts';
import { day, time, type WrittenDay } from './day-schema.ts';
import { parsePart } from './parse-part.ts';
import { oneOf, required, text } from './plain-values.ts';
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

const WAYS = ['on', 'monthly', 'allYear'] as const;

const deadlineMap = narrowed(
  closedMap({
    on: day.exactOptional(),
    /** Due on this day of each month, from `from` to `until`. */
    monthly: dayOfMonth.exactOptional(),
    /** 常年征集: there is none. */
    allYear: required(true).exactOptional(),
    until: day.exactOptional(),
    at: time.exactOptional(),
    from: day.exactOptional(),
    label: text.exactOptional(),
    rolling: z.boolean().exactOptional(),
    level: level.exactOptional(),
    clause: section.exactOptional(),
  }).superRefine((value, context) => {
    const { on, monthly, until, allYear, at } = value;
    const [first, ...others] = WAYS.filter((way) => value[way] !== undefined);
    if (first === undefined || others.length > 0) {
      const message = say('on、monthly、allYear 写一个，只写一个', 'write one of on, monthly and allYear');
      context.addIssue({ code: 'custom', path: [on === undefined ? 'on' : (others[0] ?? 'on')], message });
    }
    if (at !== undefined && allYear) {
      const message = say('没有截止日期，也就没有截止时刻', 'without a due date there is no due time');
      context.addIssue({ code: 'custom', path: ['at'], message });
    }
    if (until !== undefined && monthly === undefined) {
      const message = say('until 只和 monthly 一起写', 'until goes with monthly');
      context.addIssue({ code: 'custom', path: ['until'], message });
    }
  }),
  {
    some: WAYS,
    apart: [
      ['on', 'monthly'],
      ['on', 'allYear'],
      ['monthly', 'allYear'],
      ['on', 'until'],
      ['allYear', 'until'],
      ['allYear', 'at'],
    ],
  },
);

type StatedMap = z.output<typeof deadlineMap>;
/** One day, or a day of each month, or none: taken all the year. */
export type StatedDeadline = Omit<StatedMap, 'on' | 'monthly' | 'until' | 'allYear'> &
  (
    | { readonly on: WrittenDay; readonly monthly?: never }
    | { readonly on?: never; readonly monthly: number; readonly until?: WrittenDay }
    | { readonly on?: never; readonly monthly?: never }
  );

const ALL_YEAR = ['allYear', '常年', '全年'] as const;
const allYearWord = oneOf(ALL_YEAR);

export const deadline = reading(
  { kind: 'either', of: [day, allYearWord, deadlineMap] },
  (input, context): StatedDeadline => {
    if (ALL_YEAR.some((word) => word === input)) return {};
    if (!isMap(input)) return { on: parsePart(day, input, [], context) };
    const { on, monthly, until, allYear, ...rest } = parsePart(deadlineMap, input, [], context);
    if (on !== undefined) return { ...rest, on };
    if (allYear) return rest;
    return { ...rest, monthly: monthly ?? 31, ...(until !== undefined && { until }) };
  },
);
