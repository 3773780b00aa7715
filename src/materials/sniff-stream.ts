import type { Format } from '../model/format.ts';
import { asciiAt, byteAt, hasAscii, hasBytes, indexOfBytes, u64le } from './read-bytes.ts';

// Object and stream type GUIDs of the Advanced Systems Format Specification, 10.1 and 10.4, as they lie in the file.
const ASF_HEADER = [
  0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, 0xa6, 0xd9, 0x00, 0xaa, 0x00, 0x62, 0xce, 0x6c,
];
const ASF_VIDEO = [
  0xc0, 0xef, 0x19, 0xbc, 0x4d, 0x5b, 0xcf, 0x11, 0xa8, 0xfd, 0x00, 0x80, 0x5f, 0x5c, 0x44, 0x2b,
];
const ASF_AUDIO = [
  0x40, 0x9e, 0x69, 0xf8, 0x4d, 0x5b, 0xcf, 0x11, 0xa8, 0xfd, 0x00, 0x80, 0x5f, 0x5c, 0x44, 0x2b,
];

/** Film and sound containers that their first bytes give away. */
export function sniffStream(head: Uint8Array): Format | undefined {
  return sniffRiff(head) ?? sniffMatroska(head) ?? sniffAsf(head) ?? sniffMarked(head) ?? sniffMpeg(head);
}

/** RIFF (Multimedia Programming Interface 1.0, 2) and RF64 (EBU Tech 3306). */
function sniffRiff(head: Uint8Array): Format | undefined {
  if (!/^(RIFF|RIFX|RF64)$/.test(asciiAt(head, 0, 4))) return undefined;
  const form = asciiAt(head, 8, 4);
  // CorelDRAW 3 to X3: CDR and a letter for the version; the form of version 8 for right-to-left scripts is `cdr8`.
  if (/^CDR/i.test(form)) return 'cdr';
  return form === 'AVI ' ? 'avi' : form === 'WAVE' ? 'wav' : undefined;
}

/** EBML header (RFC 8794, 11.2): DocType tells WebM from Matroska (RFC 9559, 4). */
function sniffMatroska(head: Uint8Array): Format | undefined {
  if (!hasBytes(head, 0, [0x1a, 0x45, 0xdf, 0xa3])) return undefined;
  const at = indexOfBytes(head.subarray(0, 256), [0x42, 0x82]);
  return at > 0 && asciiAt(head, at + 3, byteAt(head, at + 2) & 0x7f).startsWith('webm') ? 'webm' : 'mkv';
}

/** ASF: wma where its header lists sound and no picture. */
function sniffAsf(head: Uint8Array): Format | undefined {
  if (!hasBytes(head, 0, ASF_HEADER)) return undefined;
  const header = head.subarray(0, Math.min(head.length, u64le(head, 16)));
  return indexOfBytes(header, ASF_AUDIO) >= 0 && indexOfBytes(header, ASF_VIDEO) < 0 ? 'wma' : 'wmv';
}

function sniffMarked(head: Uint8Array): Format | undefined {
  // Adobe Flash Video File Format Specification 10.1, E.2.
  if (hasAscii(head, 0, 'FLV') && byteAt(head, 3) === 1) return 'flv';
  if (hasAscii(head, 0, '.RMF')) return 'rmvb';
  // FLAC: RFC 9639, 6. AMR: RFC 4867, 5.
  if (hasAscii(head, 0, 'fLaC')) return 'flac';
  if (hasAscii(head, 0, '#!AMR')) return 'amr';
  if (!hasAscii(head, 0, 'OggS')) return undefined;
  // Ogg: RFC 3533, 6. With a Theora film in it, it is none of the formats that a notice names.
  return indexOfBytes(head.subarray(0, 4096), '\x80theora') >= 0 ? 'unknown' : 'ogg';
}

/** MPEG-2 systems (ISO/IEC 13818-1): transport packets of 188 bytes, also with 4 or 16 bytes added; program stream. */
function sniffMpeg(head: Uint8Array): Format | undefined {
  const isTransport = [
    [0, 188],
    [4, 192],
    [0, 204],
  ].some(([start = 0, step = 0]) => hasSyncBytes(head, start, step));
  if (isTransport) return 'ts';
  // A pack header (2.5.3.3; its next bits are 01, in MPEG-1 0010), or a bare sequence header.
  const next = byteAt(head, 4);
  const isPack = hasBytes(head, 0, [0, 0, 1, 0xba]) && (next >> 6 === 0b01 || next >> 4 === 0b0010);
  return isPack || hasBytes(head, 0, [0, 0, 1, 0xb3]) ? 'mpg' : undefined;
}

/** 0x47 at the start of each of the first packets; at least three. */
function hasSyncBytes(head: Uint8Array, start: number, step: number): boolean {
  const packets = Math.min(8, Math.floor((head.length - start) / step));
  return (
    packets >= 3 &&
    Array.from({ length: packets }, (_, i) => start + i * step).every((at) => head[at] === 0x47)
  );
}
