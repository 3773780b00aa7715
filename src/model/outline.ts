/** How a text is built, as far as rules ask: cheap to learn with its words, small enough to keep. */
export interface OutlineFacts {
  /** Paragraphs with something in them, in order; at most `MOST_PARAGRAPHS`. */
  readonly paragraphs: readonly OutlineParagraph[];
  /** The first one; at most `HEADING_LETTERS` characters. */
  readonly heading: string;
  /** Numbers of the figures that the text marks (【图1】, （图 2）, a line “图3：…”), in order, each once. */
  readonly figures: readonly number[];
  /** What stands in the last lines, without the numbers themselves. */
  readonly ending: EndingFacts;
}

export interface OutlineParagraph {
  /** The first `OPENING_LETTERS` characters; telephone and identity numbers are left out. */
  readonly opening: string;
  /** 字, as Word counts them. */
  readonly words: number;
}

export interface EndingFacts {
  readonly phone: boolean;
  readonly mail: boolean;
  /** Of a student or an employee. */
  readonly number: boolean;
}

export const MOST_PARAGRAPHS = 2_000;
export const OPENING_LETTERS = 30;
export const HEADING_LETTERS = 100;
const ENDING_LINES = 15;
const ENDING_CHARACTERS = 8_000;

/** The last lines with something in them, where whoever wrote a text puts name and number. */
export function endingOf(text: string): string {
  return text
    .slice(-ENDING_CHARACTERS)
    .split(/[\n\r\v\f\u0085\u2028\u2029]/)
    .filter((line) => /\S/.test(line))
    .slice(-ENDING_LINES)
    .join('\n');
}
