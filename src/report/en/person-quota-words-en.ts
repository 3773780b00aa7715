import type { CheckArgs } from '../../model/check.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { personNamesEn } from './format-names-en.ts';
import { countedEn } from './notice-words-en.ts';
import { plural } from './plural.ts';

export const personQuotaWordsEn: WordingsOf<'quota.person'> = {
  'quota.person': {
    title: 'Works of one person',
    required: ({ per, max, count, person }) => {
      const who = person === undefined ? `each ${personNamesEn[per]}` : visible(person);
      return `at most ${amountEn(max, count)} for ${who}`;
    },
    actual: ({ actual, count, works, person }, result) =>
      result === 'unknown'
        ? undefined
        : `${person === undefined ? 'at most ' : ''}${amountEn(actual, count)}${works.length === 0 ? '' : `: ${titlesEn(works)}`}`,
    message: (result, args) => {
      const { per, person, categories } = args;
      const who = personNamesEn[per];
      const counted = countedEn(categories);
      if (person !== undefined) return `the ${who} ${visible(person)} has too many in ${counted}`;
      if (result === 'unknown')
        return `whether any ${who} has too many in ${counted} is open: ${unclearEn(args)}`;
      return `no ${who} has too many in ${counted}`;
    },
    advice: (result, { per, person, max, count, unsaid }) =>
      whenNotPassed(result, () => {
        if (person === undefined)
          return unsaid.length === 0
            ? { text: 'first put the works without a category into the folders of their categories' }
            : {
                text: `name every ${personNamesEn[per]} in the item info of these works, with no “and others”`,
              };
        return {
          text: `agree with ${visible(person)} on which ${amountEn(max, count)} to keep and move the rest out of the materials; if these are two persons of one name, waive it with confirm and say so`,
        };
      }),
    explain: {
      asks: 'One person (author, presenter or advisor) has a part in no more works, or categories, than the notice allows. Names come from the item info; spaces, width and what stands in brackets make no difference, and one name counts as one person.',
      why: 'All of them may come back, or the office keeps one of its own choice.',
      mend: [
        'Name every author, presenter and advisor in each work’s item info, without “and others”.',
        'Agree with the person on which works to keep, and move the rest out of the materials.',
        'Two persons of one name: four-ones confirm, with the reason.',
      ],
    },
  },
};

const MOST_TITLES = 5;

function amountEn(amount: number, count: CheckArgs['quota.person']['count']): string {
  return count === 'works' ? plural(amount, 'work') : amount === 1 ? '1 category' : `${amount} categories`;
}

/** “A”, “B”, cut where there are many. */
function titlesEn(titles: readonly string[]): string {
  const shown = titles.slice(0, MOST_TITLES).map((title) => `“${visible(title)}”`);
  const more = titles.length > MOST_TITLES ? ` and ${titles.length - MOST_TITLES} more` : '';
  return shown.join(', ') + more;
}

function unclearEn({ per, unsaid, unsorted }: CheckArgs['quota.person']): string {
  const parts = [
    ...(unsaid.length === 0 ? [] : [`${titlesEn(unsaid)} name no ${personNamesEn[per]}, or not all of them`]),
    ...(unsorted === undefined ? [] : [`${plural(unsorted, 'work')} without a category`]),
  ];
  return parts.join('; ');
}
