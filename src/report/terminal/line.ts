import { visible } from '../show-name.ts';
import { wrapText } from './wrap-text.ts';

export type Tone = 'fail' | 'remind' | 'unknown' | 'pass' | 'strong' | 'quiet' | 'command';

export interface Span {
  readonly text: string;
  readonly tone?: Tone;
}

/** One line of the report; nothing in it is a line end or an escape. */
export type Line = readonly Span[];

export const EMPTY_LINE: Line = [];

export interface Hanging {
  /** Columns the whole block is moved in. */
  readonly indent: number;
  /** Stands before the first line only; the others are moved in by `hang` more. */
  readonly mark?: Span;
  /** Columns of the mark, which the other lines leave free. */
  readonly hang?: number;
  readonly tone?: Tone;
  readonly columns: number;
}

/** A paragraph, wrapped, with a hanging indent. */
export function paragraph(text: string, { indent, mark, hang = 0, tone, columns }: Hanging): readonly Line[] {
  const width = columns - indent - hang;
  return wrapText(visible(text), width).map((line, index) => [
    { text: ' '.repeat(index === 0 && mark ? indent : indent + hang) },
    ...(index === 0 && mark ? [mark] : []),
    toned(line, tone),
  ]);
}

/** Left whole, however long: a command that a line end cuts in two cannot be copied. */
export function command(text: string, indent: number): Line {
  return [{ text: ' '.repeat(indent) }, toned(visible(text), 'command')];
}

export function toned(text: string, tone: Tone | undefined): Span {
  return tone === undefined ? { text } : { text, tone };
}
