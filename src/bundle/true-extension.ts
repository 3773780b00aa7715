import { extensionOf } from '../model/file-name.ts';
import { DESIGN_EXTENSIONS, type Format } from '../model/format.ts';

/** Formats whose bytes leave the extension open: what the name says is kept, where it is one of these. */
const EITHER: Readonly<Partial<Record<Format, readonly string[]>>> = {
  ...DESIGN_EXTENSIONS,
  text: ['txt', 'md', 'csv', 'log'],
  html: ['html', 'htm'],
  yaml: ['yaml', 'yml'],
  tiff: ['tif', 'tiff'],
  heic: ['heic', 'heif'],
  word2003xml: ['xml'],
  rmvb: ['rmvb', 'rm'],
  mpg: ['mpg', 'mpeg', 'vob'],
  ts: ['ts', 'mts', 'm2ts'],
  ogg: ['ogg', 'oga', 'opus'],
  wps: ['wps', 'wpt'],
  playlist: ['m3u8', 'm3u', 'mpd'],
  'encrypted-office': ['docx', 'doc', 'xlsx', 'xls', 'pptx', 'ppt'],
};
const NAMELESS: ReadonlySet<Format> = new Set(['unknown', 'shortcut', 'executable']);
const PLAUSIBLE = /^[a-z0-9]{1,10}$/;

/** The extension that tells the truth, with its dot: by the bytes, not by the name. Empty where neither tells. */
export function trueExtension(format: Format, path: string): string {
  const written = extensionOf(path);
  if (NAMELESS.has(format)) return PLAUSIBLE.test(written) ? `.${written}` : '';
  const either = EITHER[format];
  if (!either) return `.${format}`;
  const [usual = format] = either;
  return `.${either.includes(written) ? written : usual}`;
}
