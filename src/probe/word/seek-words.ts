import type { Format } from '../../model/format.ts';
import type { SoughtFacts } from '../../model/sought.ts';
import { decodeText } from '../../model/decode-text.ts';
import { FileError, type Files, type OpenFile } from '../../system/system.ts';
import { seekInPpt } from '../slides/seek-in-ppt.ts';
import { seekInPptx } from '../slides/seek-in-pptx.ts';
import { seekInXlsx } from '../sheet/seek-in-xlsx.ts';
import { seekInDoc } from './seek-in-doc.ts';
import { seekInDocx } from './seek-in-docx.ts';
import { seekInWord2003 } from './seek-in-word2003.ts';
import { MOST_TEXT } from './text-facts.ts';
import { corrupt, Unfit, unknown } from './unfit.ts';
import { WordSeeker } from './word-seeker.ts';

/** Where some words stand in a document; what could not be looked through is said. A bad file is no exception. */
export async function seekWords(
  path: string,
  format: Format,
  words: readonly string[],
  files: Files,
): Promise<SoughtFacts> {
  const seeker = new WordSeeker(words);
  try {
    if (format === 'pdf') {
      const { seekInPdf } = await import('./seek-in-pdf.ts');
      await seekInPdf(path, files, seeker);
    } else await seekInFile(path, format, files, seeker);
    return { hits: seeker.hits() };
  } catch (error) {
    if (error instanceof Unfit && error.integrity.state !== 'whole')
      return { hits: seeker.hits(), cause: error.integrity.cause };
    if (error instanceof FileError)
      return { hits: seeker.hits(), cause: { kind: 'unreadable', detail: error.kind } };
    throw error;
  }
}

type Seek = (file: OpenFile, seeker: WordSeeker) => Promise<void>;

const seeks: Readonly<Partial<Record<Format, Seek>>> = {
  docx: seekInDocx,
  docm: seekInDocx,
  dotx: seekInDocx,
  doc: seekInDoc,
  wps: seekInDoc,
  word2003xml: seekInWord2003,
  pptx: seekInPptx,
  ppt: seekInPpt,
  xlsx: seekInXlsx,
  text: seekInPlain,
};

async function seekInFile(path: string, format: Format, files: Files, seeker: WordSeeker): Promise<void> {
  const seek = seeks[format];
  if (!seek) throw unknown({ kind: 'no-prober' });
  const file = await files.open(path);
  try {
    await seek(file, seeker);
  } finally {
    await file.close();
  }
}

async function seekInPlain(file: OpenFile, seeker: WordSeeker): Promise<void> {
  if (file.bytes > MOST_TEXT) throw unknown({ kind: 'too-large', what: 'file', limit: MOST_TEXT });
  const decoded = decodeText(await file.read(0, file.bytes));
  if (!decoded) throw corrupt('', 'unknown text encoding');
  seeker.lookInBody(decoded.text);
}
