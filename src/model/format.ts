/**
 * What a file is, by its bytes (magic numbers and container structure), never by its extension.
 * Names are the usual extension of the format, so that a notice may list them as a user would.
 */
export const FORMATS = {
  video: ['mp4', 'mov', 'm4v', '3gp', 'mkv', 'webm', 'avi', 'wmv', 'flv', 'ts', 'mpg', 'rmvb', 'playlist'],
  audio: ['mp3', 'wav', 'm4a', 'aac', 'flac', 'ogg', 'wma', 'amr'],
  image: ['jpg', 'png', 'gif', 'webp', 'heic', 'avif', 'tiff', 'bmp', 'psd', 'raw'],
  design: ['ai', 'eps', 'cdr', 'svg'],
  pdf: ['pdf'],
  word: ['docx', 'doc', 'dotx', 'docm', 'wps', 'word2003xml', 'rtf', 'odt', 'encrypted-office'],
  slides: ['pptx', 'ppt'],
  sheet: ['xlsx', 'xls'],
  subtitles: ['srt', 'ass', 'vtt'],
  archive: ['zip', 'rar', '7z', 'gz'],
  plain: ['text', 'yaml', 'html', 'xml'],
  other: ['shortcut', 'executable', 'unknown'],
} as const;

export type FormatFamily = keyof typeof FORMATS;
export type Format = (typeof FORMATS)[FormatFamily][number];

const familyByFormat: ReadonlyMap<string, FormatFamily> = new Map(
  (Object.keys(FORMATS) as FormatFamily[]).flatMap((family) =>
    FORMATS[family].map((format) => [format, family]),
  ),
);

export function familyOf(format: Format): FormatFamily {
  return familyByFormat.get(format) ?? 'other';
}

export function isFormat(name: string): name is Format {
  return familyByFormat.has(name);
}

/** What cameras call their own kind of raw picture: one format for a notice, many names for a file. */
export const RAW_EXTENSIONS: readonly string[] = [
  'raw', 'dng', 'cr2', 'cr3', 'crw', 'nef', 'nrw', 'arw', 'srf', 'sr2', 'raf', 'orf', 'rw2', 'rwl', 'pef', 'srw', '3fr', 'fff',
  'iiq', 'erf', 'mef', 'mos', 'mrw', 'x3f', 'dcr', 'kdc', 'gpr',
]; // prettier-ignore

/**
 * Extensions that are true of what such bytes are, the usual one first. Illustrator keeps its files as PDF, in old
 * versions as EPS: where nothing in them says so, the name may still be right.
 */
export const DESIGN_EXTENSIONS: Readonly<Partial<Record<Format, readonly string[]>>> = {
  ai: ['ai', 'ait'],
  eps: ['eps', 'epsf', 'epsi', 'ai'],
  cdr: ['cdr', 'cdt'],
  pdf: ['pdf', 'ai', 'ait'],
  psd: ['psd', 'psb'],
  raw: RAW_EXTENSIONS,
};

/** What pictures and print are made from, and not what is shown: it opens in the program it was made with. */
export function isSource(format: Format): boolean {
  return familyOf(format) === 'design' || format === 'psd' || format === 'raw';
}

/** Whether the extension, in lower case and without dot, is the format's own name. */
export function isUsualExtension(extension: string, format: Format): boolean {
  return extension === format || (format === 'raw' && RAW_EXTENSIONS.includes(extension));
}

/** The kinds of part an item is made of. Limits go by role, not by extension. */
export const ROLES = [
  'video',
  'photo',
  'scan',
  'text',
  'form',
  'subtitles',
  'audio',
  'slides',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

export function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}
