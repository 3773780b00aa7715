import { dueText } from '../../model/due-text.ts';
import type { Due } from '../../model/notice.ts';
import { visible } from '../show-name.ts';
import { plural } from './plural.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type NoticeCode = 'quota.min' | 'quota.max' | 'quota.unit' | 'time.deadline' | 'attest' | 'manual';

export const noticeWordsEn: WordingsOf<NoticeCode> = {
  'quota.min': {
    title: 'Fewest works',
    required: ({ min, about }) =>
      `${about === undefined ? 'at least' : 'about'} ${plural(about ?? min, 'work')}`,
    actual: ({ actual }) => (actual === 0 ? 'none yet' : plural(actual, 'work')),
    message: (result, { categories, actual, unsorted, daysLeft }) => {
      const counted = countedEn(categories);
      if (result === 'pass') return `enough works in ${counted}`;
      if (result === 'unknown')
        return `whether there are enough works in ${counted} is open: ${unsortedEn(unsorted)}`;
      if (result === 'skip') return `nothing yet in ${counted}${daysLeftEn(daysLeft)}`;
      return actual === 0
        ? `no work at all in ${counted}${daysLeftEn(daysLeft)}`
        : `too few works in ${counted}`;
    },
    advice: (result, { min, actual, categories, unsorted }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'unknown'
            ? sortFirstEn(unsorted)
            : `gather ${Math.max(1, min - actual)} more, each in a folder of its own, in ${categories.length === 1 ? countedEn(categories) : 'one of these categories'}`,
      })),
    explain: {
      asks: 'Each category, and several together where they are counted together, have at least as many works as the notice asks. A category not begun only shows the days left; with --complete every category must be there.',
      why: 'What is missing has to be sent later, and after the due date it cannot.',
      mend: ['Put the works into the folder of their category, a folder for each work.'],
    },
  },
  'quota.max': {
    title: 'Most works',
    required: ({ max, about }) =>
      `${about === undefined ? 'at most' : 'about'} ${plural(about ?? max, 'work')}`,
    actual: ({ actual }) => plural(actual, 'work'),
    message: (result, { categories, unsorted }) => {
      const counted = countedEn(categories);
      if (result === 'unknown')
        return `whether there are too many works in ${counted} is open: ${unsortedEn(unsorted)}`;
      return result === 'fail' ? `too many works in ${counted}` : `not too many works in ${counted}`;
    },
    advice: (result, { max, actual, unsorted }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'unknown'
            ? sortFirstEn(unsorted)
            : `keep the best and move ${Math.max(1, actual - max)} away; if one work was counted as several, put its files into one folder`,
      })),
    explain: {
      asks: 'Each category, and several together where they are counted together, have no more works than the notice asks.',
      why: 'If there are more, all of them may come back for you to choose.',
      mend: [
        'Keep those you recommend, move the rest out.',
        'The files of one work in one folder count as one.',
      ],
    },
  },
  'quota.unit': {
    title: 'Number of works',
    required: ({ units }) => `by kind of unit: ${units.map(visible).join(', ')}`,
    actual: ({ actual }) => plural(actual, 'work'),
    message: (_, { categories }) =>
      `what kind of unit this is, is not known: how many works ${countedEn(categories)} may have cannot be told`,
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'write a line in four-ones.yaml, unit: the kind as the notice calls it; or compare with the notice',
      })),
    explain: {
      asks: 'Where the notice asks different kinds of unit for different numbers, the kind of this one has to be known. A unit whose name holds the kind’s word needs no saying.',
      why: 'Too many are sent back, too few are asked for again.',
      mend: ['Write a line in four-ones.yaml: unit: the kind as the notice calls it'],
    },
  },
  'time.deadline': {
    title: 'Due date',
    required: ({ on, at, rolling, label }) =>
      on === undefined
        ? `${label === undefined ? '' : `${visible(label)}, `}taken all the year, no due date`
        : `${label === undefined ? '' : `${visible(label)}, `}by ${on}${at === undefined ? '' : ` ${at}`}${rolling ? ', at any time' : ''}`,
    actual: ({ days, opensIn }) =>
      opensIn !== undefined && opensIn > 0
        ? `opens in ${plural(opensIn, 'day')}`
        : days === undefined
          ? undefined
          : daysEn(days),
    message: (result, { category, days, opensIn }) => {
      const name = `“${visible(category)}”`;
      if (opensIn !== undefined && opensIn > 0) return `${name} is not open yet`;
      if (days === undefined) return `${name} is taken all the year, there is no due date`;
      if (days < 0) return `the due date of ${name} is past`;
      return result === 'unknown'
        ? `whether ${name} is past due could not be told`
        : `${name}: ${daysEn(days)}`;
    },
    advice: (result, { days }) =>
      whenNotPassed(result, () =>
        days !== undefined && days < 0
          ? {
              text: 'ask the office soon whether it still takes it; for the notice in another year, add --year',
            }
          : { text: 'send it when it opens' },
      ),
    explain: {
      asks: 'The date of sending (--date, today by default) is not after the category’s due date; the day itself is in time. What is taken all the year has none.',
      why: 'A passed date is a reminder and no fault of the material; whether it is still taken, the office decides.',
      mend: [
        'Ask the office first.',
        'To use an old notice in a new year add --year 2021; its dates move along.',
      ],
    },
  },
  attest: {
    title: 'To be confirmed',
    required: ({ text }) => visible(text),
    actual: (_, result) =>
      ({ pass: 'confirmed', fail: 'not done', unknown: 'waiting', skip: 'does not apply' })[result],
    message: (result, { text }) => {
      if (result === 'pass') return `confirmed by a person: ${visible(text)}`;
      if (result === 'fail') return `a person says it was not done: ${visible(text)}`;
      return result === 'skip'
        ? `does not apply: ${visible(text)}`
        : `no program can see it, a person has to confirm: ${visible(text)}`;
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: result === 'fail' ? 'do it, then confirm' : 'have the person responsible verify and confirm it',
      })),
    explain: {
      asks: 'What the notice asks and no program can check (consent, truth, political review) is verified and confirmed by a person.',
      why: 'What was not looked at cannot pass, and what is not written down is forgotten.',
      mend: ['Ask the person responsible to verify each point.'],
    },
  },
  manual: {
    title: 'By hand',
    required: ({ text }) => visible(text),
    actual: () => undefined,
    message: (_, { text, due }) => `to be done by a person: ${visible(text)}${due ? stepDueEn(due) : ''}`,
    advice: () => undefined,
    explain: {
      asks: 'What only a person can do, such as following the prompts of a website or a WeChat account.',
      why: 'A program cannot do it; it is listed so that it is not forgotten.',
      mend: ['Go through the numbered list at the end of the report and tick each point.'],
    },
  },
};

/** 5 days left · due today · 7 days past. */
export function daysEn(days: number): string {
  if (days === 0) return 'due today';
  return days > 0 ? `${plural(days, 'day')} left` : `${plural(-days, 'day')} past`;
}

/** Without days where no day is today. */
export type StepDue = Due & { readonly days?: number };

/** ` (by 2020-05-10 12:00, 5 days left)`. */
export function stepDueEn(due: StepDue): string {
  return ` (by ${dueText(due)}${due.days === undefined ? '' : `, ${daysEn(due.days)}`})`;
}

function daysLeftEn(days: number | undefined): string {
  return days === undefined ? '' : `, ${daysEn(days)}`;
}

/** “films” · “films”, “clips” together. */
export function countedEn(categories: readonly string[]): string {
  const names = categories.slice(0, MOST_NAMES).map((name) => `“${visible(name)}”`);
  if (categories.length > MOST_NAMES)
    return `${names.join(', ')} and ${categories.length - MOST_NAMES} more categories together`;
  return names.join(', ') + (categories.length === 1 ? '' : ' together');
}

const MOST_NAMES = 5;

function unsortedEn(unsorted: number): string {
  return unsorted === 1 ? '1 work has no category yet' : `${unsorted} works have no category yet`;
}

function sortFirstEn(unsorted: number): string {
  return `first put ${plural(unsorted, 'work')} without a category into the folders of their categories`;
}
