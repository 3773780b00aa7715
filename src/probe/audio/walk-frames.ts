import type { SoundFrameReader } from '../../model/sound-frames.ts';
import type { ByteReader } from '../video/byte-reader.ts';
import { ENDS_EARLY, OPEN_ENDED, type Structure } from '../video/structure.ts';

const CHUNK = 256 * 1024;
/** Of the longest header. */
const HEADER = 7;
/** Eleven hours of AMR, more of the others; fewer than `FEWEST` in a row may be chance. */
const MOST = 2_000_000;
const MOST_BYTES = 1024 * 1024 * 1024;
const FEWEST = 4;
/** What may follow the sound: ID3v1, ID3v2 and APE tags, lyrics. */
const TAG = /^(?:TAG|ID3|3DI|APETAGEX|LYRICSBEGIN)/;
/** Share of the file that may be left over where the frames end, so that they tell how long it plays. */
const REST = 0.01;

/**
 * Sound without a container: frame upon frame, from `start` to the end, by their headers alone. They add up to its
 * length, and one that is cut in two shows; but nothing says which is the last, so that a file cut between two frames
 * is as good as a whole one, decoded or not. A tag at the end proves no more: it may have been added later.
 */
export async function walkFrames(
  reader: ByteReader,
  start: number,
  frameAt: SoundFrameReader,
): Promise<Structure> {
  let at = start;
  let [frames, seconds] = [0, 0];
  while (at < Math.min(reader.bytes, MOST_BYTES) && frames < MOST) {
    const chunk = (await reader.at(at, CHUNK)).bytes();
    const isLast = at + chunk.length >= reader.bytes;
    let here = 0;
    while (here < chunk.length && (isLast || here + HEADER <= chunk.length)) {
      const frame = frameAt(chunk, here);
      if (!frame) return endedAt(reader, at + here, { frames, seconds });
      here += frame.bytes;
      if (at + here > reader.bytes) return cutIn(frames, seconds);
      frames++;
      seconds += frame.seconds;
    }
    // It became shorter meanwhile.
    if (here === 0) break;
    at += here;
  }
  return endedAt(reader, at, { frames, seconds });
}

interface Walked {
  readonly frames: number;
  readonly seconds: number;
}

/** `at`: behind the last frame. */
async function endedAt(reader: ByteReader, at: number, { frames, seconds }: Walked): Promise<Structure> {
  const rest = await reader.at(at, 16);
  const isAll = reader.bytes - at <= reader.bytes * REST || TAG.test(rest.text(0, rest.length));
  const isKnown = frames >= FEWEST && isAll;
  return { integrity: OPEN_ENDED, untold: true, ...(isKnown && { duration: seconds }) };
}

function cutIn(frames: number, seconds: number): Structure {
  return frames < FEWEST
    ? { integrity: OPEN_ENDED, untold: true }
    : { integrity: ENDS_EARLY, untold: true, duration: seconds };
}
