import type { Format } from '../../model/format.ts';
import { FileError, type Files, type OpenFile } from '../../system/system.ts';
import { probeDoc } from './probe-doc.ts';
import { probeDocx } from './probe-docx.ts';
import { probePlain } from './probe-plain.ts';
import { probeWord2003 } from './probe-word2003.ts';
import type { WordProbe } from './text-facts.ts';
import { broken, Unfit, unknown } from './unfit.ts';

/** Looks into a file of text, by its true format. A bad file is a fact, never an exception. */
export async function probeWord(
  path: string,
  format: Format,
  files: Files,
): Promise<Omit<WordProbe, 'body'>> {
  const { text, integrity } = await readWord(path, format, files);
  return { ...(text && { text }), integrity };
}

/** The same with the text itself. */
export async function readWord(path: string, format: Format, files: Files): Promise<WordProbe> {
  try {
    const file = await files.open(path);
    try {
      return await probeOpen(file, format);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Unfit) return { integrity: error.integrity };
    if (error instanceof FileError) {
      return { integrity: { state: 'unknown', cause: { kind: 'unreadable', detail: error.kind } } };
    }
    throw error;
  }
}

type Probe = (file: OpenFile) => Promise<WordProbe>;

/** RTF, OpenDocument and web pages are no Word files: nothing here counts them, and nothing is claimed of them. */
const probes: Readonly<Partial<Record<Format, Probe>>> = {
  docx: probeDocx,
  docm: probeDocx,
  dotx: probeDocx,
  doc: probeDoc,
  wps: probeDoc,
  word2003xml: probeWord2003,
  text: probePlain,
  'encrypted-office': () => Promise.reject(broken({ kind: 'password' })),
};

async function probeOpen(file: OpenFile, format: Format): Promise<WordProbe> {
  const probe = probes[format];
  if (!probe) throw unknown({ kind: 'no-prober' });
  return await probe(file);
}
