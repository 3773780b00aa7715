import type { NameFound } from '../../model/check.ts';
import { describeSignature } from '../describe-text-rules.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { plural } from './plural.ts';

type TextContentCode = 'text.sections' | 'text.title' | 'text.figures' | 'text.signature' | 'text.anonymous';

const PROPERTIES =
  'Word: File → Info → Check for Issues → Inspect Document, remove “Document Properties and Personal Information”; WPS: File → Encrypt → Properties → Summary, clear author, company, manager; or right-click the file: Properties → Details → “Remove Properties and Personal Information”';
const PLACES: Readonly<Record<NameFound['place'], string>> = {
  text: 'the text',
  margins: 'header or footer',
  comments: 'comments or changes',
  properties: 'the properties',
  'file-name': 'the file name',
};

const DECK_PLACES: typeof PLACES = {
  ...PLACES,
  text: 'the slides or their notes',
  margins: 'the master',
  comments: 'comments',
};

const SHEET_PLACES: typeof PLACES = {
  ...PLACES,
  text: 'a cell, a sheet’s name, a chart or a text box',
  comments: 'comments',
};

function placesIn({ slides, excel }: { readonly slides?: true; readonly excel?: string }): typeof PLACES {
  return slides ? DECK_PLACES : excel === undefined ? PLACES : SHEET_PLACES;
}

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
        'In Word or WPS, give each section a heading in a paragraph of its own, by the name the notice uses.',
        'Where it is there under another heading: record that with four-ones confirm.',
      ],
    },
  },
  'text.title': {
    title: 'Title',
    required: ({ expected }) => `the first paragraph reads “${visible(expected)}”`,
    actual: ({ actual }) => (actual === undefined ? undefined : `“${visible(actual)}”`),
    message: (result, { actual }) => {
      if (result === 'pass') return 'the title reads as asked';
      if (result === 'skip') return 'not asked for';
      if (actual === undefined) return 'the first paragraph could not be read';
      return result === 'fail'
        ? 'the title reads otherwise'
        : 'it looks right, but nobody said what belongs in it, so it cannot be compared';
    },
    advice: (result, { expected, unknown, actual }) =>
      whenNotPassed(result, () => {
        if (result === 'unknown' && actual !== undefined && unknown.length > 0)
          return {
            text: 'say title and authors in the work’s 作品信息.yaml (the unit as org in four-ones.yaml)',
          };
        return {
          text: `let the first paragraph read “${visible(expected)}”, with what belongs in the braces`,
        };
      }),
    explain: {
      asks: 'The first paragraph of the text reads as the notice asks, such as “unit: title”. Blanks, width and title brackets make no difference.',
      why: 'Editors register by the title, and would have to change each by hand.',
      mend: [
        'Change the first paragraph in Word or WPS.',
        'Say title and authors in 作品信息.yaml and the unit in four-ones.yaml, so that they can be compared.',
      ],
    },
  },
  'text.figures': {
    title: 'Figure marks',
    required: () => 'each figure marked in the text, the photos named after the marks',
    actual: ({ marked, withoutPhoto, withoutMark, unnumbered }) => {
      if (!marked) return undefined;
      const said = [
        marked.length === 0 ? 'no marks in the text' : `marked: ${marked.join(', ')}`,
        withoutPhoto.length > 0 && `without a photo: ${withoutPhoto.join(', ')}`,
        withoutMark.length > 0 && `not marked: ${withoutMark.join(', ')}`,
        unnumbered.length > 0 && `${plural(unnumbered.length, 'photo')} not named after a figure`,
      ];
      return said.filter((part) => part !== false).join('; ');
    },
    message: (result, { marked }) => {
      if (result === 'pass') return 'marks and photos agree';
      if (result === 'skip') return 'there are no figures';
      if (result === 'unknown') return 'the marks in the text could not be read';
      return marked?.length === 0
        ? 'the text does not mark where the figures go'
        : 'marks and photos do not agree';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'write a mark in square brackets with the figure’s number where it goes, and the same into the photo’s file name',
      })),
    explain: {
      asks: 'The text marks where each figure goes, in brackets or as a caption; for each mark there is a photo with the same number in its file name, and each photo is marked.',
      why: 'Whoever sets the page goes by the marks.',
      mend: [
        'Write the marks into the text in Word or WPS.',
        'Rename the photos after them; unit and category may stand in front.',
      ],
    },
  },
  'text.signature': {
    title: 'Signature',
    required: ({ asked }) => `at the end: ${describeSignature(asked, 'en')}`,
    actual: ({ missing, unknown }) => {
      if (!missing) return undefined;
      const said = [
        missing.length > 0 && `missing: ${describeSignature(missing, 'en')}`,
        unknown.length > 0 && `cannot be compared: ${describeSignature(unknown, 'en')}`,
      ].filter((part) => part !== false);
      return said.length === 0 ? 'all there' : said.join('; ');
    },
    message: (result, { missing }) => {
      if (result === 'pass') return 'the text is signed as asked';
      if (result === 'skip') return 'not asked for';
      if (result === 'fail') return 'something is missing at the end of the text';
      return missing
        ? 'nobody said what unit or author to look for'
        : 'what stands at the end of the text could not be told';
    },
    advice: (result, { asked, missing }) =>
      whenNotPassed(result, () =>
        result === 'unknown' && missing
          ? {
              text: 'say the unit as org in four-ones.yaml and the authors in 作品信息.yaml, and check again; or look',
            }
          : { text: `add a line at its end with ${describeSignature(asked, 'en')}` },
      ),
    explain: {
      asks: 'The last lines of the text say who wrote it, as the notice asks. Numbers and mail addresses are known by their look; unit and names are compared with four-ones.yaml and 作品信息.yaml.',
      why: 'Certificates, questions and changes all go by it.',
      mend: ['In Word or WPS, add a line at its end with unit, name, number, telephone and mail address.'],
    },
  },
  'text.anonymous': {
    title: 'Anonymous',
    required: () => 'no unit and no person named',
    actual: ({ named, ...kind }) =>
      named.length === 0
        ? undefined
        : named.map(({ word, place }) => `“${visible(word)}” in ${placesIn(kind)[place]}`).join('; '),
    message: (result, { unsaid, unread, excel }) => {
      if (result === 'pass') return 'neither unit nor names were found';
      if (result === 'skip') return 'not asked for';
      if (result === 'fail') return 'the unit or a person is named';
      if (unread && excel === 'old') return 'what an old Excel file (.xls) says was not looked through';
      if (unread) return 'such a file, or the pictures in it, cannot be looked through';
      if (unsaid.length === 2) return 'nobody said what unit and which authors to look for';
      return unsaid[0] === 'org' ? 'nobody said what unit to look for' : 'nobody said who the authors are';
    },
    advice: (result, { named, unread, slides, excel }) =>
      whenNotPassed(result, () => {
        if (named.length === 0 && unread && excel === 'old')
          return {
            text: 'save it as .xlsx with Excel or WPS and check again; or look through every sheet yourself, hidden ones too',
          };
        if (named.length === 0)
          return unread
            ? { text: 'read it through yourself; cover unit and names in scans and pictures too' }
            : {
                text: 'say the unit as org in four-ones.yaml and the authors in 作品信息.yaml, and check again',
              };
        const places = new Set(named.map(({ place }) => place));
        const steps = [
          (places.has('text') || places.has('margins')) &&
            (slides
              ? 'take the names out of slides (hidden ones too), notes and masters (View → Slide Master)'
              : excel
                ? 'take the names out of cells (of hidden sheets, rows and columns too), names of sheets, headers and footers'
                : 'take the names out of text, headers and footers'),
          places.has('comments') &&
            (excel
              ? 'delete all comments under Review'
              : 'accept all changes and delete all comments under Review'),
          places.has('properties') && (excel ? PROPERTIES.replace('Word:', 'Excel:') : PROPERTIES),
          places.has('file-name') && 'rename the file',
        ].filter((step) => step !== false);
        return { text: steps.join('; ') };
      }),
    explain: {
      asks: 'Where works are judged without knowing whose they are, text, headers and footers, comments and changes (of a deck also notes, masters and hidden slides, of an Excel file hidden sheets, rows and columns), properties and file name must not name the unit (in full or in short) nor authors, presenter, advisors or contact person. What is written within pictures is not seen.',
      why: 'A work that shows whose it is will not be judged.',
      mend: [
        'Take the names out of text, headers and footers; accept changes and delete comments under Review.',
        PROPERTIES,
        'Export a PDF anew from the mended Word file; name neither unit nor person in the file’s name.',
      ],
    },
  },
};
