import type { Format } from '../model/format.ts';
import { adtsFrame, mp3Frame, type SoundFrameReader } from '../model/sound-frames.ts';
import type { OpenFile } from '../system/system.ts';
import { byteAt, hasAscii, hasBytes } from './read-bytes.ts';

const WINDOW = 16 * 1024;
/** How far padding may stand before the first frame. */
const PADDING = 4096;
const FRAMES = 4;

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
    if (hasFrames(window, at, mp3Frame, toEnd)) return 'mp3';
    if (hasFrames(window, at, adtsFrame, toEnd)) return 'aac';
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

function hasFrames(bytes: Uint8Array, start: number, frameAt: SoundFrameReader, toEnd: boolean): boolean {
  let at = start;
  for (let frames = 0; frames < FRAMES; frames++) {
    // A file of very few frames ends here, or is cut off in the last.
    if (at >= bytes.length - 4) return toEnd && frames >= 2;
    const frame = frameAt(bytes, at);
    if (!frame || !sameKind(bytes, start, at)) return false;
    at += frame.bytes;
  }
  return true;
}

/** Version and layer never change within a file. */
function sameKind(bytes: Uint8Array, first: number, next: number): boolean {
  return (
    hasBytes(bytes, next, [byteAt(bytes, first)]) && byteAt(bytes, first + 1) === byteAt(bytes, next + 1)
  );
}
