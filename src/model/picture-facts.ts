import type { UnknownCause } from './causes.ts';

/** Whether subtitles are part of the picture itself, by looking at samples of it. */
export interface BurnedSubtitles {
  readonly presence: 'present' | 'absent' | 'unclear';
  /** Why it is unclear; absent otherwise. */
  readonly reason?: UnclearPicture;
  /** How sure the answer is, 0–1. */
  readonly confidence: number;
  /** Where they stand: shares of the picture's height, 0 at the top. */
  readonly band?: { readonly top: number; readonly bottom: number };
  /** Pictures that were looked at. */
  readonly samples: number;
  /** Share of these, 0–1, with writing in the band. */
  readonly share: number;
  /** Seconds of the film between which they are shown, with no long gap inside; empty unless present. */
  readonly covered: readonly Span[];
  /** Seconds of the film, at most eight: where to look; with subtitles shown, if there are any. */
  readonly evidence: readonly number[];
}

/** Seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type UnclearPicture =
  /** ffmpeg could not look, or not to the end. */
  | { readonly kind: 'not-looked'; readonly cause: UnknownCause }
  /** No picture could be decoded. */
  | { readonly kind: 'no-picture' }
  /** Too few seconds to see writing come and go. */
  | { readonly kind: 'too-short' }
  /** Some places of the film could not be reached. */
  | { readonly kind: 'gaps' }
  /** Writing comes and goes, but not as subtitles usually do. */
  | { readonly kind: 'doubtful' };
