/** A page for people, as data: whoever draws it knows fonts and paper, nothing of what it says. */
export interface WordDocument {
  /** Of the file's properties. */
  readonly title: string;
  /** Centred, on top. */
  readonly heading: string;
  /** Of the text, in half-points: 24 is 小四, 21 is 五号. */
  readonly size: number;
  /** Left and right, in twentieths of a point; 1440 where absent. */
  readonly margin?: number;
  /** A4 across. */
  readonly landscape?: true;
  readonly blocks: readonly WordBlock[];
}

export type WordBlock =
  /** `close`: stays on the page of what follows. */
  { readonly kind: 'line'; readonly text: string; readonly strong?: true; readonly close?: true } | WordTable;

/** The head is repeated on every page; no row is cut in two. */
export interface WordTable {
  readonly kind: 'table';
  /** Widths, in twentieths of a point; A4 between its margins has 11906 less twice the margin. */
  readonly columns: readonly number[];
  readonly head: readonly string[];
  /** Cells, each of one paragraph or several. */
  readonly rows: readonly (readonly (string | readonly string[])[])[];
}
