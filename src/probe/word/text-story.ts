import { unknown } from './unfit.ts';
import { MOST_TEXT } from './text-facts.ts';

/** Text as it is gathered from a document: paragraphs and cells, text boxes apart, field codes taken out again. */
export class TextStory {
  #parts: string[] = [];
  #length = 0;
  /** The text around each open text box. */
  readonly #around: string[][] = [];
  readonly #boxes: string[] = [];
  /** Where the code of each open field begins. */
  readonly #fields: { readonly parts: string[]; readonly at: number; inCode: boolean }[] = [];

  add(text: string): void {
    if (text === '') return;
    this.#length += text.length;
    if (this.#length > MOST_TEXT) throw unknown({ kind: 'too-large', what: 'unpacked', limit: MOST_TEXT });
    this.#parts.push(text);
  }

  /** What stood in the code of a field (between `begin` and `separate`) is not shown. */
  field(mark: string): void {
    if (mark === 'begin') {
      this.#fields.push({ parts: this.#parts, at: this.#parts.length, inCode: true });
      return;
    }
    const field = this.#fields.at(-1);
    if (field?.parts !== this.#parts) return;
    if (field.inCode) this.#parts.length = Math.min(this.#parts.length, field.at);
    field.inCode = false;
    if (mark === 'end') this.#fields.pop();
  }

  /** A tab instead of the last paragraph's end parts one cell from the next. */
  endCell(): void {
    if (this.#parts.at(-1) === '\n') this.#parts.pop();
    this.add('\t');
  }

  beginBox(): void {
    this.#around.push(this.#parts);
    this.#parts = [];
  }

  endBox(): void {
    const around = this.#around.pop();
    if (!around) return;
    this.#boxes.push(this.#parts.join(''));
    this.#parts = around;
  }

  /** The text, and behind it that of the text boxes. */
  toString(): string {
    return [this.#parts.join(''), ...this.#boxes].join('\n');
  }
}
