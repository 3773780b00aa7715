import { endingOf } from '../../model/outline.ts';
import { foldWords, SOUGHT_PLACES, type SoughtHit, type SoughtPlace } from '../../model/sought.ts';

/** Notes where in a document each of some words stands. */
export class WordSeeker {
  readonly #words: readonly { readonly word: string; readonly folded: string }[];
  readonly #places = new Map<string, Set<SoughtPlace>>();

  constructor(words: readonly string[]) {
    this.#words = words
      .map((word) => ({ word, folded: foldWords(word) }))
      .filter(({ folded }) => folded !== '');
  }

  look(text: string, place: SoughtPlace): void {
    const folded = foldWords(text);
    for (const one of this.#words) if (folded.includes(one.folded)) this.#note(one.word, place);
  }

  /** The document's own text, without notes: it has last lines. */
  lookInBody(text: string): void {
    this.look(text, 'text');
    this.look(endingOf(text), 'ending');
  }

  hits(): readonly SoughtHit[] {
    return [...this.#places].map(([word, places]) => ({
      word,
      places: SOUGHT_PLACES.filter((place) => places.has(place)),
    }));
  }

  #note(word: string, place: SoughtPlace): void {
    const places = this.#places.get(word) ?? new Set();
    this.#places.set(word, places.add(place));
  }
}
