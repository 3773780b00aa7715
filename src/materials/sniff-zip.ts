import type { Format } from '../model/format.ts';
import { decodeText } from '../model/decode-text.ts';
import type { OpenFile } from '../system/system.ts';
import { asciiAt, hasBytes, u16le } from './read-bytes.ts';
import { localNames, readZipDirectory, readZipEntry, type ZipEntry } from './read-zip-directory.ts';

/** Local file header, end of an empty archive, mark of a split one (APPNOTE 4.3.7, 4.3.16, 8.5.3). */
const MARKS = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 7, 8],
];

/** Content type of the main part (ECMA-376 part 1, 11.3.10, 12.3.7, 13.3.6; [MS-OFFMACRO2] for macros). */
const MAIN_PARTS: readonly (readonly [RegExp, Format])[] = [
  [/wordprocessingml\.template\.main\+xml/i, 'dotx'],
  [/ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml/i, 'docm'],
  [/wordprocessingml\.document\.main\+xml/i, 'docx'],
  [/presentationml\.\w+\.main\+xml|ms-powerpoint\.\w+\.macroEnabled\.main\+xml/i, 'pptx'],
  [/spreadsheetml\.\w+\.main\+xml|ms-excel\.[\w.]+\.main(\+xml)?/i, 'xlsx'],
];

const MAIN_NAMES: readonly (readonly [RegExp, Format])[] = [
  [/^word\//i, 'docx'],
  [/^ppt\//i, 'pptx'],
  [/^xl\//i, 'xlsx'],
];

/** Documents of other houses in a ZIP: OFD, Apple iWork, XPS. Not an archive that someone could unpack. */
const OTHER_DOCUMENTS = /^(OFD\.xml|Index\.zip|Index\/Document\.iwa|FixedDocumentSequence\.fdseq)$/i;

/** CorelDRAW X4 and later: RIFF inside a ZIP, in one part or with its streams apart. */
const CORELDRAW = /^content\/(riffData\.cdr|root\.dat)$/i;

/** ZIP files, and what is one inside. */
export async function sniffZip(
  file: OpenFile,
  head: Uint8Array,
  extension: string,
): Promise<Format | undefined> {
  if (!MARKS.some((mark) => hasBytes(head, 0, mark))) return undefined;
  const mimetype = openDocumentType(head);
  if (mimetype !== undefined) return mimetype;
  const entries = await readZipDirectory(file);
  return entries ? formatOfEntries(file, entries) : formatOfCutOff(localNames(head), extension);
}

/** OpenDocument part 2, 3.3 (and EPUB): the first entry is `mimetype`, stored. */
function openDocumentType(head: Uint8Array): Format | undefined {
  const nameBytes = u16le(head, 26);
  if (nameBytes !== 8 || asciiAt(head, 30, 8) !== 'mimetype') return undefined;
  const type = asciiAt(head, 38 + u16le(head, 28), 64);
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  return /^application\/x-vnd\.corel\.(zcf\.)?draw\./.test(type) ? 'cdr' : 'unknown';
}

async function formatOfEntries(file: OpenFile, entries: readonly ZipEntry[]): Promise<Format> {
  const types = entries.find((entry) => /^\/?\[Content_Types\]\.xml$/i.test(entry.name));
  const listed = types && (await readZipEntry(file, types));
  const text = listed && decodeText(listed)?.text;
  const byType = text === undefined ? undefined : MAIN_PARTS.find(([pattern]) => pattern.test(text));
  if (byType) return byType[1];
  const names = entries.map((entry) => entry.name.replaceAll('\\', '/'));
  if (types) return formatOfNames(names) ?? 'zip';
  if (names.some((name) => CORELDRAW.test(name))) return 'cdr';
  return names.some((name) => OTHER_DOCUMENTS.test(name)) ? 'unknown' : 'zip';
}

function formatOfNames(names: readonly string[]): Format | undefined {
  return MAIN_NAMES.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}

/** Its directory, at the end, is missing: part names tell, and among Office's own the extension. */
function formatOfCutOff(names: readonly string[], extension: string): Format {
  if (!names.some((name) => /^(\[Content_Types\]\.xml|(_rels|docProps|customXml|word|ppt|xl)\/)/i.test(name)))
    return 'zip';
  const byExtension = (['docx', 'dotx', 'docm', 'pptx', 'xlsx'] as const).find(
    (format) => format === extension,
  );
  return byExtension ?? formatOfNames(names) ?? 'zip';
}
