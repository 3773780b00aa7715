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

/** What samples of the picture show besides writing. */
export interface PictureFacts {
  /** Pictures that were looked at. */
  readonly samples: number;
  /** Seconds from one place that was looked at to the next; 0 where the film was looked at from end to end. */
  readonly spacing: number;
  /** Share of the samples, 0–1, that are black all over. */
  readonly blackShare: number;
  /** Where the film is black. */
  readonly black: readonly SeenSpan[];
  /** Where the picture does not change at all, as a slide or a title does; no fault by itself. */
  readonly still: readonly SeenSpan[];
  /** Those of these where a picture that had moved stopped, in a film that moves everywhere else. */
  readonly frozen: readonly SeenSpan[];
  readonly frame: FrameSight;
  /** Why some of the film was not seen; absent where all places that were planned were. */
  readonly reason?: UnclearPicture;
}

/** What was seen of it. It may begin earlier and end later, in between two looks, and is at most `longest` seconds. */
export interface SeenSpan extends Span {
  readonly longest: number;
}

/** Whether black bars surround the picture. */
export type FrameSight =
  | { readonly state: 'full' }
  /** `place`: where the picture itself lies. `share` of the film's places, 0–1, where it does. */
  | { readonly state: 'bars'; readonly place: PixelPlace; readonly share: number }
  /** `dark`: its edges are black, but without a clear line where bars would end. `few`: hardly any picture was seen. */
  | { readonly state: 'unclear'; readonly why: 'dark' | 'few' };

/** Pixels of the film as shown, to some three pixels. */
export interface PixelPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
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
