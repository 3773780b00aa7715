import type { UnknownCause } from './causes.ts';

/** What pictures of a scan's pages show; looked for only where a notice asks for a seal, or a report shows them. */
export interface PageFacts {
  /** In the document. */
  readonly pages: number;
  /** Those that were looked at; all of them where nothing stood in the way. */
  readonly looked: readonly PageSight[];
  /** Why some were not. */
  readonly cause?: UnknownCause;
}

export interface PageSight {
  /** From 1. */
  readonly page: number;
  readonly seal: SealSight;
  /** Nothing at all is on it. */
  readonly blank: boolean;
  /** Its lines run up or down; said only where that is certain. */
  readonly sideways: boolean;
}

export type SealSight =
  | { readonly state: 'present'; readonly place: PagePlace }
  | { readonly state: 'absent' }
  /** Something that a person has to look at; `place`: where it is. */
  | { readonly state: 'unclear'; readonly reason: UnclearSeal; readonly place?: PagePlace };

export type UnclearSeal =
  /** Red and large enough, but not clearly a seal. */
  | 'red'
  /** Round as a seal, but without colour: perhaps a copy of one. */
  | 'no-color'
  /** The picture is too small to tell. */
  | 'too-small';

/** Shares of the page's width and height, 0–1, from its upper left corner. */
export interface PagePlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
