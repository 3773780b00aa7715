import type { UnknownCause } from '../../model/facts.ts';
import type { Files } from '../../system/system.ts';
import { countPixels, readColors } from '../decode-image.ts';
import { openPdf, PdfPageError, type PaintedPage, type PdfReader } from '../open-pdf.ts';
import { scaleOf, type PageImage } from './page-image.ts';

/** The pages of a document, or of a picture, to be looked at one after the other. */
export interface Pages {
  readonly count: number;
  /** Number from 1. */
  look(page: number): Promise<PageImage | UnknownCause>;
  close(): Promise<void>;
}

/** Enough to see a seal's line, which is a millimetre thick: three pixels a millimetre on A4. */
const LONG_EDGE = 900;
const SECONDS = 30;
const PIXEL_LIMIT = 120_000_000;
const MM_PER_POINT = 25.4 / 72;
const MM_PER_INCH = 25.4;
/** What cameras write where they do not know the paper. */
const NO_REAL_DPI = 96;

export async function openPages(
  bytes: Uint8Array,
  kind: 'pdf' | 'picture',
  files: Files,
): Promise<Pages | UnknownCause> {
  return kind === 'pdf' ? openDocument(bytes, files) : openPicture(bytes);
}

async function openDocument(bytes: Uint8Array, files: Files): Promise<Pages | UnknownCause> {
  const opened = await openPdf(bytes, files, { strict: false, looking: true });
  if (opened.kind === 'password') return { kind: 'crashed', detail: 'password' };
  if (opened.kind === 'failed') return { kind: 'crashed', detail: opened.detail.slice(0, 120) };
  const { pdf } = opened;
  return { count: pdf.pages, look: (page) => paint(pdf, page), close: () => pdf.close() };
}

async function paint(pdf: PdfReader, number: number): Promise<PageImage | UnknownCause> {
  try {
    const page = await pdf.page(number);
    const longMm = Math.max(page.size.width, page.size.height) * MM_PER_POINT;
    const painted = await page.paint(LONG_EDGE);
    page.close();
    return { ...withoutOpacity(painted), ...scaleOf(painted, longMm) };
  } catch (error) {
    if (error instanceof PdfPageError) return { kind: 'crashed', detail: error.message.slice(0, 120) };
    throw error;
  }
}

/** The page was painted on white paper: nothing shines through it. */
function withoutOpacity({ width, height, rgba }: PaintedPage) {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return { width, height, rgb };
}

async function openPicture(bytes: Uint8Array): Promise<Pages | UnknownCause> {
  const size = await countPixels(bytes);
  if (!size) return { kind: 'crashed', detail: 'not a picture that can be decoded' };
  if (size.width * size.height > PIXEL_LIMIT)
    return { kind: 'too-large', what: 'pixels', limit: PIXEL_LIMIT };
  const { density } = size;
  const longMm =
    density === undefined || density <= NO_REAL_DPI
      ? undefined
      : (Math.max(size.width, size.height) / density) * MM_PER_INCH;
  return {
    count: size.pages,
    look: async (page) => {
      const colors = await readColors(bytes, { longEdge: LONG_EDGE, page: page - 1, seconds: SECONDS });
      if (!colors) return { kind: 'crashed', detail: 'the picture cannot be decoded' };
      return { ...colors, ...scaleOf(colors, longMm) };
    },
    close: () => Promise.resolve(),
  };
}
