import type { Format } from '../model/format.ts';
import { hasAscii, hasBytes, indexOfBytes, u32be, u32le } from './read-bytes.ts';

/** ELF; Mach-O in both orders and widths, and several architectures in one. */
const PROGRAMS = new Set([0x7f45_4c46, 0xfeed_face, 0xfeed_facf, 0xcefa_edfe, 0xcffa_edfe, 0xcafe_babe]);
/** [MS-SHLLINK] 2.1: header size and class id. */
const SHORTCUT = [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

/** PDF, archives, shortcuts and programs. */
export function sniffOther(head: Uint8Array): Format | undefined {
  if (hasAscii(head, 0, 'Rar!\x1a\x07')) return 'rar';
  if (hasBytes(head, 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])) return '7z';
  // RFC 1952, 2.3.1: the only method there is.
  if (hasBytes(head, 0, [0x1f, 0x8b, 8])) return 'gz';
  if (hasBytes(head, 0, SHORTCUT)) return 'shortcut';
  if (isProgram(head)) return 'executable';
  // ISO 32000-1, annex H.3.4.1: readers look for the header within the first 1024 bytes.
  return indexOfBytes(head.subarray(0, 1024 + 4), '%PDF-') >= 0 ? 'pdf' : undefined;
}

function isProgram(head: Uint8Array): boolean {
  if (PROGRAMS.has(u32be(head, 0))) return true;
  // MZ alone may begin a text: a program of Windows has its PE header where offset 60 says, one of DOS has zeros.
  if (!hasAscii(head, 0, 'MZ')) return false;
  return hasBytes(head, u32le(head, 60), [0x50, 0x45, 0, 0]) || head.subarray(0, 64).includes(0);
}
