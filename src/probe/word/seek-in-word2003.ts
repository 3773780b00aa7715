import type { OpenFile } from '../../system/system.ts';
import { XmlReader } from './parse-xml.ts';
import { broken, unknown } from './unfit.ts';
import type { WordSeeker } from './word-seeker.ts';
import { XmlWords } from './xml-words.ts';

const LARGEST_FILE = 134_217_728;
const READ_BYTES = 262_144;

/** A Word 2003 XML document: text, margins and properties in one file. */
export async function seekInWord2003(file: OpenFile, seeker: WordSeeker): Promise<void> {
  if (file.bytes > LARGEST_FILE) throw unknown({ kind: 'too-large', what: 'file', limit: LARGEST_FILE });
  const words = new XmlWords('text');
  const reader = new XmlReader('', words);
  for (let at = 0; at < file.bytes;) {
    const bytes = await file.read(at, READ_BYTES);
    if (bytes.length === 0) throw broken({ kind: 'ends-early' });
    reader.write(bytes);
    at += bytes.length;
  }
  reader.end();
  seeker.lookInBody(words.said('text'));
  for (const place of ['margins', 'comments', 'properties'] as const) seeker.look(words.said(place), place);
}
