import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Files } from '../system/system.ts';

/** The one file behind pdf.js. */
export type OpenedPdf =
  | { readonly kind: 'open'; readonly pdf: PdfReader }
  | { readonly kind: 'password' }
  | { readonly kind: 'failed'; readonly detail: string };

export interface PdfReader {
  readonly pages: number;
  /** Permission bits granted without a password; absent where nothing is encrypted. */
  readonly permissions: readonly number[] | undefined;
  readonly producer: string | undefined;
  /** What the document says of itself: the texts of its information dictionary, and its XMP as it stands. */
  readonly properties: readonly string[];
  /** Throws a `PdfPageError` where the page cannot be opened; `number` counts from 1. */
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

export interface PdfPage {
  /** Points, as shown: cropped, turned, scaled by the page's own unit. */
  readonly size: { readonly width: number; readonly height: number };
  /** Degrees: 0, 90, 180 or 270. */
  readonly rotation: number;
  text(): Promise<string>;
  /** Without pictures; see `openPdf`. */
  drawing(): Promise<readonly DrawingStep[]>;
  /** As it looks on white paper, so many pixels along its long edge. The document must be open for looking. */
  paint(longEdge: number): Promise<PaintedPage>;
  close(): void;
}

/** Red, green, blue and opacity, one byte each, row by row. */
export interface PaintedPage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** One step of drawing, by pdf.js's name for it (`OPS`); of a path, what is done with it: `fill`, `stroke` … */
export interface DrawingStep {
  readonly name: string;
  readonly args: readonly unknown[];
}

export class PdfPageError extends Error {
  override readonly name = 'PdfPageError';
}

/**
 * Everything that draws, loads or runs is off: no fonts, no code from the file, no network, no WebAssembly. With
 * a picture size of 0 no picture is ever unpacked.
 */
const SETTINGS = {
  verbosity: 0,
  isEvalSupported: false,
  useWasm: false,
  useSystemFonts: false,
  useWorkerFetch: false,
  disableFontFace: true,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 0,
  cMapPacked: true,
} as const;

/** For looking at the pages: their pictures are unpacked, up to that of an A4 page at 600 dots per inch. */
const LOOKING = { ...SETTINGS, maxImageSize: 40_000_000, useWasm: true, wasmUrl: 'wasm/' } as const;

const DATA_FILE_LIMIT = 1 << 24;

/**
 * `data` is taken over. The steps of drawing leave out every picture, as too large. With `strict` they break off
 * at the first picture or fault: fewer steps than without it mean that there is one.
 */
export async function openPdf(
  data: Uint8Array,
  files: Files,
  mode: { readonly strict: boolean; readonly looking?: true },
): Promise<OpenedPdf> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    ...(mode.looking ? LOOKING : SETTINGS),
    data: unshared(data),
    stopAtErrors: mode.strict,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    BinaryDataFactory: dataFactory(files),
  });
  try {
    const document = await task.promise;
    return { kind: 'open', pdf: await toReader(document, pdfjs.OPS) };
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException') return { kind: 'password' };
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** pdf.js takes the whole memory block over; a small Buffer shares its block with others. */
function unshared(data: Uint8Array): Uint8Array {
  return data.byteLength === data.buffer.byteLength ? new Uint8Array(data.buffer) : Uint8Array.from(data);
}

let loaded: ReturnType<typeof importPdfjs> | undefined;

function loadPdfjs() {
  loaded ??= quietly(importPdfjs);
  return loaded;
}

function importPdfjs() {
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** While it loads, pdf.js warns on the console of a missing canvas, which nothing here needs. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { console } = globalThis;
  const warn = console.warn.bind(console);
  console.warn = () => undefined;
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}

/** Reads pdf.js's own tables (character maps of Chinese fonts, standard fonts) from its package folder. */
function dataFactory(files: Files) {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folders = new Map([
    ['cMapUrl', 'cmaps'],
    ['standardFontDataUrl', 'standard_fonts'],
    ['wasmUrl', 'wasm'],
  ]);
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const part = folders.get(kind);
      if (part === undefined || filename.includes('/') || filename.includes(sep)) {
        throw new Error(`pdf.js asks for unknown data: ${kind}`);
      }
      return unshared(await files.readWhole(join(folder, part, filename), DATA_FILE_LIMIT));
    }
  };
}

async function toReader(
  document: PDFDocumentProxy,
  codes: Readonly<Record<string, number>>,
): Promise<PdfReader> {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]));
  const properties = await propertiesOf(document);
  return {
    pages: document.numPages,
    permissions: (await document.getPermissions()) ?? undefined,
    producer: properties.producer,
    properties: properties.texts,
    page: (number) => openPage(document, number, names),
    close: () => document.loadingTask.destroy(),
  };
}

interface PdfProperties {
  readonly producer: string | undefined;
  readonly texts: readonly string[];
}

/** Metadata that cannot be read is metadata that is not there. */
async function propertiesOf(document: PDFDocumentProxy): Promise<PdfProperties> {
  const found = await document.getMetadata().catch(() => undefined);
  const info: object = found?.info ?? {};
  const custom: unknown = 'Custom' in info ? info.Custom : undefined;
  const values = [info, custom].flatMap(valuesOf);
  // There may be none, whatever its type says.
  const metadata: { getRaw(): unknown } | null | undefined = found?.metadata;
  const raw = metadata?.getRaw();
  return {
    producer: 'Producer' in info && typeof info.Producer === 'string' ? info.Producer : undefined,
    texts: [...values, raw].filter((value) => typeof value === 'string'),
  };
}

function valuesOf(record: unknown): readonly unknown[] {
  return typeof record === 'object' && record !== null ? Object.values(record) : [];
}

async function openPage(
  document: PDFDocumentProxy,
  number: number,
  names: ReadonlyMap<number, string>,
): Promise<PdfPage> {
  const page = await orPageError(document.getPage(number));
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    size: { width, height },
    rotation: page.rotate,
    text: async () => {
      const { items } = await orPageError(page.getTextContent());
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    },
    drawing: async () => {
      const list = await orPageError(page.getOperatorList());
      return list.fnArray.map((code, index) => toStep(code, list.argsArray[index], names));
    },
    paint: (longEdge) => paintPage(document, page, longEdge),
    close: () => void page.cleanup(),
  };
}

async function paintPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  longEdge: number,
): Promise<PaintedPage> {
  const paper = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longEdge / Math.max(paper.width, paper.height) });
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
  return orPageError(
    (async () => {
      const factory = document.canvasFactory;
      if (!isCanvasFactory(factory)) throw new Error('nothing here to draw on');
      const canvas = factory.create(width, height);
      const { context } = canvas;
      await page.render({ canvas: null, canvasContext: context, viewport, background: '#ffffff' }).promise;
      const rgba = context.getImageData(0, 0, width, height).data;
      factory.destroy(canvas);
      return { width, height, rgba };
    })(),
  );
}

/** What pdf.js draws on: a package of its own choice, which not every machine has. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    readonly context: {
      getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
  };
  destroy(canvas: object): void;
}

function isCanvasFactory(factory: object): factory is CanvasFactory {
  return 'create' in factory && 'destroy' in factory;
}

async function orPageError<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw new PdfPageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function toStep(code: number, given: unknown, names: ReadonlyMap<number, string>): DrawingStep {
  const args: readonly unknown[] = Array.isArray(given) ? given : [];
  const name = names.get(code) ?? String(code);
  const [use] = args;
  return name === 'constructPath' && typeof use === 'number'
    ? { name: names.get(use) ?? name, args }
    : { name, args };
}
