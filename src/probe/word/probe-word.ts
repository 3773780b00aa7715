import type { Format } from '../../model/format.ts';
import type { Files, OpenFile } from '../../system/system.ts';
import { probeDoc } from './probe-doc.ts';
import { probeDocx } from './probe-docx.ts';
import { probeOpen } from './probe-open.ts';
import { probePlain } from './probe-plain.ts';
import { probeWord2003 } from './probe-word2003.ts';
import type { WordProbe } from './text-facts.ts';
import { broken, unknown } from './unfit.ts';

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
  return await probeOpen(path, files, async (file) => {
    const probe = probes[format];
    if (!probe) throw unknown({ kind: 'no-prober' });
    return await probe(file);
  });
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
