import type { Integrity } from '../../model/facts.ts';

const LONGEST_DETAIL = 200;

/** Bytes a camera may leave between picture and end mark; viewers and cameras agree to ignore them. */
const MOST_STRAY_BYTES = 8;

/** What a decoder's message means for the file. The structure was found sound before. */
export function explainDecodeFailure(message: string): Integrity {
  if (isHarmless(message)) return { state: 'whole' };
  if (/unsupported|not been built in|not implemented/i.test(message)) {
    return { state: 'unknown', cause: { kind: 'no-prober' } };
  }
  if (/premature end of (?:JPEG|input)|read error|unexpected end of file|truncated/i.test(message)) {
    return { state: 'broken', cause: { kind: 'ends-early' } };
  }
  return { state: 'broken', cause: { kind: 'corrupt', detail: decoderDetail(message) } };
}

/** The picture is complete, then a few bytes nobody asked for stand before the end mark (EOI, 0xd9). */
function isHarmless(message: string): boolean {
  const stray = /^VipsJpeg: Corrupt JPEG data: (\d+) extraneous bytes before marker 0xd9$/.exec(
    message.trim(),
  );
  return stray !== null && Number(stray[1]) <= MOST_STRAY_BYTES;
}

/** One printable line of at most 200 characters, without the library's own chatter about seeking. */
function decoderDetail(message: string): string {
  const lines = message.split('\n').filter((line) => !line.includes('source: bad seek'));
  const line = (lines.length > 0 ? lines : [message]).join('; ').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return Array.from(line.trim()).slice(0, LONGEST_DETAIL).join('');
}
