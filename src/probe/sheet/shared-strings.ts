import { countWords } from '../../model/count-words.ts';
import { plainSheetText } from '../../model/sheet-text.ts';
import type { XmlElement, XmlHandler } from '../word/parse-xml.ts';
import { MOST_TEXT } from '../word/text-facts.ts';
import { unknown } from '../word/unfit.ts';

const MOST_STRINGS = 1_000_000;

/** The texts of a workbook, each once, however many cells show it. ECMA-376-1, 18.4.9 */
export class SharedStrings implements XmlHandler {
  readonly #texts: string[] = [];
  readonly #words: (number | undefined)[] = [];
  #text = '';
  #length = 0;
  #isText = false;
  /** How a text is read aloud is no part of it. */
  #isPhonetic = false;

  open({ local }: XmlElement): void {
    if (local === 'si') this.#text = '';
    if (local === 'rPh') this.#isPhonetic = true;
    this.#isText = local === 't' && !this.#isPhonetic;
  }

  text(text: string): void {
    if (!this.#isText) return;
    this.#length += text.length;
    if (this.#length > MOST_TEXT) throw tooLong();
    this.#text += text;
  }

  close({ local }: XmlElement): void {
    this.#isText = false;
    if (local === 'rPh') this.#isPhonetic = false;
    if (local !== 'si') return;
    if (this.#texts.length >= MOST_STRINGS) throw tooLong();
    this.#texts.push(plainSheetText(this.#text));
  }

  /** Undefined where there is no such text. */
  at(index: number): string | undefined {
    return this.#texts[index];
  }

  /** 字 of a text: counted once, for a file may show a long one in a million cells. */
  wordsAt(index: number): number {
    return (this.#words[index] ??= countWords(this.#texts[index] ?? ''));
  }
}

function tooLong(): Error {
  return unknown({ kind: 'too-large', what: 'unpacked', limit: MOST_TEXT });
}
