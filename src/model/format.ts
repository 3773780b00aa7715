/**
 * What a file is, by its bytes (magic numbers and container structure), never by its extension.
 * Names are the usual extension of the format, so that a notice may list them as a user would.
 */
export const FORMATS = {
  video: ['mp4', 'mov', 'm4v', '3gp', 'mkv', 'webm', 'avi', 'wmv', 'flv', 'ts', 'mpg', 'rmvb', 'playlist'],
  audio: ['mp3', 'wav', 'm4a', 'aac', 'flac', 'ogg', 'wma', 'amr'],
  image: ['jpg', 'png', 'gif', 'webp', 'heic', 'avif', 'tiff', 'bmp', 'psd'],
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
