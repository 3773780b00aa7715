import type { OpenFile } from '../../system/system.ts';
import { readWord2003 } from './read-word2003.ts';
import type { WordSeeker } from './word-seeker.ts';
import { XmlWords } from './xml-words.ts';

/** A Word 2003 XML document: text, margins and properties in one file. */
export async function seekInWord2003(file: OpenFile, seeker: WordSeeker): Promise<void> {
  const words = new XmlWords('text');
  await readWord2003(file, words);
  seeker.lookInBody(words.said('text'));
  for (const place of ['margins', 'comments', 'properties'] as const) seeker.look(words.said(place), place);
}
