import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { plural } from './plural.ts';

type TextContentCode = 'text.sections';

export const textContentWordsEn: WordingsOf<TextContentCode> = {
  'text.sections': {
    title: 'Sections',
    required: ({ section, words }) =>
      `a section “${visible(section)}”${words ? `, ${formatCount(words, 'en', 'character')}` : ''}`,
    actual: ({ standing, actual }) => {
      if (standing === 'mentioned') return 'only mentioned within a paragraph';
      if (standing === 'absent') return 'nowhere in the text';
      return standing === undefined || actual === undefined
        ? undefined
        : `${plural(actual, 'character')} in this section`;
    },
    message: (result, { standing, words, actual }) => {
      if (result === 'pass') return 'the section is there';
      if (result === 'skip') return 'not asked for';
      if (standing === 'absent') return 'the section is missing';
      if (standing === 'mentioned')
        return 'mentioned, but not as a heading: whether it is a section of its own could not be told';
      if (standing === undefined) return 'whether the section is there could not be told';
      if (actual === 0) return 'there is a heading with no text beneath it';
      if (actual === undefined) return 'where the section ends could not be told';
      return words && overshoot(words, actual)?.side === 'under'
        ? 'the section is too short'
        : 'the section is too long';
    },
    advice: (result, { section, standing, words, actual }) =>
      whenNotPassed(result, () => {
        const beyond = words && standing === 'heading' ? overshoot(words, actual) : undefined;
        if (beyond) return { text: `${beyond.side === 'over' ? 'cut' : 'add'} at least ${beyond.by}` };
        if (standing === 'heading') return { text: 'look at this section, and write what is missing' };
        return {
          text: `give the section a heading in a paragraph of its own, such as “1. ${visible(section)}”`,
        };
      }),
    explain: {
      asks: 'The text has the sections the notice names, each under a heading: numbered, in brackets, before a colon, or alone in its paragraph. Where a length is asked for, what stands between this heading and the next is counted.',
      why: 'Reviewers mark section by section; a text without one is sent back.',
      mend: [
        'Give each section a heading in a paragraph of its own, by the name the notice uses.',
        'Where it is there under another heading: record that with four-ones confirm.',
      ],
    },
  },
};
