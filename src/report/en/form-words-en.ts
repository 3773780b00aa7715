import type { FormCopy, OverLimit } from '../../model/form.ts';
import { INFO_FIELD_BY_WORD } from '../../model/info-words.ts';
import { formatCount } from '../format-range.ts';
import { formatSeconds } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { fieldNamesEn } from './format-names-en.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type FormCode = 'form.missing' | 'form.fields' | 'form.facts' | 'form.values';

/** The file's name is its name in every language. */
const INFO_FILE = '作品信息.yaml';

export const formWordsEn: WordingsOf<FormCode> = {
  'form.missing': {
    title: 'Form',
    titled: ({ table }) => (table ? 'Table of works' : undefined),
    required: ({ form, annex, copy, wanted = 1 }) =>
      formName(form, annex) + copyEn(copy) + (wanted > 1 ? ` × ${wanted}` : ''),
    actual: ({ there = 0 }) => (there > 0 ? String(there) : undefined),
    message: (result, { form, annex, copy, there = 0 }) => {
      const name = formName(form, annex) + copyEn(copy);
      if (result === 'pass') return `there: ${name}`;
      if (result === 'unknown') return `could not be told whether it is there: ${name}`;
      if (result === 'skip') return 'not asked for';
      return there > 0 ? `fewer than of the Word form: ${name}` : `missing: ${name}`;
    },
    advice: (result, { form, copy, table }) =>
      whenNotPassed(result, () => ({
        text: table
          ? `packing makes ${visible(form)}: print it, have it stamped, scan it to PDF under the table’s name, put it into the category’s folder and pack again`
          : copy === 'word'
            ? `fill in ${visible(form)}, save it as .docx and put it into this work’s folder; where there is a blank of it, packing fills it`
            : `fill in ${visible(form)}, have it stamped and scanned to PDF${copy === 'stamped' ? '' : ' where a stamp is asked for'}, and put it into this work’s folder under its name`,
      })),
    explain: {
      asks: 'Each work comes with the form the notice asks for, told by file name and heading. Where the notice wants it as Word and as a stamped scan, both are there; without the stamped scan it can be packed (to be printed and stamped), not sent. The same holds for a table of all works that is to be stamped.',
      why: 'Works without the form, or without its stamp, are not taken.',
      mend: [
        'Fill in the form with Word or WPS, have it stamped, scan it to PDF (a phone’s document scanner will do) and put it into the work’s folder under the form’s name.',
        'Where no stamp is needed, hand in the filled Word form.',
      ],
    },
  },
  'form.fields': {
    title: 'form filled',
    required: ({ over }) => (over ? limits(over) : 'every blank of the submitter filled'),
    actual: ({ empty, unknown, over }) => {
      if (over) return over.map(({ label, actual }) => `${visible(label)}: ${actual} characters`).join(', ');
      if (empty !== undefined && empty.length > 0) return `empty: ${labelList(empty)}`;
      return unknown !== undefined && unknown.length > 0
        ? `not recognised: ${labelList(unknown)}`
        : undefined;
    },
    message: (result, { unknown, over, made, untouched, excel }) => {
      if (untouched && result === 'unknown')
        return 'no blank of this form was recognised, and nothing was filled';
      if (over && result === 'fail') return 'the form has entries that are too long';
      if (result === 'pass') return 'the form is filled';
      if (result === 'skip') return 'nothing is asked';
      if (result === 'fail') return 'the form has blanks left empty';
      if (excel)
        return 'of an Excel form only the file was checked: it cannot be seen whether everything is filled';
      if (made) return 'the form has blanks left that nobody can say whether to fill';
      return unknown === undefined
        ? 'a scan or an old format: it cannot be seen whether everything is filled'
        : 'the form has blanks that are not recognised';
    },
    advice: (result, { empty, made, over, untouched, settings, excel }) =>
      whenNotPassed(result, () =>
        settings
          ? { text: 'write them into four-ones.yaml as contact: name, phone, email' }
          : untouched
            ? {
                text: 'see with four-ones form inspect what it recognises; else fill the form yourself and put it into the work’s folder',
              }
            : over
              ? {
                  text: made
                    ? 'shorten them in 作品信息.yaml of the work; nothing is cut for you'
                    : 'open the form and shorten them to what it asks for',
                }
              : made
                ? {
                    text: 'write them into 作品信息.yaml of the work, a line each “label: content”; at a terminal four-ones pack asks for them',
                  }
                : {
                    text:
                      empty !== undefined
                        ? 'open the form and fill them; say so where there is nothing to write'
                        : excel
                          ? 'open it and make sure that every blank is filled; where the notice takes Word too, a .docx is checked blank by blank'
                          : 'open it and make sure that every blank is filled',
                  },
      ),
    explain: {
      asks: 'A Word form of your own has no blank left that the submitter is to fill (of an Excel file or a scan that cannot be told: a person looks). Opinions, seals, signatures, remarks and the date of filling do not count. Forms filled and tables made when packing are judged alike. No entry is longer than the form asks (two in ten more where it says “about”).',
      why: 'A form with gaps is handed back.',
      mend: [
        'Open the form and fill the blanks; say so where there is nothing to write.',
        'Save it as .docx with Word or WPS and check again.',
      ],
    },
  },
  'form.facts': {
    title: 'Form and work agree',
    required: ({ fact, actual }) => {
      if (fact === 'title') return `title: ${visible(actual)}`;
      return actual === undefined ? 'the duration of the film' : `duration: ${formatSeconds(actual, 'en')}`;
    },
    actual: ({ said }) => `the form says ${visible(said)}`,
    message: (result, { fact, actual }) => {
      const name = fact === 'title' ? 'title' : 'duration';
      if (result === 'pass') return `the form’s ${name} is that of the work`;
      if (result === 'skip') return 'not asked for';
      if (result === 'fail')
        return `the form’s ${name} is not that of the ${fact === 'title' ? 'work’s details' : 'film'}`;
      return actual === undefined
        ? 'the film’s duration is not known, so the form’s cannot be compared'
        : 'the form’s duration cannot be understood';
    },
    advice: (result, { fact, actual }) =>
      whenNotPassed(result, () => {
        if (fact === 'title')
          return { text: `see which title is right and write it in both places: the form and ${INFO_FILE}` };
        return {
          text:
            actual === undefined
              ? 'play the film and compare the form’s duration'
              : `see whether this is the final film; if so, write ${formatSeconds(actual, 'en')} into the form`,
        };
      }),
    explain: {
      asks: `In a Word form of your own the duration is within a second of the film’s (within a minute where only minutes are written) and the title is that of ${INFO_FILE}. A work of several films has no one duration: nothing is compared.`,
      why: 'Where form and work differ, the office cannot tell which is right and hands both back.',
      mend: [
        'See whether the film handed in is the final one.',
        'Then open the form in Word or WPS and write what the work says.',
      ],
    },
  },
  'form.values': {
    title: 'Length of form entries',
    required: ({ field, range }) =>
      range
        ? `“${entryName(field)}”: ${formatCount(range, 'en', 'character')}`
        : `“${entryName(field)}” filled in`,
    actual: ({ actual }) => {
      if (actual === undefined) return undefined;
      return actual === 0 ? 'empty' : `${actual} ${actual === 1 ? 'character' : 'characters'}`;
    },
    message: (result, { field, actual }) => {
      const name = `“${entryName(field)}” of the form`;
      if (result === 'pass') return `${name} is as asked`;
      if (result === 'skip') return 'nothing is asked';
      if (result === 'unknown') return `the length of ${name} cannot be seen`;
      return actual === 0 ? `${name} is empty` : `${name} is not of the length asked for`;
    },
    advice: (result, { form, field, actual, range }) =>
      whenNotPassed(result, () => {
        const asked = range ? `: ${formatCount(range, 'en', 'character')}` : '';
        if (actual === undefined)
          return { text: `open ${visible(form)} and count the characters of “${entryName(field)}”${asked}` };
        const verb = actual === 0 ? 'fill in' : 'rewrite';
        return { text: `${verb} “${entryName(field)}” in ${INFO_FILE} or in your own form${asked}` };
      }),
    explain: {
      asks: `What the notice asks of single entries of a form: a length, or that they are not empty. Of a Word form of your own what stands in it is looked at; without one, what ${INFO_FILE} says; of one that pack fills, what was filled in.`,
      why: 'Entries that are too long or left empty are handed back.',
      mend: [
        `Open the form (Word or WPS), or ${INFO_FILE}, and bring the entry to the length the notice asks for.`,
        'A scan cannot be counted: add the Word form, or count yourself.',
      ],
    },
  },
};

function limits(over: readonly OverLimit[]): string {
  return over
    .map(
      ({ label, limit, about }) =>
        `${visible(label)}: ${about === true ? 'about' : 'at most'} ${limit} characters`,
    )
    .join(', ');
}

function formName(form: string, annex?: string): string {
  return annex === undefined ? visible(form) : `${visible(annex)} ${visible(form)}`;
}

function copyEn(copy: FormCopy | undefined): string {
  if (copy === undefined) return '';
  return copy === 'word' ? ' (as Word)' : ' (stamped and scanned)';
}

const MOST_LABELS = 8;

function labelList(labels: readonly string[]): string {
  const shown = labels
    .slice(0, MOST_LABELS)
    .map((label) => `“${visible(label)}”`)
    .join(', ');
  return labels.length > MOST_LABELS ? `${shown} and ${labels.length - MOST_LABELS} more` : shown;
}

/** A field that the notice names by its id has a name. */
function entryName(field: string): string {
  const known = /^[a-z]/i.test(field) ? INFO_FIELD_BY_WORD.get(field) : undefined;
  return known === undefined ? visible(field) : fieldNamesEn[known];
}
