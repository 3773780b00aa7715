import type { Integrity } from '../../model/facts.ts';
import type { MediaDecoder, MediaInput } from '../../system/system.ts';
import type { ProbeOptions } from './probe-media.ts';
import { corrupt, ENDS_EARLY, WHOLE } from './structure.ts';
import { tidyDetail } from './tidy-detail.ts';

/** On a weak machine large pictures decode more slowly than they play; a film of unknown length gets an hour. */
const LIMIT_PER_SECOND = 4;
const UNKNOWN_LENGTH_LIMIT = 3600;
/** Whatever length a file claims; also, timers count no more than 24 days. */
const LONGEST_LIMIT = 6 * 3600;

export interface DeepLook {
  readonly integrity: Integrity;
  /** It was decoded to its end. */
  readonly decoded: boolean;
}

/** Decodes everything: what the decoder complains about, or stops short of, is broken. */
export async function decodeDeeply(
  media: Pick<MediaDecoder, 'decodeAll'>,
  input: MediaInput,
  duration: number | undefined,
  { seconds, onProgress }: ProbeOptions,
): Promise<DeepLook> {
  const byLength = duration === undefined ? UNKNOWN_LENGTH_LIMIT : duration * LIMIT_PER_SECOND;
  const limit = Math.min(seconds + byLength, LONGEST_LIMIT);
  const outcome = await media.decodeAll(input, { seconds: limit }, onProgress);
  if (outcome.kind === 'stopped')
    return { integrity: { state: 'unknown', cause: outcome.cause }, decoded: false };
  const [complaint] = outcome.complaints;
  if (complaint !== undefined)
    return { integrity: corrupt(tidyDetail(complaint, input.path)), decoded: true };
  const isShort = duration !== undefined && (outcome.seconds ?? 0) < duration * 0.95 - 1;
  return { integrity: isShort ? ENDS_EARLY : WHOLE, decoded: true };
}
