import * as z from 'zod';
import type { Naming } from '../model/notice.ts';
import { isLabel } from '../model/work-details.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { notAmong, text } from './plain-values.ts';
import { quoted, say } from './say.ts';
import { reading, shaped } from './shape.ts';

export const NAMING_KEYS = ['pattern', 'date'] as const;
export const NAME_VARIABLES = [
  'org',
  'category',
  'date',
  'title',
  'authors',
  'author',
  'presenter',
  'topic',
  'keywords',
  'seq',
];
export const OF_NAMES: Variables = { known: NAME_VARIABLES, labels: 'of-work' };
/** What one would say for a variable of ours; a work does not say it. */
const OURS: ReadonlyMap<string, string> = new Map([
  ['单位', 'org'],
  ['类别', 'category'],
  ['日期', 'date'],
  ['报送日期', 'date'],
  ['序号', 'seq'],
]);
/** A label of 作品信息.yaml, such as 班级: no id of ours, however spelt. */
const LABEL = String.raw`[^{}]*[^\x00-\x7F{}][^{}]*`;

/** Never part of a file name on Windows (Microsoft, “Naming Files, Paths, and Namespaces”). */
const FORBIDDEN = /[<>:"/\\|?*]/;

/**
 * What stands in braces: one of a list, or anything. `labels`: or whatever a work says under a label of its own, in
 * `as-forms` also what a form means by such a word.
 */
export interface Variables {
  readonly known?: readonly string[];
  readonly labels?: 'of-work' | 'as-forms';
}

/** Text with variables in braces. A misspelt variable would stay in the name for good. */
export function pattern(variables: Variables = {}) {
  const { known, labels } = variables;
  const read = text.superRefine((value, context) => {
    for (const [whole, name = ''] of value.matchAll(/\{([^{}]*)\}/g)) {
      if (!known || known.includes(name)) continue;
      const ours = labels === 'of-work' ? OURS.get(name.trim()) : undefined;
      if (labels && isLabel(name) && ours === undefined) continue;
      context.addIssue({
        code: 'custom',
        message:
          ours === undefined
            ? notAmong(whole, braced(known))
            : say(`${whole} 请写 {${ours}}`, `write {${ours}} for ${whole}`),
      });
    }
    if (/[{}]/.test(value.replace(/\{[^{}]*\}/g, ''))) {
      context.addIssue({ code: 'custom', message: say('花括号没有成对', 'a brace has no partner') });
    }
  });
  return shaped(read, {
    kind: 'line',
    patterns: [new RegExp(`^(?:[^{}]|${inBraces(variables)})+$`)],
  });
}

/** As a regular expression, for editors. */
export function inBraces({ known, labels }: Variables): string {
  const refused = String.raw`(?!(?:${[...OURS.keys()].join('|')})\})`;
  const own = labels === 'of-work' ? [refused + LABEL] : labels ? [LABEL] : [];
  const names = [...(known ?? ['[^{}]+']), ...own];
  return String.raw`\{(?:${names.join('|')})\}`;
}

/** Text with variables that a file or a folder is to bear as its name. */
export function fileNamePattern(variables: Variables) {
  return shaped(pattern(variables).superRefine(checkCharacters), {
    kind: 'line',
    patterns: [new RegExp(String.raw`^(?:[^{}<>:"/\\|?*]|${inBraces(variables)})+$`)],
  });
}

function checkCharacters(value: string, context: z.RefinementCtx): void {
  const [character] = FORBIDDEN.exec(value) ?? [];
  if (character === undefined) return;
  const shown = quoted(character);
  context.addIssue({
    code: 'custom',
    message: say(`文件名里不能有 ${shown}`, `a file name cannot hold ${shown}`),
  });
}

const namePattern = shaped(fileNamePattern(OF_NAMES).superRefine(checkName), {
  kind: 'line',
  patterns: [new RegExp(String.raw`^(?=.*\{)(?:[^{}<>:"/\\|?*]|${inBraces(OF_NAMES)})+$`)],
});

function checkName(value: string, context: z.RefinementCtx): void {
  if (!value.includes('{')) {
    const message = say(
      '命名规则要有变量，如 {org}+{category}+{date}',
      'no variable, e.g. {org}+{category}+{date}',
    );
    context.addIssue({ code: 'custom', message });
  }
}

const dateFormat = z
  .string()
  .regex(
    /^(?=.*yyyy)(?:yyyy|MM|dd|[-._ 年月日])+$/,
    say('应写日期格式，如 yyyyMMdd', 'expected a date format, e.g. yyyyMMdd'),
  );

const namingMap = closedMap({ pattern: namePattern, date: dateFormat.exactOptional() });

/** A pattern alone, or with the form of its date. */
export const naming = reading({ kind: 'either', of: [namePattern, namingMap] }, (input, context): Naming => {
  if (!isMap(input)) return { pattern: parsePart(namePattern, input, [], context), date: 'yyyyMMdd' };
  return { date: 'yyyyMMdd', ...parsePart(namingMap, input, [], context) };
});

/** How a text’s title reads. */
export const titlePattern = pattern(OF_NAMES);
export const subjectPattern = pattern({ known: [...NAME_VARIABLES, 'bundle'], labels: 'of-work' });
/** A line of a mail, which also says whom to ask. */
export const bodyPattern = pattern({
  known: [...NAME_VARIABLES, 'bundle', 'contact', 'phone', 'email'],
  labels: 'of-work',
});

function braced(variables: readonly string[]): readonly string[] {
  return variables.map((name) => `{${name}}`);
}
