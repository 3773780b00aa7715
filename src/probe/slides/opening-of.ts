import { HEADING_LETTERS } from '../../model/outline.ts';
import { beginningOf } from '../word/outline-text.ts';

/** Of a slide's text: its first line with something in it. */
export function openingOf(text: string): string {
  const [line = ''] = /[^\n\r]*\S[^\n\r]*/.exec(text) ?? [];
  return beginningOf(line, HEADING_LETTERS);
}
