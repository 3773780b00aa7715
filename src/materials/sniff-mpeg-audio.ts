import type { Format } from '../model/format.ts';
import type { OpenFile } from '../system/system.ts';
import { byteAt, hasAscii, hasBytes } from './read-bytes.ts';

/** kbit/s of Layer III, by index (ISO/IEC 11172-3, 2.4.2.3; 13818-3 for the lower sampling rates). */
const BITRATES_V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLE_RATES_V1 = [44_100, 48_000, 32_000];

const WINDOW = 16 * 1024;
/** How far padding may stand before the first frame. */
const PADDING = 4096;
const FRAMES = 4;

type FrameLength = (bytes: Uint8Array, at: number) => number | undefined;

/** MP3 and AAC (ADTS), with or without an ID3v2 tag in front; believed only when several frames follow one another. */
export async function sniffMpegAudio(
  file: OpenFile,
  head: Uint8Array,
  extension: string,
): Promise<Format | undefined> {
  const tag = id3Length(head);
  const slack = tag > 0 || extension === 'mp3' ? PADDING : 0;
  const window = tag > 0 ? await file.read(tag, WINDOW) : head.subarray(0, WINDOW);
  if (tag > 0 && hasAscii(window, 0, 'fLaC')) return 'flac';
  const toEnd = tag + window.length >= file.bytes;
  for (let at = 0; at <= Math.min(slack, window.length); at++) {
    if (byteAt(window, at) !== 0xff) continue;
    if (hasFrames(window, at, mp3FrameLength, toEnd)) return 'mp3';
    if (hasFrames(window, at, adtsFrameLength, toEnd)) return 'aac';
  }
  // A tag with nothing behind it: a cut-off MP3.
  return tag > 0 ? 'mp3' : undefined;
}

/** Bytes of the ID3v2 tag (id3.org, 3.1): a length of four times seven bits; 0 where there is none. */
function id3Length(head: Uint8Array): number {
  if (!hasAscii(head, 0, 'ID3') || byteAt(head, 3) > 4) return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (byteAt(head, at) & 0x7f), 0);
  const footer = byteAt(head, 5) & 0x10 ? 10 : 0;
  return 10 + size + footer;
}

function hasFrames(bytes: Uint8Array, start: number, lengthAt: FrameLength, toEnd: boolean): boolean {
  let at = start;
  for (let frames = 0; frames < FRAMES; frames++) {
    // A file of very few frames ends here, or is cut off in the last.
    if (at >= bytes.length - 4) return toEnd && frames >= 2;
    const length = lengthAt(bytes, at);
    if (length === undefined || !sameKind(bytes, start, at)) return false;
    at += length;
  }
  return true;
}

/** Version and layer never change within a file. */
function sameKind(bytes: Uint8Array, first: number, next: number): boolean {
  return (
    hasBytes(bytes, next, [byteAt(bytes, first)]) && byteAt(bytes, first + 1) === byteAt(bytes, next + 1)
  );
}

function mp3FrameLength(bytes: Uint8Array, at: number): number | undefined {
  const second = byteAt(bytes, at + 1);
  const third = byteAt(bytes, at + 2);
  const version = (second >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
  const isLayer3 = (second & 0xe0) === 0xe0 && ((second >> 1) & 3) === 1;
  if (byteAt(bytes, at) !== 0xff || !isLayer3 || version === 1) return undefined;
  const bitrate = (version === 3 ? BITRATES_V1 : BITRATES_V2)[third >> 4];
  const rate = SAMPLE_RATES_V1[(third >> 2) & 3];
  if (!bitrate || !rate) return undefined;
  const divisor = version === 3 ? 1 : version === 2 ? 2 : 4;
  const factor = version === 3 ? 144_000 : 72_000;
  return Math.floor((factor * bitrate) / (rate / divisor)) + ((third >> 1) & 1);
}

/** ADTS header (ISO/IEC 13818-7, 6.2): thirteen bits of frame length, the header included. */
function adtsFrameLength(bytes: Uint8Array, at: number): number | undefined {
  const isSync = byteAt(bytes, at) === 0xff && (byteAt(bytes, at + 1) & 0xf6) === 0xf0;
  const sampling = (byteAt(bytes, at + 2) >> 2) & 0xf;
  if (!isSync || sampling > 12) return undefined;
  const length =
    ((byteAt(bytes, at + 3) & 3) << 11) | (byteAt(bytes, at + 4) << 3) | (byteAt(bytes, at + 5) >> 5);
  return length >= 7 ? length : undefined;
}
