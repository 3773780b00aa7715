import type { PrintSize } from './media-rules.ts';

/** Of a deck of slides. */
export interface SlidesFacts {
  /** All of them, those that a show leaves out too. */
  readonly slides: number;
  /** Numbers, from 1, of those that a show leaves out. */
  readonly hidden: readonly number[];
  /** Millimetres; absent where the file says nothing that makes sense. */
  readonly size?: PrintSize;
  /** `restricted`: opens, but only to be read without a password. */
  readonly lock: 'none' | 'restricted';
  /** 字 on all slides, and in the notes below them. */
  readonly words: number;
  readonly notesWords: number;
  /** The first slides, in the order of the show; at most `MOST_OUTLINED`. */
  readonly outline: readonly SlideOutline[];
  /** What lies in the file itself, each once; absent where that is not counted. */
  readonly embedded?: { readonly pictures: number; readonly films: number; readonly sounds: number };
  /** What is only pointed at, the first `MOST_LINKED` of them. */
  readonly linked: readonly LinkedMedia[];
}

export interface SlideOutline {
  /** First line with something in it; telephone and identity numbers are left out. */
  readonly opening: string;
  /** 字 */
  readonly words: number;
}

/** A film, a sound or a picture that is shown on a slide without lying in the file. */
export interface LinkedMedia {
  readonly kind: 'film' | 'sound' | 'picture';
  /** From 1; absent where it is not known on which. */
  readonly slide?: number;
  /** `file`: on the disk of whoever made it. `web`: needs the network. `missing`: should lie in the file and does not. */
  readonly place: 'file' | 'web' | 'missing';
  /** The file's own name, or the address; empty where nothing is left of it. */
  readonly name: string;
}

export const MOST_OUTLINED = 300;
export const MOST_LINKED = 50;
