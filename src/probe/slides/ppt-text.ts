import { RECORD, recordsIn, recordsWithin, wordAt, type PptRecord } from './ppt-records.ts';

/** A slide or a page of notes as the document lists it, with the text that stands in the list itself. */
export interface ListedSlide {
  readonly id: number;
  readonly text: string;
}

/** Which of a document's lists: its slides, or the notes below them. [MS-PPT] 2.4.14 */
export const SLIDES = 0;
export const NOTES = 2;

export function listedSlides(document: PptRecord, list: number): readonly ListedSlide[] {
  const found = recordsIn(document.data).records.find(
    ({ type, instance }) => type === RECORD.slideList && instance === list,
  );
  const slides: { id: number; text: string }[] = [];
  for (const record of found ? recordsIn(found.data).records : []) {
    const last = slides.at(-1);
    if (record.type === RECORD.slidePersist) slides.push({ id: wordAt(record.data, 0), text: '' });
    else if (last) last.text += textOf(record);
  }
  return slides;
}

/** All text within a record, line by line. */
export function textWithin(record: PptRecord): string {
  let text = '';
  for (const inner of recordsWithin(record)) text += textOf(inner);
  return text;
}

/** [MS-PPT] 2.9.42, 2.9.43: UTF-16, or the lower halves of it alone. */
function textOf({ type, data }: PptRecord): string {
  if (type !== RECORD.textChars && type !== RECORD.textBytes) return '';
  const text =
    type === RECORD.textChars
      ? new TextDecoder('utf-16le').decode(data)
      : Buffer.from(data).toString('latin1');
  return `${text.replace(/[\r\v]/g, '\n')}\n`;
}
