import * as z from 'zod';
import type { Naming } from '../model/notice.ts';
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
const SUBJECT_VARIABLES = [...NAME_VARIABLES, 'bundle'];

/** Never part of a file name on Windows (Microsoft, “Naming Files, Paths, and Namespaces”). */
const FORBIDDEN = /[<>:"/\\|?*]/;

/** Text with variables in braces. A misspelt variable would stay in the name for good. Without a list: any. */
export function pattern(variables?: readonly string[]) {
  const known = new RegExp(`^(?:[^{}]|\\{(?:${variables?.join('|') ?? '[^{}]+'})\\})+$`);
  const read = text.superRefine((value, context) => {
    for (const [whole, name = ''] of value.matchAll(/\{([^{}]*)\}/g)) {
      if (variables && !variables.includes(name))
        context.addIssue({ code: 'custom', message: notAmong(whole, braced(variables)) });
    }
    if (/[{}]/.test(value.replace(/\{[^{}]*\}/g, ''))) {
      context.addIssue({ code: 'custom', message: say('花括号没有成对', 'a brace has no partner') });
    }
  });
  return shaped(read, { kind: 'line', patterns: [known] });
}

/** Text with variables that a file or a folder is to bear as its name. */
export function fileNamePattern(variables: readonly string[]) {
  return shaped(pattern(variables).superRefine(checkCharacters), {
    kind: 'line',
    patterns: [new RegExp(String.raw`^(?:[^{}<>:"/\\|?*]|\{(?:${variables.join('|')})\})+$`)],
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

const namePattern = shaped(fileNamePattern(NAME_VARIABLES).superRefine(checkName), {
  kind: 'line',
  patterns: [new RegExp(String.raw`^(?=.*\{)(?:[^{}<>:"/\\|?*]|\{(?:${NAME_VARIABLES.join('|')})\})+$`)],
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
export const titlePattern = pattern(NAME_VARIABLES);
export const subjectPattern = pattern(SUBJECT_VARIABLES);

function braced(variables: readonly string[]): readonly string[] {
  return variables.map((name) => `{${name}}`);
}
