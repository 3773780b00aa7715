import { RAW_EXTENSIONS, familyOf, type Format, type Role } from '../model/format.ts';
import { extensionOf } from '../model/file-name.ts';
import { foldName } from './fold-name.ts';
import { namesForm } from './match-form.ts';

const SCAN_WORDS = /扫描|盖章|签字|公章/;

/** For files whose bytes do not say what they were meant to be. */
const ROLE_BY_EXTENSION: ReadonlyMap<string, Role> = new Map(
  (
    [
      ['video', 'mp4 m4v mov qt 3gp 3g2 mkv webm avi wmv asf flv f4v ts mts m2ts mpg mpeg vob rm rmvb ogv'],
      ['audio', 'mp3 wav m4a aac flac ogg oga opus wma amr ape aif aiff'],
      ['photo', 'jpg jpeg jpe jfif png gif webp heic heif avif tif tiff bmp psd'],
      ['photo', RAW_EXTENSIONS.join(' ')],
      ['scan', 'pdf ofd'],
      ['text', 'docx doc dotx dot docm dotm wps wpt rtf odt pages txt md html htm mht'],
      ['slides', 'pptx ppt pps ppsx pptm dps'],
      ['subtitles', 'srt ass ssa vtt sub'],
    ] as const
  ).flatMap(([role, extensions]) =>
    extensions.split(' ').map((extension): [string, Role] => [extension, role]),
  ),
);

/** What `chooseRole` goes by: the file's own name, the folder it lies in unless that is its category's, its bytes. */
export interface RoleClues {
  readonly name: string;
  readonly folder: string | undefined;
  readonly format: Format;
  /** It is one of the notice's forms, by name. */
  readonly isForm: boolean;
}

/** The role of a file in its item: bytes first, then its name, then its extension. */
export function chooseRole(clues: RoleClues): Role {
  const word = isFormName(clues) ? 'form' : 'text';
  switch (familyOf(clues.format)) {
    case 'video':
      return 'video';
    case 'audio':
      return 'audio';
    case 'subtitles':
      return 'subtitles';
    case 'slides':
      return 'slides';
    case 'word':
      // Behind a password lies any of Office's formats.
      return clues.format === 'encrypted-office' ? (byExtension(clues) ?? word) : word;
    case 'pdf':
      // Whoever calls a PDF .ai means the drawing in it, and nothing scanned.
      return /^ait?$/.test(extensionOf(clues.name)) ? 'other' : 'scan';
    case 'image':
      return clues.format !== 'raw' && isScanName(clues) ? 'scan' : 'photo';
    case 'design':
      return 'other';
    case 'sheet':
      return word === 'form' ? 'form' : 'other';
    case 'plain':
      return byExtension(clues) ?? (clues.format === 'text' ? 'text' : 'other');
    case 'archive':
    case 'other':
      return byExtension(clues) ?? 'other';
  }
}

function byExtension(clues: RoleClues): Role | undefined {
  const extension = extensionOf(clues.name);
  if (/^(xlsx?|xlsm|et)$/.test(extension)) return isFormName(clues) ? 'form' : 'other';
  const role = ROLE_BY_EXTENSION.get(extension);
  return role === 'text' && isFormName(clues) ? 'form' : role;
}

function isFormName(clues: RoleClues): boolean {
  return clues.isForm || namesForm(clues.name);
}

function isScanName({ name, folder = '' }: RoleClues): boolean {
  return [name, folder].some((words) => SCAN_WORDS.test(foldName(words)) || namesForm(words));
}
