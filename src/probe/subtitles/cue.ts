/** One text on screen; seconds from the film's start. */
export interface Cue {
  readonly from: number;
  readonly to: number;
}

export interface ParsedCues {
  readonly cues: readonly Cue[];
  /** Cues without text, or whose times cannot be read or run backwards. */
  readonly malformed: number;
}

/** Gathers what a parser finds; a cue without text, or that ends before it begins, is counted as malformed. */
export class CueCollector {
  readonly #cues: Cue[] = [];
  #malformed = 0;

  add(from: number | undefined, to: number | undefined, text: string): void {
    if (from === undefined || to === undefined || to <= from || text.trim() === '') this.#malformed++;
    else this.#cues.push({ from, to });
  }

  get parsed(): ParsedCues {
    return { cues: this.#cues, malformed: this.#malformed };
  }
}
