import { PdfPageError, type PdfPage, type PdfReader } from '../open-pdf.ts';
import type { Deadline } from './deadline.ts';
import { findPaint } from './find-paint.ts';

export interface PageLook {
  readonly number: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly rotation: number;
  readonly content: PageContent;
}

/** `unclear`: nothing but perhaps pictures; `steps` of drawing were seen besides them. */
export type PageContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'graphics' }
  | { readonly kind: 'unclear'; readonly steps: number };

/** What became of the attempt to open every page. */
export type PagesOpened = 'all' | 'none' | 'timed-out' | 'too-many' | { readonly fault: string };

/** Looked at closely; the others are only opened. */
const CLOSE_LOOKS = 400;
export const MAX_PAGES = 10_000;
const OPENING_PAGES = 5;
export const OPENING_CHARACTERS = 200;

/** Stops at the first page that cannot be opened. This is quick: nothing of a page is read but its frame. */
export async function openEachPage(reader: PdfReader, deadline: Deadline): Promise<PagesOpened> {
  if (!(reader.pages >= 1)) return 'none';
  if (reader.pages > MAX_PAGES) return 'too-many';
  for (let number = 1; number <= reader.pages; number++) {
    if (deadline.passed()) return 'timed-out';
    const fault = await faultOf(reader.page(number), number);
    if (fault !== undefined) return { fault };
  }
  return 'all';
}

async function faultOf(opening: Promise<PdfPage>, number: number): Promise<string | undefined> {
  try {
    (await opening).close();
    return undefined;
  } catch (error) {
    if (error instanceof PdfPageError) return `page ${number}: ${error.message}`;
    throw error;
  }
}

/** Goes through the pages in order until the time is over, or one of them cannot be read. */
export async function lookAtPages(
  reader: PdfReader,
  deadline: Deadline,
): Promise<{ readonly pages: readonly PageLook[]; readonly fault?: string }> {
  const pages: PageLook[] = [];
  for (let number = 1; number <= Math.min(reader.pages, CLOSE_LOOKS) && !deadline.passed(); number++) {
    try {
      const page = await reader.page(number);
      pages.push(await lookAt(page, number));
      page.close();
    } catch (error) {
      if (error instanceof PdfPageError) return { pages, fault: `page ${number}: ${error.message}` };
      throw error;
    }
  }
  return { pages };
}

async function lookAt(page: PdfPage, number: number): Promise<PageLook> {
  const { size, rotation } = page;
  return { number, size, rotation, content: await contentOf(page, number) };
}

async function contentOf(page: PdfPage, number: number): Promise<PageContent> {
  const text = await page.text();
  // The text of later pages is not kept: that of a long book would fill the memory.
  if (text.trim() !== '') return { kind: 'text', text: number <= OPENING_PAGES ? text : '' };
  const steps = await page.drawing();
  const paint = findPaint(steps);
  if (paint === 'text') return { kind: 'text', text: '' };
  return paint === 'graphics' ? { kind: 'graphics' } : { kind: 'unclear', steps: steps.length };
}

/**
 * Which of the unclear pages hold a picture: read strictly, their drawing breaks off at it. `reader` must have
 * been opened strictly. Undefined: the time was over.
 */
export async function findPictures(
  reader: PdfReader,
  pages: readonly PageLook[],
  deadline: Deadline,
): Promise<ReadonlySet<number> | undefined> {
  const found = new Set<number>();
  for (const { number, content } of pages) {
    if (content.kind !== 'unclear') continue;
    if (deadline.passed()) return undefined;
    const page = await reader.page(number);
    const steps = await page.drawing();
    if (steps.length < content.steps) found.add(number);
    page.close();
  }
  return found;
}
