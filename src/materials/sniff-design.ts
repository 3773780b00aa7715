import type { Format } from '../model/format.ts';
import type { OpenFile } from '../system/system.ts';
import { asciiAt, hasAscii, hasBytes, indexOfBytes } from './read-bytes.ts';

/**
 * What Illustrator leaves in its PDF: its own data beside the page (ISO 32000-1, 14.5, page-piece dictionary), or its
 * name where the document is described.
 */
const ILLUSTRATOR = ['/AIPrivateData', 'Adobe Illustrator'];
const LONGEST_MARK = 32;
const STEP_BYTES = 1024 * 1024;
const MOST_BYTES = 256 * STEP_BYTES;
/** PostScript comments that describe a document stand before its prolog. */
const HEADER_BYTES = 4096;

/** Drawings of Illustrator, and encapsulated PostScript. */
export async function sniffDesign(
  file: OpenFile,
  head: Uint8Array,
  extension: string,
): Promise<Format | undefined> {
  // Encapsulated PostScript 3.0 (Adobe 5002), 5.2: with a preview for Windows.
  if (hasBytes(head, 0, [0xc5, 0xd0, 0xd3, 0xc6])) return 'eps';
  if (hasAscii(head, 0, '%!PS-Adobe-')) return sniffPostScript(asciiAt(head, 0, HEADER_BYTES), extension);
  const mayBe = /^ait?$/.test(extension) && indexOfBytes(head.subarray(0, 1024 + 4), '%PDF-') >= 0;
  return mayBe && (await bearsIllustrator(file)) ? 'ai' : undefined;
}

/**
 * Up to version 8 Illustrator's own files are EPS in build, and what it exports as EPS names it too: between those two
 * the file's name decides. PostScript of other kinds is none of the formats that a notice names.
 */
function sniffPostScript(header: string, extension: string): Format {
  const isEps = /^%!PS-Adobe-\S{1,8} EPSF-/.test(header);
  const isIllustrators = /^%%Creator: ?\(?Adobe Illustrator/m.test(header.replaceAll('\r', '\n'));
  if (isIllustrators && (!isEps || /^ait?$/.test(extension))) return 'ai';
  return isEps ? 'eps' : 'unknown';
}

/**
 * Whether Illustrator's mark stands anywhere in a PDF. Only of files that are called .ai: a PDF that Illustrator saved
 * as PDF bears the same marks and is one to everybody.
 */
async function bearsIllustrator(file: OpenFile): Promise<boolean> {
  const end = Math.min(file.bytes, MOST_BYTES);
  for (let at = 0; at < end; at += STEP_BYTES) {
    const bytes = await file.read(at, Math.min(STEP_BYTES + LONGEST_MARK, file.bytes - at));
    if (ILLUSTRATOR.some((mark) => indexOfBytes(bytes, mark) >= 0)) return true;
  }
  return false;
}
