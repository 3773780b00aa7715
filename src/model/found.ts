import type { BrokenCause, UnknownCause } from './causes.ts';
import type { UnclearSeal } from './page-facts.ts';
import type { Span, UnclearPicture } from './picture-facts.ts';

/** What was found of a seal on a scan. */
export type SealFound =
  /** `page`, from 1: where it is. */
  | { readonly kind: 'present'; readonly page: number }
  /** On none of so many pages. */
  | { readonly kind: 'absent'; readonly pages: number }
  | { readonly kind: 'unclear'; readonly page: number; readonly reason: UnclearSeal }
  /** None on those that were looked at, and there are more. */
  | { readonly kind: 'partly-looked'; readonly looked: number; readonly pages: number };

/** What was found of subtitles in a film or beside it. */
export type SubtitlesFound =
  | { readonly kind: 'track'; readonly codec: string }
  | { readonly kind: 'empty-track'; readonly codec: string }
  | {
      readonly kind: 'side-car';
      readonly path: string;
      /** Seconds: from the film's start to the first cue, last cue's end, time with a cue on screen. */
      readonly first: number;
      readonly last: number;
      readonly shown: number;
      readonly cues: number;
      readonly overlaps: number;
      readonly film?: number;
      readonly problem?: SideCarProblem;
    }
  /** `broken`: it is known to be no good; otherwise nobody could look. */
  | {
      readonly kind: 'side-car-unreadable';
      readonly path: string;
      readonly broken: boolean;
      readonly cause?: BrokenCause | UnknownCause;
    }
  /** In the picture itself; `from` and `to` of the first and the last line seen, in seconds. */
  | { readonly kind: 'burned-in'; readonly from: number; readonly to: number }
  /** In the picture, but only between these seconds of the film. */
  | { readonly kind: 'burned-partly'; readonly covered: readonly Span[]; readonly film: number }
  /** Neither in the file nor in the picture, which was looked at. */
  | { readonly kind: 'not-in-picture' }
  /** Neither a track nor a side-car: they may still be burned into the picture. `picture`: why that is not known. */
  | { readonly kind: 'not-in-file'; readonly picture?: UnclearPicture }
  | { readonly kind: 'not-looked' };

/** `thin`: too little of the film has any; `unsure`: some of it has none, which may be right. */
export type SideCarProblem = 'no-cues' | 'beyond-end' | 'thin' | 'unsure' | 'no-film-length';
