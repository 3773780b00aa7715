import type { Integrity } from '../../model/facts.ts';

/** What a file's own bookkeeping says, read without decoding and without reading its media data. */
export interface Structure {
  readonly integrity: Integrity;
  /** ISO base media major brand. */
  readonly brand?: string;
  readonly faststart?: boolean;
  /** Seconds of media there really is an index for; of the longest track. */
  readonly duration?: number;
  /** No header tells how long it plays: what ffprobe says is a guess by the bit rate of its beginning. */
  readonly untold?: boolean;
  /** An edit list shows only a part of the media, so that the film may well be shorter than its tracks. */
  readonly edited?: boolean;
  /** Undefined where only ffprobe tells them. */
  readonly tracks?: readonly StructureTrack[];
}

export interface StructureTrack {
  readonly id: number;
  readonly kind: 'picture' | 'sound' | 'other';
  readonly samples: number;
  /** Of a text track: samples that hold text; the pauses between are samples too. */
  readonly events?: number;
  /** All pictures last equally long, give or take rounding. */
  readonly constantRate?: boolean;
  /** Chapter titles or chapter pictures of another track. */
  readonly isChapters: boolean;
}

export const WHOLE: Integrity = { state: 'whole' };
export const OPEN_ENDED: Integrity = { state: 'unknown', cause: { kind: 'open-ended' } };
export const ENDS_EARLY: Integrity = { state: 'broken', cause: { kind: 'ends-early' } };
export const NO_INDEX: Integrity = { state: 'broken', cause: { kind: 'no-index' } };
export const REFERS_ELSEWHERE: Integrity = { state: 'broken', cause: { kind: 'refers-elsewhere' } };
export const NOTHING_INSIDE: Integrity = { state: 'broken', cause: { kind: 'nothing-inside' } };

/** `declared` and `actual` in bytes. */
export function cutOff(declared: number, actual: number): Integrity {
  return { state: 'broken', cause: { kind: 'cut-off', declared, actual } };
}

export function corrupt(detail: string): Integrity {
  return { state: 'broken', cause: { kind: 'corrupt', detail } };
}

export function hollow(checked: number, broken: number): Integrity {
  return { state: 'broken', cause: { kind: 'hollow', checked, broken } };
}
