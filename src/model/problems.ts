/** Both languages at once: the words of a problem are written where it is found, and shown in the user's language. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Where in a file a problem lies; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly key?: string;
}

/** Wrong use: arguments, config or notice not understood. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly words: Bilingual;
  readonly place: Place | undefined;

  constructor(words: Bilingual, place?: Place) {
    super(words.en);
    this.words = words;
    this.place = place;
  }
}

/** The world failed: a tool missing, a disk full, a folder that may not be read. Exit code 3; `cure` says what helps. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly words: Bilingual;
  readonly cure: Bilingual;

  constructor(words: Bilingual, cure: Bilingual, options?: ErrorOptions) {
    super(words.en, options);
    this.words = words;
    this.cure = cure;
  }
}

/** The user stopped it. Exit code 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
