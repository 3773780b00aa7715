import type { Format } from '../../model/format.ts';
import {
  adtsFrame,
  amrFrame,
  amrWbFrame,
  mp3Frame,
  type SoundFrameReader,
} from '../../model/sound-frames.ts';
import type { ByteReader } from '../video/byte-reader.ts';
import type { ByteView } from '../video/byte-view.ts';
import type { StructureReader } from '../video/read-structure.ts';
import { cutOff, ENDS_EARLY, OPEN_ENDED, WHOLE, type Structure } from '../video/structure.ts';
import { walkFrames } from './walk-frames.ts';

/** Formats of sound alone; those not named here are told by the readers of video containers, or declare no end. */
export const AUDIO_READERS: Partial<Record<Format, StructureReader>> = {
  mp3: readMp3Structure,
  aac: readAdtsStructure,
  amr: readAmrStructure,
  ogg: readOggStructure,
};

const SEARCHED = 64 * 1024;

/** MP3: the first frame may be a table that counts the bytes of all (Xing, LAME, VBRI); without it they are walked. */
async function readMp3Structure(reader: ByteReader): Promise<Structure> {
  const start = await skipId3(reader);
  const head = await reader.at(start, 4096);
  const declared = declaredBytes(head);
  if (declared === undefined || declared === 0) return walkAlike(reader, start, mp3Frame);
  const end = start + declared;
  return { integrity: end > reader.bytes ? cutOff(end, reader.bytes) : WHOLE };
}

/** AAC as phones and converters write it without a container (ADTS). */
async function readAdtsStructure(reader: ByteReader): Promise<Structure> {
  return walkAlike(reader, await skipId3(reader), adtsFrame);
}

/** Version, layer and protection, in the first two bytes of each frame, never change within a file. */
async function walkAlike(reader: ByteReader, start: number, frameAt: SoundFrameReader): Promise<Structure> {
  const first = (await reader.at(start, 2)).bytes();
  return walkFrames(reader, start, (bytes, at) =>
    bytes[at] === first[0] && bytes[at + 1] === first[1] ? frameAt(bytes, at) : undefined,
  );
}

const AMR = '#!AMR\n';
const AMR_WB = '#!AMR-WB\n';

/** Recordings of phones (RFC 4867, 5); those of several channels (5.1) are not walked. */
async function readAmrStructure(reader: ByteReader): Promise<Structure> {
  const head = await reader.at(0, AMR_WB.length);
  const mark = head.text(0, head.length);
  if (mark.startsWith(AMR)) return walkFrames(reader, AMR.length, amrFrame);
  if (mark === AMR_WB) return walkFrames(reader, AMR_WB.length, amrWbFrame);
  return { integrity: OPEN_ENDED, untold: true };
}

/** ID3v2.4 §3.1: seven bits a byte. Several tags may follow each other. */
async function skipId3(reader: ByteReader): Promise<number> {
  let at = 0;
  for (let tags = 0; tags < 16; tags++) {
    const head = await reader.at(at, 10);
    if (head.length < 10 || head.text(0, 3) !== 'ID3') break;
    const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + (head.u8(index) & 0x7f), 0);
    at += 10 + size + ((head.u8(5) & 0x10) === 0 ? 0 : 10);
  }
  return at;
}

/** From the first frame on; which fields there are is said by flags. */
function declaredBytes(head: ByteView): number | undefined {
  const text = head.text(0, Math.min(head.length, 256));
  const fraunhofer = text.indexOf('VBRI');
  if (fraunhofer > 0) return head.u32(fraunhofer + 10);
  const table = Math.max(text.indexOf('Xing'), text.indexOf('Info'));
  if (table < 4 || table + 16 > head.length) return undefined;
  const flags = head.u32(table + 4);
  if ((flags & 2) === 0) return undefined;
  return head.u32(table + 8 + ((flags & 1) === 0 ? 0 : 4));
}

/** Ogg (RFC 3533 §6): the last page of a stream is marked as such. */
async function readOggStructure(reader: ByteReader): Promise<Structure> {
  const from = Math.max(0, reader.bytes - SEARCHED - 65_307);
  const tail = await reader.at(from, reader.bytes - from);
  const at = tail.text(0, tail.length).lastIndexOf('OggS');
  if (at < 0) return { integrity: ENDS_EARLY };
  if (at + 27 > tail.length || at + 27 + tail.u8(at + 26) > tail.length) return { integrity: ENDS_EARLY };
  const segments = tail.u8(at + 26);
  let end = from + at + 27 + segments;
  for (let index = 0; index < segments; index++) end += tail.u8(at + 27 + index);
  if (end > reader.bytes) return { integrity: cutOff(end, reader.bytes) };
  return { integrity: (tail.u8(at + 5) & 4) === 0 ? OPEN_ENDED : WHOLE };
}
