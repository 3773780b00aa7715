import * as z from 'zod';
import { ROLES } from '../model/format.ts';
import { INFO_FIELDS, type ChoiceRule, type InfoRule } from '../model/notice.ts';
import { closedMap, isMap } from './closed-map.ts';
import { day } from './day-schema.ts';
import { deadline } from './deadline-schema.ts';
import { examples } from './examples-schema.ts';
import { attestations, forms, removable, routes, steps } from './hand-schema.ts';
import { ID, mapById, mapByName } from './key-maps.ts';
import { mediaByRole } from './media-schema.ts';
import { NAMING_KEYS, naming } from './naming-schema.ts';
import { packing, PACKING_KEYS } from './packing-schema.ts';
import { parsePart } from './parse-part.ts';
import { count, listOf, oneOf, required, text } from './plain-values.ts';
import { parts } from './part-schema.ts';
import { groupQuota, quotas } from './quota-schema.ts';
import { size } from './quantities.ts';
import { RANGE_KEYS, checkOrder, checkTogether, rangeOf } from './ranges.ts';
import { say } from './say.ts';
import { narrowed, reading, shaped } from './shape.ts';
import { summary, SUMMARY_KEYS } from './summary-schema.ts';
import { level, section, stated, statedEntry, statedList } from './stated.ts';

const ruledNaming = stated(naming, NAMING_KEYS).exactOptional();
const ruledPacking = stated(packing, PACKING_KEYS).exactOptional();
const ruledSummary = stated(summary, SUMMARY_KEYS).exactOptional();

/** `{ of: [video, [photo, text]], max: 1 }`: either or; how many of them at least is one, where it is not said. */
const CHOICE_KEYS = [...RANGE_KEYS, 'of'];
const choiceMap = closedMap({
  of: listOf(listOf(text)),
  min: count.exactOptional(),
  max: count.exactOptional(),
});
const choice = statedEntry(
  choiceMap.transform((value, context): ChoiceRule => {
    checkOrder({ min: 1, ...value }, context);
    return { min: 1, ...value };
  }),
  CHOICE_KEYS,
);

const workDates = narrowed(
  closedMap({ from: day.exactOptional(), to: day.exactOptional() }).superRefine(({ from, to }, context) => {
    if (from !== undefined || to !== undefined) return;
    context.addIssue({ code: 'custom', message: say('至少写 from、to 之一', 'expected from or to') });
  }),
  { some: ['from', 'to'] },
);

/** What 作品信息.yaml must say: `required`, how many entries, or which values are known. */
const INFO_KEYS = ['min', 'max', 'oneOf'] as const;
const infoMap = closedMap({
  min: count.exactOptional(),
  max: count.exactOptional(),
  oneOf: listOf(text).exactOptional(),
}).superRefine((value, context) => {
  if (value.min !== undefined || value.max !== undefined) checkOrder(value, context);
});
type StatedInfo = Omit<InfoRule, 'field'>;
const asked = required(true);
const info = reading({ kind: 'either', of: [asked, infoMap] }, (input, context): StatedInfo => {
  if (!isMap(input)) {
    parsePart(asked, input, [], context);
    return {};
  }
  const { oneOf: known, ...range } = parsePart(infoMap, input, [], context);
  const counted = range.min !== undefined || range.max !== undefined;
  return { ...(counted && { count: range }), ...(known && { oneOf: known }) };
});

/** Of all files of a work together. */
const workSize = statedList(rangeOf(size), RANGE_KEYS).superRefine(checkTogether).exactOptional();

const categoryMap = closedMap({
  name: text.exactOptional(),
  level: level.exactOptional(),
  clause: section.exactOptional(),
  aliases: removable(listOf(text)),
  accepts: removable(z.array(oneOf(ROLES))),
  quota: quotas.exactOptional(),
  parts: removable(parts),
  choices: removable(listOf(choice)),
  workSize,
  workDates: stated(workDates, ['from', 'to']).exactOptional(),
  info: removable(mapByName(INFO_FIELDS, () => statedList(info, INFO_KEYS))),
  forms: removable(listOf(stated(text))),
  naming: ruledNaming,
  packing: ruledPacking,
  summary: ruledSummary,
  deadlines: removable(listOf(deadline)),
  route: removable(text),
  routes: removable(listOf(text)),
  attestations,
  steps,
  media: removable(mediaByRole),
}).superRefine((value, context) => {
  if (value.route === undefined || value.routes === undefined) return;
  const message = say('route 和 routes 只写一个', 'write either route or routes');
  context.addIssue({ code: 'custom', path: ['route'], message });
});
export const category = narrowed(categoryMap, { apart: [['route', 'routes']] });
export type StatedCategory = z.output<typeof category>;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const year = shaped(
  z
    .number(say('应写年份，如 2020', 'expected a year, e.g. 2020'))
    .refine(isYear, say('应写年份，如 2020', 'expected a year, e.g. 2020')),
  { kind: 'whole', min: FIRST_YEAR, max: LAST_YEAR },
);

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR;
}

const ownId = shaped(
  text.regex(ID, say('代号只用字母、数字、汉字和 -', 'an id has letters, digits and - only')),
  { kind: 'line', patterns: [ID] },
);

/** A notice file as its writer states it; see the built-in ones for every key in use. */
export const noticeSchema = closedMap({
  id: ownId.exactOptional(),
  title: text,
  /** One notice, or several: the first named is the nearest. */
  extends: listOf(text).exactOptional(),
  issuer: text.exactOptional(),
  submitter: text.exactOptional(),
  year: year.exactOptional(),
  naming: ruledNaming,
  packing: ruledPacking,
  summary: ruledSummary,
  workSize,
  media: removable(mediaByRole),
  forms: removable(forms),
  routes: removable(routes),
  categories: removable(mapById(category)),
  quotas: removable(listOf(groupQuota)),
  attestations,
  steps,
  examples: examples.exactOptional(),
  /** Not in force before a person has read it and taken this line away. */
  draft: z
    .literal(true, say('草稿写 draft: true；核对好了删去这一行', 'write draft: true, or remove the line'))
    .exactOptional(),
});
export type StatedNotice = z.output<typeof noticeSchema>;
