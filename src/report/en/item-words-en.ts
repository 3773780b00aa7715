import type { Alternative, InfoFault } from '../../model/check.ts';
import type { Role } from '../../model/format.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { fieldNamesEn, roleNamesEn } from './format-names-en.ts';
import { plural } from './plural.ts';

type ItemCode = 'item.parts' | 'item.choice' | 'item.date' | 'item.info';

/** The file's name is its name in every language. */
const INFO_FILE = '作品信息.yaml';

export const itemWordsEn: WordingsOf<ItemCode> = {
  'item.parts': {
    title: 'Parts of work',
    required: ({ role, name, range, unexpected }) =>
      unexpected
        ? `no ${roleNamesEn[role]}`
        : `${kindEn({ role, name })}: ${formatCount(range, 'en', 'file')}`,
    actual: ({ role, name, actual }) => `${kindEn({ role, name })}: ${plural(actual, 'file')}`,
    message: (result, { role, name, range, actual, unexpected }) => {
      const kind = kindEn({ role, name });
      if (result === 'pass') return `as many files as asked: ${kind}`;
      if (result === 'unknown') return `could not be counted: ${kind}`;
      if (result === 'skip') return 'not asked for';
      if (unexpected) return `this category does not take: ${kind}`;
      if (overshoot(range, actual)?.side === 'over') return `too many files: ${kind}`;
      return `${actual === 0 ? 'missing' : 'too few files'}: ${kind}`;
    },
    advice: (result, { role, name, words, range, actual, unexpected }) =>
      whenNotPassed(result, () => {
        if (words && overshoot(range, actual)?.side === 'under') {
          const told = words.map((word) => `“${visible(word)}”`).join(' or ');
          return { text: `put it into this work’s folder, with ${told} in its file’s name` };
        }
        if (unexpected)
          return { text: 'move it to a category that takes it, or out of the materials folder' };
        const beyond = overshoot(range, actual);
        if (beyond?.side === 'over') {
          return {
            text: `move ${plural(beyond.by, 'file')} away; if several works are mixed here, give each a folder`,
          };
        }
        const more = beyond ? `, ${beyond.by} more` : '';
        return { text: `put it into this work’s folder: ${kindEn({ role, name })}${more}` };
      }),
    explain: {
      asks: 'Each work consists of the files the notice asks for, such as one text and at least two photos.',
      why: 'What is incomplete is sent back; what lies in the wrong category is not read.',
      mend: ['One folder for each work, with all of its files.', 'Separate works that are mixed.'],
    },
  },
  'item.choice': {
    title: 'Either or',
    required: ({ alternatives, range }) =>
      `${formatCount(range, 'en', 'kind')} of: ${alternatives.map(alternativeEn).join(', ')}`,
    actual: ({ alternatives }) => {
      const there = alternatives.filter((one) => one.there).map(alternativeEn);
      return there.length === 0 ? 'none of them' : there.join(', ');
    },
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'what is asked for is there';
      if (result === 'unknown') return 'which of them are there could not be told';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'over'
        ? 'more kinds than may be chosen'
        : 'too few of these kinds';
    },
    advice: (result, { alternatives, range, actual }) =>
      whenNotPassed(result, () => ({
        text:
          overshoot(range, actual)?.side === 'over'
            ? 'choose what to hand in, and move the rest out of this work’s folder'
            : `put one of these into this work’s folder: ${alternatives.map(alternativeEn).join(', ')}`,
      })),
    explain: {
      asks: 'Where the notice says “or”, the work has one of these kinds of file (or as many as it says).',
      why: 'Without any it is not taken; with both, nobody knows which one counts.',
      mend: ['Choose one and put it into the work’s folder; move the others out.'],
    },
  },
  'item.date': {
    title: 'Date of the work',
    required: ({ from, to }) => [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(', '),
    actual: ({ said, actual }) => actual ?? (said === undefined ? undefined : visible(said)),
    message: (result, { said }) => {
      if (result === 'pass') return 'within the time asked for';
      if (result === 'skip') return 'not asked for';
      if (result === 'fail') return 'not within the time asked for';
      return said === undefined ? 'the day of the work is not given' : 'the date given is not understood';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text:
          result === 'fail'
            ? 'choose a work of that time; mend the date in 作品信息.yaml where it is wrong'
            : 'write a line in the work’s 作品信息.yaml, as date: 2020-03-05',
      })),
    explain: {
      asks: 'The work was made, published or held within the time the notice names, by the date in 作品信息.yaml.',
      why: 'Others do not compete. A file’s own date changes and proves nothing.',
      mend: ['Write a line in 作品信息.yaml: date: 2020-03-05'],
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

/** “script” (text), photo. */
function alternativeEn({ kinds }: Alternative): string {
  return kinds.map(kindEn).join(' and ');
}

function kindEn({ role, name }: { readonly role: Role; readonly name?: string | undefined }): string {
  return name === undefined ? roleNamesEn[role] : `“${visible(name)}” (${roleNamesEn[role]})`;
}
