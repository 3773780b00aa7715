import type { InfoFault, NameProblem } from '../../model/check.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { showName, visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { fieldNamesEn, formatNamesEn, roleNamesEn } from './format-names-en.ts';
import { plural } from './plural.ts';

type ItemCode = 'item.parts' | 'item.info' | 'name.file';

/** The file's name is its name in every language. */
const INFO_FILE = '作品信息.yaml';

export const itemWordsEn: WordingsOf<ItemCode> = {
  'item.parts': {
    title: 'Parts of work',
    required: ({ role, range, unexpected }) =>
      unexpected ? `no ${roleNamesEn[role]}` : `${roleNamesEn[role]}: ${formatCount(range, 'en', 'file')}`,
    actual: ({ role, actual }) => `${roleNamesEn[role]}: ${plural(actual, 'file')}`,
    message: (result, { role, range, actual, unexpected }) => {
      const name = roleNamesEn[role];
      if (result === 'pass') return `as many files as asked: ${name}`;
      if (result === 'unknown') return `the files could not be counted: ${name}`;
      if (result === 'skip') return 'not asked for';
      if (unexpected) return `this category does not take: ${name}`;
      if (overshoot(range, actual)?.side === 'over') return `too many files: ${name}`;
      return `${actual === 0 ? 'missing' : 'too few files'}: ${name}`;
    },
    advice: (result, { role, range, actual, unexpected }) =>
      whenNotPassed(result, () => {
        if (unexpected)
          return { text: 'move it to a category that takes it, or out of the materials folder' };
        const beyond = overshoot(range, actual);
        if (beyond?.side === 'over') {
          return {
            text: `move ${plural(beyond.by, 'file')} away; if several works are mixed here, give each a folder`,
          };
        }
        const more = beyond ? `, ${beyond.by} more` : '';
        return { text: `put it into this work’s folder: ${roleNamesEn[role]}${more}` };
      }),
    explain: {
      asks: 'Each work consists of the files the notice asks for, such as one text and at least two photos.',
      why: 'What is incomplete is sent back; what lies in the wrong category is not read.',
      mend: ['One folder for each work, with all of its files.', 'Separate works that are mixed.'],
    },
  },
  'item.info': {
    title: 'Work details',
    required: ({ field, problem }) => infoRequired(field ? fieldNamesEn[field] : undefined, problem),
    actual: ({ problem }) => infoActual(problem),
    message: (result, { field, problem }) => {
      const name = field ? `“${fieldNamesEn[field]}”` : 'the work’s details';
      if (!problem) return result === 'unknown' ? `could not be read: ${name}` : `given: ${name}`;
      return infoMessage(name, problem);
    },
    remark: ({ problem }) =>
      problem?.kind === 'not-listed'
        ? `“${visible(problem.value)}” is not among the topics the notice lists; it says “and others”, so it may be used`
        : undefined,
    advice: (result, { field, problem }) =>
      whenNotPassed(result, () => infoAdvice(field ? fieldNamesEn[field] : undefined, problem)),
    explain: {
      asks: `Title, presenter, topic, keywords and so on stand in the work’s ${INFO_FILE}, as far as the notice asks for them.`,
      why: 'The mail’s subject, the form and the list of materials are made from them.',
      mend: [
        `Make a text file ${INFO_FILE} in the work’s folder, one entry a line, a space after the colon:`,
        'title: Twenty-four hours',
        'keywords: [epidemic, members, neighbourhood]',
        'Save it as UTF-8.',
      ],
    },
  },
  'name.file': {
    title: 'File name',
    required: ({ expected, problem }) => nameRequired(expected, problem),
    actual: ({ problem }) => nameActual(problem),
    message: (result, { problem }) => {
      if (result === 'pass') return 'the name is as asked';
      if (result === 'skip') return 'not asked for';
      return problem ? nameMessage(problem) : 'the name could not be judged';
    },
    advice: (result, { problem }) => whenNotPassed(result, () => nameAdvice(problem)),
    explain: {
      asks: 'The file is named the way the notice asks, its extension fits its content, and no character in it upsets another system.',
      why: 'An office receives hundreds a day; by a wrong name nobody finds whose it is.',
      mend: [
        'No need to rename by hand: four-ones pack does (the originals stay as they are).',
        'By hand: select the file and press F2.',
      ],
    },
  },
};

function infoRequired(name: string | undefined, problem: InfoFault | undefined): string {
  switch (problem?.kind) {
    case 'count':
      return `${name ?? 'entries'}: ${formatCount(problem.range, 'en', 'value')}`;
    case 'not-listed':
      return problem.oneOf.map(visible).join('; ');
    case 'syntax':
      return `${INFO_FILE} written correctly`;
    case 'missing':
    case undefined:
      return `${name ?? 'details'} given`;
  }
}

function infoActual(problem: InfoFault | undefined): string | undefined {
  switch (problem?.kind) {
    case 'missing':
      return 'not given';
    case 'count':
      return String(problem.actual);
    case 'not-listed':
      return visible(problem.value);
    case 'syntax': {
      const key = problem.key === undefined || problem.key === '' ? '' : `, ${visible(problem.key)}`;
      return `line ${problem.line}, column ${problem.column}${key}: ${visible(problem.problem)}`;
    }
    case undefined:
      return undefined;
  }
}

function infoMessage(name: string, problem: InfoFault): string {
  switch (problem.kind) {
    case 'missing':
      return `not given: ${name}`;
    case 'count':
      return `${overshoot(problem.range, problem.actual)?.side === 'over' ? 'too many' : 'too few'}: ${name}`;
    case 'not-listed':
      return `not one the notice lists: ${name}`;
    case 'syntax':
      return `${INFO_FILE} is not written correctly and was not read`;
  }
}

function infoAdvice(name: string | undefined, problem: InfoFault | undefined): Advice {
  switch (problem?.kind) {
    case 'syntax':
      return { text: `open ${INFO_FILE} in Notepad, mend line ${problem.line} and check again` };
    case 'not-listed':
      return {
        text: 'see whether it is misspelt; if it is another topic, ask the office whether it takes it',
      };
    case 'count':
      return { text: `open ${INFO_FILE} in Notepad and change the number of entries: ${name ?? 'details'}` };
    case 'missing':
    case undefined:
      return {
        text: `open ${INFO_FILE} in the work’s folder in Notepad (make it if need be) and add: ${name ?? 'details'}`,
      };
  }
}

function nameRequired(expected: string, problem: NameProblem | undefined): string | undefined {
  if (problem?.kind === 'extension') return 'an extension that fits the content';
  if (problem?.kind === 'unsafe') return 'only letters, digits and usual signs';
  return expected === '' ? undefined : `such as ${showName(fillIn(expected))}`;
}

const VARIABLES: Readonly<Record<string, string>> = {
  org: 'UNIT',
  category: 'CATEGORY',
  date: 'DATE',
  title: 'TITLE',
};

/** What was not known when the name was made stands as a word. */
function fillIn(pattern: string): string {
  return pattern.replace(/\{(\w+)\}/g, (variable, name: string) => VARIABLES[name] ?? variable);
}

function nameActual(problem: NameProblem | undefined): string | undefined {
  if (problem?.kind === 'extension') return `its content is: ${formatNamesEn[problem.format]}`;
  return problem?.kind === 'unsafe' ? `contains ${showName(problem.characters)}` : undefined;
}

function nameMessage(problem: NameProblem): string {
  switch (problem.kind) {
    case 'pattern':
      return 'the file is not named the way the notice asks';
    case 'extension':
      return 'the extension does not fit the content';
    case 'unsafe':
      return 'the name has characters that other systems may refuse';
  }
}

function nameAdvice(problem: NameProblem | undefined): Advice {
  if (problem?.kind === 'extension') {
    return {
      text: 'give it the extension of its content; convert it first where the notice does not take that format',
    };
  }
  if (problem?.kind === 'unsafe') return { text: 'rename it without these characters' };
  return { text: 'four-ones pack gives it its name, no need to do it by hand' };
}
