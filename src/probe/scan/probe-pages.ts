import type { UnknownCause } from '../../model/facts.ts';
import { familyOf, type Format } from '../../model/format.ts';
import type { PageSight } from '../../model/page-facts.ts';
import { FileError, type Files, type PageJpeg, type PagesSeen } from '../../system/system.ts';
import { shrinkPicture } from '../decode-image.ts';
import { findSeal } from './find-seal.ts';
import { openPages, type Pages } from './open-pages.ts';
import type { PageImage } from './page-image.ts';
import { isBlank, isSideways } from './see-layout.ts';

const FILE_LIMIT = 256 * 1024 * 1024;
/** Pages that are looked at: the first ones and, of longer documents, the last ones, where seals stand. */
const MOST_PAGES = 24;
const LAST_PAGES = 8;
const MOST_PICTURES = 8;
const SOFT_SECONDS = 40;
const PICTURE = { width: 320, height: 460, seconds: 20 } as const;

/** Looks at a scan's pages one by one. Whatever the file is, some answer: what could not be drawn is not said to be empty. */
export async function probePages(path: string, format: Format, files: Files): Promise<PagesSeen> {
  const bytes = await load(path, files);
  if ('kind' in bytes) return notLooked(bytes);
  const opened = await openPages(bytes, familyOf(format) === 'pdf' ? 'pdf' : 'picture', files);
  if ('kind' in opened) return notLooked(opened);
  try {
    return await lookAtEach(opened);
  } finally {
    await opened.close();
  }
}

async function load(path: string, files: Files): Promise<Uint8Array | UnknownCause> {
  try {
    return await files.readWhole(path, FILE_LIMIT);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return error.kind === 'too-large'
      ? { kind: 'too-large', what: 'file', limit: FILE_LIMIT }
      : { kind: 'unreadable', detail: error.kind };
  }
}

function notLooked(cause: UnknownCause): PagesSeen {
  return { facts: { pages: 0, looked: [], cause }, pictures: [] };
}

async function lookAtEach(pages: Pages): Promise<PagesSeen> {
  const looked: PageSight[] = [];
  const pictures: PageJpeg[] = [];
  const end = performance.now() + SOFT_SECONDS * 1000;
  let cause: UnknownCause | undefined;
  const wanted = pagesToLookAt(pages.count);
  if (wanted.length < pages.count) cause = { kind: 'too-large', what: 'pages', limit: MOST_PAGES };
  for (const page of wanted) {
    if (performance.now() > end) {
      cause = { kind: 'timed-out', seconds: SOFT_SECONDS };
      break;
    }
    const image = await pages.look(page);
    if ('kind' in image) {
      cause = image;
      continue;
    }
    looked.push(sightOf(page, image));
    if (pictures.length < MOST_PICTURES) pictures.push(...(await pictureOf(page, image)));
  }
  return { facts: { pages: pages.count, looked, ...(cause && { cause }) }, pictures };
}

export function pagesToLookAt(count: number): readonly number[] {
  const all = Array.from({ length: Math.min(count, MOST_PAGES) }, (_, index) => index + 1);
  if (count <= MOST_PAGES) return all;
  const first = MOST_PAGES - LAST_PAGES;
  return all.map((page) => (page <= first ? page : count - (MOST_PAGES - page)));
}

function sightOf(page: number, image: PageImage): PageSight {
  const blank = isBlank(image);
  return {
    page,
    seal: blank ? { state: 'absent' } : findSeal(image),
    blank,
    sideways: !blank && isSideways(image),
  };
}

async function pictureOf(page: number, image: PageImage): Promise<readonly PageJpeg[]> {
  const small = await shrinkPicture(image, PICTURE);
  return small ? [{ page, ...small }] : [];
}
