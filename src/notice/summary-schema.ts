import { FORM_FIELDS } from '../model/form.ts';
import { blankFormat, SUMMARY_FORMATS, type SummaryColumn, type SummaryRule } from '../model/summary.ts';
import { closedMap, isMap } from './closed-map.ts';
import { NAME_VARIABLES, fileNamePattern, pattern } from './naming-schema.ts';
import { parsePart } from './parse-part.ts';
import { listOf, oneOf, required, text } from './plain-values.ts';
import { say } from './say.ts';
import { reading } from './shape.ts';

export const SUMMARY_KEYS = [
  'name',
  'annex',
  'file',
  'format',
  'heading',
  'above',
  'columns',
  'template',
  'stamped',
  'per',
] as const;

const COMMON = ['org', 'category', 'date'];
const ABOVE = [...COMMON, 'contact', 'phone', 'email', 'count'];
const CELL = [...new Set([...NAME_VARIABLES, ...FORM_FIELDS])];

const cell = pattern({ known: CELL, labels: 'as-forms' });

const columnMap = closedMap({
  title: text,
  value: cell.exactOptional(),
  optional: required(true).exactOptional(),
});

/** A title alone means what a form means by it. */
const column = reading({ kind: 'either', of: [text, columnMap] }, (input, context): SummaryColumn =>
  isMap(input) ? parsePart(columnMap, input, [], context) : { title: parsePart(text, input, [], context) },
);

const summaryMap = closedMap({
  name: text.exactOptional(),
  annex: text.exactOptional(),
  file: fileNamePattern({ known: COMMON }).exactOptional(),
  format: listOf(oneOf(SUMMARY_FORMATS)).exactOptional(),
  heading: pattern({ known: COMMON }).exactOptional(),
  above: listOf(pattern({ known: ABOVE })).exactOptional(),
  columns: listOf(column).superRefine((columns, context) => {
    const titles = columns.map(({ title }) => title);
    const twice = titles.findIndex((title, index) => titles.indexOf(title) !== index);
    if (twice < 0) return;
    const message = say('有两栏同名', 'two columns have this title');
    context.addIssue({ code: 'custom', path: [twice], message });
  }),
  template: text.exactOptional(),
  stamped: required(true).exactOptional(),
  per: oneOf(['category', 'notice']).exactOptional(),
});

/** 汇总表; an Excel file of every category, where nothing else is said; what its blank is, where there is one. */
export const summary = reading({ kind: 'either', of: [summaryMap] }, (input, context): SummaryRule => {
  const { format, name = '汇总表', per = 'category', ...said } = parsePart(summaryMap, input, [], context);
  // What a blank of any other kind is told, it is told where the file is looked for.
  const blank = said.template === undefined ? undefined : blankFormat(said.template);
  const formats = [...new Set(format ?? [blank ?? 'xlsx'])];
  if (blank && !formats.includes(blank)) {
    const kind = blank === 'xlsx' ? 'Excel' : 'Word';
    const message = say(
      `空白表（template）是 ${kind} 的，format 里要有 ${blank}`,
      `the blank (template) is of ${kind}: format has to name ${blank}`,
    );
    context.addIssue({ code: 'custom', path: ['format'], message });
  }
  const usual = per === 'category' ? `{org}{category}${name}` : `{org}${name}`;
  const { file = usual } = said;
  return { name, formats, per, heading: file, above: [], ...said, file };
});
