import type { Integrity } from '../model/facts.ts';
import type { Format } from '../model/format.ts';
import { FileError, type Files } from '../system/system.ts';
import { openPdf, PdfPageError, type PdfReader } from './open-pdf.ts';
import { probePdf } from './pdf/probe-pdf.ts';
import { readWord } from './word/probe-word.ts';

export interface Prose {
  /** Lines; absent where the file cannot be read. Empty where it holds no text, as a scan. */
  readonly text?: string;
  readonly integrity: Integrity;
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_PAGES = 200;
/** Far more than any notice. */
const MOST_CHARACTERS = 400_000;

/** The text of a document that a person wants read to her: Word in all its forms, PDF, plain text. */
export async function readProse(path: string, format: Format, files: Files): Promise<Prose> {
  if (format === 'pdf') return readPdf(path, files);
  const { body, integrity } = await readWord(path, format, files);
  return { ...(body !== undefined && { text: body.slice(0, MOST_CHARACTERS) }), integrity };
}

async function readPdf(path: string, files: Files): Promise<Prose> {
  // Only what stands this test is handed to pdf.js.
  const { integrity } = await probePdf(path, files);
  if (integrity.state !== 'whole') return { integrity };
  try {
    const opened = await openPdf(await files.readWhole(path, MOST_BYTES), files, { strict: false });
    if (opened.kind !== 'open') return { integrity };
    try {
      return { text: await textOf(opened.pdf), integrity };
    } finally {
      await opened.pdf.close();
    }
  } catch (error) {
    if (error instanceof FileError)
      return { integrity: { state: 'unknown', cause: { kind: 'unreadable', detail: error.kind } } };
    if (error instanceof PdfPageError)
      return {
        integrity: { state: 'broken', cause: { kind: 'corrupt', detail: error.message.slice(0, 120) } },
      };
    throw error;
  }
}

/** Chinese set wide comes out with a space behind each character. */
const SPACE_BETWEEN_HAN =
  /(?<=[\p{sc=Han}\u3000-\u303f\uff00-\uffef]) (?=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])/gu;
const ENDS = /[。！？；：:;.!?]\s*$/;
const BEGINS =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|附件|[\u3000 ]{2})/;

async function textOf(pdf: PdfReader): Promise<string> {
  const lines: string[] = [];
  let length = 0;
  for (let number = 1; number <= Math.min(pdf.pages, MOST_PAGES); number++) {
    const page = await pdf.page(number);
    const text = (await page.text()).replace(SPACE_BETWEEN_HAN, '');
    page.close();
    length += text.length;
    if (length > MOST_CHARACTERS) break;
    lines.push(...text.split('\n').filter((line) => !/^\s*[-—－]?\s*\d{0,4}\s*[-—－]?\s*$/.test(line)));
  }
  return joinLines(lines);
}

/** A page breaks its lines anywhere: a full line that does not end a sentence goes on in the next one. */
function joinLines(lines: readonly string[]): string {
  const widest = Math.max(0, ...lines.map((line) => line.trim().length));
  return lines
    .map((line, index) => {
      const next = lines[index + 1] ?? '';
      const full = line.trim().length >= widest * 0.8;
      return full && !ENDS.test(line) && !BEGINS.test(next) ? line.trimEnd() : `${line}\n`;
    })
    .join('');
}
