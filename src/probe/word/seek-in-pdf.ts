import type { Files } from '../../system/system.ts';
import { openPdf, PdfPageError, type PdfReader } from '../open-pdf.ts';
import { broken, corrupt, unknown } from './unfit.ts';
import type { WordSeeker } from './word-seeker.ts';

const FILE_LIMIT = 512 * 1024 * 1024;
const MOST_PAGES = 1_000;

/** The text of a PDF's pages and what it says of itself. A page that is a picture cannot be looked through. */
export async function seekInPdf(path: string, files: Files, seeker: WordSeeker): Promise<void> {
  const opened = await openPdf(await files.readWhole(path, FILE_LIMIT), files, { strict: false });
  if (opened.kind === 'password') throw broken({ kind: 'password' });
  if (opened.kind === 'failed') throw corrupt('', opened.detail);
  const { pdf } = opened;
  try {
    for (const text of pdf.properties) seeker.look(text, 'properties');
    await seekInPages(pdf, seeker);
  } finally {
    await pdf.close();
  }
}

async function seekInPages(pdf: PdfReader, seeker: WordSeeker): Promise<void> {
  if (pdf.pages > MOST_PAGES) throw unknown({ kind: 'too-large', what: 'pages', limit: MOST_PAGES });
  let pictures = false;
  for (let number = 1; number <= pdf.pages; number++) {
    const text = await textOf(pdf, number);
    if (text.trim() === '') pictures = true;
    seeker.look(text, 'text');
    if (number === pdf.pages) seeker.lookInBody(text);
  }
  if (pictures) throw unknown({ kind: 'no-prober' });
}

async function textOf(pdf: PdfReader, number: number): Promise<string> {
  try {
    const page = await pdf.page(number);
    const text = await page.text();
    page.close();
    return text;
  } catch (error) {
    if (error instanceof PdfPageError) throw corrupt(`page ${String(number)}`, error.message);
    throw error;
  }
}
