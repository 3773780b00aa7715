import { describePictures } from '../describe-text-rules.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { plural } from './plural.ts';

type TextCode = 'text.words' | 'text.lines' | 'text.images' | 'text.contact';

export const textWordsEn: WordingsOf<TextCode> = {
  'text.words': {
    title: 'Length of text',
    required: ({ range }) => formatCount(range, 'en', 'character'),
    actual: ({ actual }) => (actual === undefined ? undefined : plural(actual, 'character')),
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'as long as asked';
      if (result === 'unknown') return 'the characters could not be counted';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'under' ? 'the text is too short' : 'the text is too long';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (!beyond) return { text: 'open it in Word and see Review → Word Count' };
        return {
          text: `${beyond.side === 'over' ? 'cut' : 'add'} at least ${beyond.by} (“Words” under Word’s Review → Word Count)`,
        };
      }),
    explain: {
      asks: 'The text is as long as the notice asks, counted as Word does: each Chinese character and punctuation mark 1, each run of letters or digits 1.',
      why: 'What is over is cut by others, or sent back.',
      mend: ['Word or WPS: Review → Word Count, “Words”; shorten it to the limit.'],
    },
  },
  'text.lines': {
    title: 'Lines',
    required: ({ range }) => formatCount(range, 'en', 'line'),
    actual: ({ actual }) => (actual === undefined ? undefined : plural(actual, 'line')),
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'as many lines as asked';
      if (result === 'unknown') return 'the lines could not be counted';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'under' ? 'too few lines' : 'too many lines';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (!beyond) return { text: 'count them in Word; save an old .doc as .docx' };
        return { text: `${beyond.side === 'over' ? 'cut' : 'add'} ${plural(beyond.by, 'line')}` };
      }),
    explain: {
      asks: 'Verse has as many lines as the notice asks. Empty ones do not count; a line ends where Enter was pressed, not where the screen folds it.',
      why: 'What is over is cut by others, or sent back.',
      mend: ['Open it in Word or WPS and shorten it to the lines asked for.'],
    },
  },
  'text.images': {
    title: 'Pictures in text',
    required: ({ asked }) =>
      asked === 'separate'
        ? 'originals of the pictures in the text, as files of their own'
        : describePictures(asked, 'en'),
    actual: ({ asked, embedded, supplied }) => {
      if (embedded === undefined) return undefined;
      const within = `${plural(embedded, 'picture')} in the text`;
      return asked === 'separate' ? `${within}, ${plural(supplied, 'photo file')}` : within;
    },
    message: (result, { asked, embedded, supplied }) => {
      if (result === 'unknown') return 'the pictures in the text could not be counted';
      if (result === 'skip') return 'not asked for';
      if (asked === 'none')
        return result === 'pass' ? 'no pictures in the text' : 'there are pictures in the text';
      if (asked !== 'separate') {
        if (result === 'pass') return 'as many pictures in the text as asked';
        return overshoot(asked.embedded, embedded)?.side === 'over'
          ? 'too many pictures in the text'
          : 'too few pictures in the text';
      }
      if (result === 'pass')
        return embedded === 0 ? 'no pictures in the text' : 'as many photos as pictures in the text';
      return supplied === 0
        ? 'the pictures are in the text only, without the originals'
        : 'fewer photos than pictures in the text';
    },
    advice: (result, { asked, embedded, supplied }) =>
      whenNotPassed(result, () => {
        if (embedded === undefined) return { text: 'count them in Word; save an old .doc as .docx' };
        if (asked === 'none')
          return { text: 'take the pictures out of the text; hand in the originals as files' };
        if (asked !== 'separate') {
          const over = overshoot(asked.embedded, embedded)?.side === 'over';
          return { text: over ? 'take out what is too many' : 'put them in with Word’s Insert → Pictures' };
        }
        return {
          text: `put the ${Math.max(1, embedded - supplied)} originals (JPG) into the same work’s folder; do not save them out of Word, where they are squeezed`,
        };
      }),
    explain: {
      asks: 'The pictures of a text go as the notice asks: their originals are handed in too (their number is compared); or so many stand in the text itself; or none does.',
      why: 'Word squeezes pictures it takes in, too much for print and layout; where they are wanted in the text, editors go by their place.',
      mend: [
        'Find the originals (camera, phone, the author’s computer) and put them into the same work’s folder.',
        'Do not save them as pictures out of Word or WPS: those are squeezed already.',
        'Where they are wanted in the text: Word’s Insert → Pictures.',
        'Small ornaments do not count.',
      ],
    },
  },
  'text.contact': {
    title: 'Contact',
    required: () => 'a contact person and a telephone number in the text',
    actual: ({ person, phone }) =>
      person === undefined && phone === undefined
        ? undefined
        : `contact person: ${person ? 'yes' : 'no'}, telephone: ${phone ? 'yes' : 'no'}`,
    message: (result, { person, phone }) => {
      if (result === 'pass') return 'contact person and telephone are given';
      if (result === 'unknown') return 'whether contact person and telephone are given could not be told';
      if (result === 'skip') return 'not asked for';
      return person
        ? 'no telephone number in the text'
        : phone
          ? 'no contact person in the text'
          : 'no contact person and no telephone number in the text';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'add a line at its end with the contact person’s name and telephone number',
      })),
    explain: {
      asks: 'The text names a contact person and a telephone number.',
      why: 'Editors check facts; a piece without anyone to ask is not used.',
      mend: ['Open it in Word or WPS and add a line at its end with the contact person’s name and number.'],
    },
  },
};
