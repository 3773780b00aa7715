import * as z from 'zod';
import { parseCalendarDate, type CalendarDate } from '../model/calendar-date.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { listOf, text } from './plain-values.ts';
import { say } from './say.ts';
import { reading } from './shape.ts';

const date = z.string().transform((written, context): CalendarDate => {
  const found = parseCalendarDate(written);
  if (found) return found;
  const message = say('应写日期，如 2020-07-10', 'expected a date, e.g. 2020-07-10');
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const surroundings = {
  folder: text,
  /** The day it is handed in; the first of the notice's year where absent, so that examples do not age. */
  date: date.exactOptional(),
  org: text.exactOptional(),
};
const passingMap = closedMap({ ...surroundings, unknown: listOf(text).exactOptional() });
const failingMap = closedMap({ ...surroundings, codes: listOf(text).exactOptional() });

/** A folder alone, or with what is said of it. */
const passing = reading(
  { kind: 'either', of: [text, passingMap] },
  (input, context): z.output<typeof passingMap> =>
    isMap(input)
      ? parsePart(passingMap, input, [], context)
      : { folder: parsePart(text, input, [], context) },
);
const failing = reading(
  { kind: 'either', of: [text, failingMap] },
  (input, context): z.output<typeof failingMap> =>
    isMap(input)
      ? parsePart(failingMap, input, [], context)
      : { folder: parsePart(text, input, [], context) },
);

/** Folders beside the notice and how they are to turn out: `notice check` proves it. */
export const examples = closedMap({
  pass: listOf(passing).exactOptional(),
  fail: listOf(failing).exactOptional(),
});
