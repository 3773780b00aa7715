import { decodeText } from '../../model/decode-text.ts';
import type { OpenFile } from '../../system/system.ts';
import { MOST_TEXT, textFacts, type WordProbe } from './text-facts.ts';
import { broken, corrupt, unknown } from './unfit.ts';

/** A plain text file, in whatever encoding a Chinese editor writes. */
export async function probePlain(file: OpenFile): Promise<WordProbe> {
  if (file.bytes > MOST_TEXT) throw unknown({ kind: 'too-large', what: 'file', limit: MOST_TEXT });
  const decoded = decodeText(await file.read(0, file.bytes));
  if (!decoded) throw corrupt('', 'unknown text encoding');
  const zeros = decoded.text.split('\0').length - 1;
  if (zeros > 0) throw broken({ kind: 'hollow', checked: decoded.text.length, broken: zeros });
  const text = textFacts({ body: decoded.text, margins: '', pictures: [] });
  // Nothing in a text file says where it should end.
  return { text, body: decoded.text, integrity: { state: 'whole' } };
}
