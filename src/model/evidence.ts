import type { PageSight } from './page-facts.ts';
import type { Span } from './picture-facts.ts';

/** A small picture for looking at. */
export interface Picture {
  /** JPEG, as Base64 (RFC 4648 section 4). */
  readonly jpeg: string;
  readonly width: number;
  readonly height: number;
}

/** A picture of a film; `at`: seconds. */
export interface FilmPicture {
  readonly at: number;
  readonly picture: Picture;
}

/** A page of a scan; without a picture where there was no room for more. */
export interface PagePicture {
  readonly sight: PageSight;
  readonly picture?: Picture;
}

/** What a person may look at of one file. */
export type PartEvidence =
  | { readonly kind: 'photo'; readonly picture: Picture }
  /** `bands`: only the stripe in which subtitles stand, enlarged. */
  | {
      readonly kind: 'film';
      readonly strip: readonly FilmPicture[];
      readonly bands: readonly FilmPicture[];
      /** Where nothing can be heard; absent: the sound was not heard from end to end. */
      readonly silent?: readonly Span[];
    }
  /** `pages`: in the document; those shown may be fewer. */
  | { readonly kind: 'scan'; readonly shown: readonly PagePicture[]; readonly pages: number }
  | { readonly kind: 'none'; readonly reason: NoPicture };

export type NoPicture =
  /** It cannot be opened, drawn or decoded. */
  | 'undrawable'
  /** ffmpeg is not there. */
  | 'no-tool'
  /** The time or the room for pictures was used up. */
  | 'left-out';

/** Pictures by path; a path that is missing is of a kind that is not shown. */
export type Evidence = ReadonlyMap<string, PartEvidence>;
