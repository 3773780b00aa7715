import { DESIGN_EXTENSIONS, FORMATS, type Format } from './format.ts';

/** Extensions that are true of what such bytes are, the usual one first; of all others it is the format's own name. */
const NAMES: Readonly<Partial<Record<Format, readonly string[]>>> = {
  ...DESIGN_EXTENSIONS,
  text: ['txt', 'md', 'csv', 'log'],
  html: ['html', 'htm'],
  yaml: ['yaml', 'yml'],
  word2003xml: ['xml'],
  jpg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  tiff: ['tif', 'tiff'],
  heic: ['heic', 'heif'],
  mov: ['mov', 'qt'],
  wmv: ['wmv', 'asf'],
  rmvb: ['rmvb', 'rm'],
  mpg: ['mpg', 'mpeg', 'vob'],
  ts: ['ts', 'mts', 'm2ts'],
  '3gp': ['3gp', '3g2', '3gpp'],
  ogg: ['ogg', 'oga', 'opus'],
  ass: ['ass', 'ssa'],
  playlist: ['m3u8', 'm3u', 'mpd'],
  gz: ['gz', 'tgz'],
  // With macros, as a template, as a show: Office opens each under its own name alone.
  docm: ['docm', 'dotm'],
  pptx: ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'potm'],
  xlsx: ['xlsx', 'xlsm', 'xlsb', 'xltx', 'xltm', 'xlam'],
  doc: ['doc', 'dot'],
  ppt: ['ppt', 'pps', 'pot', 'dps', 'dpt'],
  xls: ['xls', 'xlt', 'et', 'ett'],
  wps: ['wps', 'wpt'],
  'encrypted-office': [
    'docx', 'doc', 'docm', 'dotx', 'dotm', 'xlsx', 'xls', 'xlsm', 'xlsb', 'pptx', 'ppt', 'pptm', 'ppsx',
  ], // prettier-ignore
};

/** What other programs keep their own documents in: .sketch and .xd are ZIP, .prproj is gzip, .drawio is XML. */
const BUILT_OF: ReadonlySet<Format> = new Set(['zip', 'gz', '7z', 'rar', 'xml', 'text']);
/** A name of a kind, and not the end of a sentence: 方案.v2, 总结.2020. */
const OWN = /^(?!v?\d+$)[a-z0-9]{2,10}$/;
/** Whose bytes would have been known: a ZIP called .jpg is no JPG. */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(FORMATS).flat(),
  ...Object.values(NAMES).flat(),
]);

/** The extension, in lower case and without dot, that such bytes usually go by. */
export function usualExtension(format: Format): string {
  return NAMES[format]?.[0] ?? format;
}

/** Whether the bytes leave room for what the extension says (lower case, without dot). */
export function isTrueExtension(extension: string, format: Format): boolean {
  return (NAMES[format] ?? [format]).includes(extension) || isDocumentIn(extension, format);
}

/** A document of a program that nobody here knows, built as an archive, as XML or as text. */
export function isDocumentIn(extension: string, format: Format): boolean {
  return BUILT_OF.has(format) && OWN.test(extension) && !KNOWN.has(extension);
}
