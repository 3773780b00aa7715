import type { OpenFile } from '../../system/system.ts';
import { XmlReader, type XmlHandler } from './parse-xml.ts';
import { broken, unknown } from './unfit.ts';

const LARGEST_FILE = 134_217_728;
const READ_BYTES = 262_144;

/** Hands over all of a Word 2003 XML document, piece by piece. Throws `Unfit`. */
export async function readWord2003(file: OpenFile, handler: XmlHandler): Promise<void> {
  if (file.bytes > LARGEST_FILE) throw unknown({ kind: 'too-large', what: 'file', limit: LARGEST_FILE });
  const reader = new XmlReader('', handler);
  for (let at = 0; at < file.bytes;) {
    const bytes = await file.read(at, READ_BYTES);
    if (bytes.length === 0) throw broken({ kind: 'ends-early' });
    reader.write(bytes);
    at += bytes.length;
  }
  reader.end();
}
