import type { Integrity, PdfFacts } from '../../model/facts.ts';
import { FileError, type Files } from '../../system/system.ts';
import { openPdf, type PdfReader } from '../open-pdf.ts';
import { windowedSource } from './byte-source.ts';
import { checkStructure, type Structure } from './check-structure.ts';
import { collectFacts, LOCKED } from './collect-facts.ts';
import { deadlineIn, type Deadline } from './deadline.ts';
import {
  findPictures,
  lookAtPages,
  MAX_PAGES,
  openEachPage,
  type PageLook,
  type PagesOpened,
} from './look-at-pages.ts';
import { plainText } from './plain-text.ts';

export interface PdfProbe {
  readonly pdf?: PdfFacts;
  readonly integrity: Integrity;
}

export interface PdfProbeOptions {
  /** Seconds after which no further object is checked and no further page looked at. */
  readonly softSeconds?: number;
}

const FILE_LIMIT = 512 * 1024 * 1024;
const DEFAULT_SECONDS = 15;
const DETAIL_CHARACTERS = 120;
/** Every right that a document can grant (ISO 32000-1, table 22): print, change, copy, annotate, fill in … */
const ALL_RIGHTS = [4, 8, 16, 32, 256, 512, 1024, 2048];

/**
 * The bytes are checked first, without any mending. Only a document that stands this test is handed to pdf.js,
 * so that nothing of unknown size is unpacked there; what is broken has one cause, and it is told alone.
 */
export async function probePdf(path: string, files: Files, options: PdfProbeOptions = {}): Promise<PdfProbe> {
  const deadline = deadlineIn(options.softSeconds ?? DEFAULT_SECONDS);
  try {
    const structure = await structureOf(path, files, deadline);
    const { integrity } = structure;
    return integrity.state === 'whole' ? await read(path, files, structure, deadline) : { integrity };
  } catch (error) {
    if (error instanceof FileError)
      return { integrity: { state: 'unknown', cause: { kind: 'unreadable', detail: error.kind } } };
    throw error;
  }
}

async function structureOf(path: string, files: Files, deadline: Deadline): Promise<Structure> {
  const file = await files.open(path);
  try {
    if (file.bytes > FILE_LIMIT) {
      const cause = { kind: 'too-large', what: 'file', limit: FILE_LIMIT } as const;
      return { integrity: { state: 'unknown', cause }, encrypted: false };
    }
    return await checkStructure(windowedSource(file), deadline);
  } finally {
    await file.close();
  }
}

async function read(path: string, files: Files, structure: Structure, deadline: Deadline): Promise<PdfProbe> {
  const opened = await openPdf(await files.readWhole(path, FILE_LIMIT), files, { strict: false });
  if (opened.kind === 'password') return LOCKED_PROBE;
  if (opened.kind === 'failed') return unopened(opened.detail, structure.encrypted);
  const { pdf } = opened;
  const { ended, looks } = await closing(pdf, async () => lookInto(pdf, deadline));
  const pictures = await picturesOf(path, files, looks, deadline);
  // Where the time was over in between, the unclear pages count as not looked at.
  const clear = pictures ? looks : looks.filter((page) => page.content.kind !== 'unclear');
  const lock = lockOf(pdf.permissions, structure.encrypted);
  const { pages, producer } = pdf;
  return {
    pdf: collectFacts({ pages, lock, producer, looks: clear, pictures: pictures ?? new Set() }),
    integrity: integrityOf(ended, deadline),
  };
}

async function lookInto(
  pdf: PdfReader,
  deadline: Deadline,
): Promise<{ readonly ended: PagesOpened; readonly looks: readonly PageLook[] }> {
  const ended = await openEachPage(pdf, deadline);
  const { pages, fault } = await lookAtPages(pdf, deadline);
  return { ended: ended === 'all' && fault !== undefined ? { fault } : ended, looks: pages };
}

/** Opens the document a second time, the first being closed: only one of them is held in memory. */
async function picturesOf(
  path: string,
  files: Files,
  pages: readonly PageLook[],
  deadline: Deadline,
): Promise<ReadonlySet<number> | undefined> {
  if (!pages.some((page) => page.content.kind === 'unclear')) return new Set();
  const opened = await openPdf(await files.readWhole(path, FILE_LIMIT), files, { strict: true });
  if (opened.kind !== 'open') throw new Error('a document that opened once does not open again');
  const { pdf } = opened;
  return closing(pdf, () => findPictures(pdf, pages, deadline));
}

async function closing<T>(pdf: PdfReader, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await pdf.close();
  }
}

const LOCKED_PROBE: PdfProbe = { pdf: LOCKED, integrity: { state: 'broken', cause: { kind: 'password' } } };

/** A lock that opens with a certificate or with another program is a lock all the same. */
function unopened(detail: string, encrypted: boolean): PdfProbe {
  if (encrypted && /encrypt/i.test(detail)) return LOCKED_PROBE;
  return { integrity: corrupt(detail) };
}

/** Rights that cannot be read are not taken for granted. */
function lockOf(rights: readonly number[] | undefined, encrypted: boolean): 'none' | 'restricted' {
  if (!encrypted) return 'none';
  return ALL_RIGHTS.every((right) => rights?.includes(right)) ? 'none' : 'restricted';
}

function integrityOf(ended: PagesOpened, deadline: Deadline): Integrity {
  if (ended === 'all') return { state: 'whole' };
  if (ended === 'none') return { state: 'broken', cause: { kind: 'nothing-inside' } };
  if (ended === 'timed-out')
    return { state: 'unknown', cause: { kind: 'timed-out', seconds: deadline.seconds } };
  if (ended === 'too-many')
    return { state: 'unknown', cause: { kind: 'too-large', what: 'pages', limit: MAX_PAGES } };
  return corrupt(ended.fault);
}

function corrupt(detail: string): Integrity {
  return { state: 'broken', cause: { kind: 'corrupt', detail: plainText(detail, DETAIL_CHARACTERS) } };
}
