import { countWords } from '../../model/count-words.ts';
import { plainSheetText } from '../../model/sheet-text.ts';
import { attribute, type XmlElement, type XmlHandler } from '../word/parse-xml.ts';
import { MOST_TEXT } from '../word/text-facts.ts';
import { corrupt, unknown } from '../word/unfit.ts';
import { SPREADSHEET } from './read-workbook.ts';
import type { SharedStrings } from './shared-strings.ts';

const OPENING = 200;
/** Longer than a cell may be (ECMA-376-1, 18.3.1.96: 32,767 characters), with every one escaped. */
const LONGEST_CELL = 262_144;

/** Reads the cells of one sheet: how much they say, and what they begin with. ECMA-376-1, 18.3.1.99 */
export class SheetReader implements XmlHandler {
  /** Name of the outermost element; empty where it is none of a workbook's. A sheet of one chart has no cells. */
  root = '';
  words = 0;
  /** The first characters, cell by cell. */
  opening = '';

  readonly #part: string;
  readonly #strings: SharedStrings | undefined;
  #depth = 0;
  #kind = '';
  #value = '';
  #length = 0;
  #isValue = false;
  #isPhonetic = false;

  constructor(part: string, strings: SharedStrings | undefined) {
    this.#part = part;
    this.#strings = strings;
  }

  open(element: XmlElement): void {
    if (this.#depth++ === 0 && SPREADSHEET.test(element.uri)) this.root = element.local;
    if (element.local === 'c') {
      this.#kind = attribute(element, 't') ?? 'n';
      this.#value = '';
    }
    if (element.local === 'rPh') this.#isPhonetic = true;
    this.#isValue = element.local === 'v' || (element.local === 't' && !this.#isPhonetic);
  }

  text(text: string): void {
    if (!this.#isValue) return;
    if (this.#value.length + text.length > LONGEST_CELL) throw corrupt(this.#part, 'cell too long');
    this.#value += text;
  }

  close({ local }: XmlElement): void {
    this.#depth--;
    this.#isValue = false;
    if (local === 'rPh') this.#isPhonetic = false;
    if (local === 'c' && this.#value !== '') this.#endCell();
  }

  #endCell(): void {
    if (this.#kind === 's') {
      const index = Number(this.#value);
      const text = this.#strings?.at(index);
      if (text === undefined) throw corrupt(this.#part, 'a text that is not there');
      this.words += this.#strings?.wordsAt(index) ?? 0;
      this.#addOpening(text);
      return;
    }
    const text = plainSheetText(this.#value);
    this.#length += text.length;
    if (this.#length > MOST_TEXT) throw unknown({ kind: 'too-large', what: 'unpacked', limit: MOST_TEXT });
    this.words += countWords(text);
    this.#addOpening(text);
  }

  #addOpening(text: string): void {
    if (this.opening.length >= OPENING) return;
    const shown = text
      .slice(0, OPENING * 20)
      .replace(/\s+/g, ' ')
      .trim();
    this.opening = Array.from(`${this.opening} ${shown}`.trim()).slice(0, OPENING).join('');
  }
}
