import type { Format } from '../model/format.ts';
import type { OpenFile } from '../system/system.ts';
import { isOle, oleRootNames } from './read-ole-directory.ts';
import { hasBytes } from './read-bytes.ts';

/** wIdent at the start of the WordDocument stream ([MS-DOC] 2.5.2; 0xA5DC in Word 6 and 95). */
const FIB_MARKS = [
  [0xec, 0xa5],
  [0xdc, 0xa5],
];

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ['doc', 'doc'],
  ['dot', 'doc'],
  ['wps', 'wps'],
  ['ppt', 'ppt'],
  ['pps', 'ppt'],
  ['dps', 'ppt'],
  ['xls', 'xls'],
  ['et', 'xls'],
]);

/** OLE compound files, by the streams below the root. */
export async function sniffOle(
  file: OpenFile,
  head: Uint8Array,
  extension: string,
): Promise<Format | undefined> {
  if (!isOle(head)) return undefined;
  const names = await oleRootNames(file, head);
  if (names) return formatOfStreams(names, extension);
  // Cut off before its directory, which Word writes at the end. The text stream usually comes first; else the
  // extension says which of the compound formats was meant.
  const word = FIB_MARKS.some((mark) => hasBytes(head, 512, mark));
  return word ? wordOr(extension) : (BY_EXTENSION.get(extension) ?? 'unknown');
}

function formatOfStreams(names: ReadonlySet<string>, extension: string): Format {
  // [MS-OFFCRYPTO] 2.3.4: a password-protected OOXML file of whatever kind.
  if (names.has('EncryptedPackage')) return 'encrypted-office';
  if (names.has('WordDocument')) return wordOr(extension);
  if (names.has('PowerPoint Document')) return 'ppt';
  if (names.has('Workbook') || names.has('Book')) return 'xls';
  // Microsoft Works: MN0 up to version 4, CONTENTS and MatOST later.
  return ['MatOST', 'MN0', 'CONTENTS'].some((name) => names.has(name)) ? 'wps' : 'unknown';
}

/** WPS Office writes Word's own structure under its own extension. */
function wordOr(extension: string): Format {
  return extension === 'wps' ? 'wps' : 'doc';
}
