import { attribute, type XmlElement, type XmlHandler } from '../word/parse-xml.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';
import { readParagraphProperty } from './paragraph-properties.ts';
import { isWord, wholeNumber } from './word-names.ts';

export interface ListLevel {
  /** As `decimal`, `chineseCounting`, `bullet`. */
  format: string;
  /** What is printed, with `%1` for the number of the first level. */
  label: string;
  readonly paragraph: ParagraphProperties;
}

const MOST = 20_000;
const DEEPEST = 9;

/** Reads word/numbering.xml: how automatic numbers look and how far they are set in. ECMA-376 17.9 */
export class NumberingReader implements XmlHandler {
  readonly #abstract = new Map<string, Map<number, ListLevel>>();
  readonly #lists = new Map<string, { abstract: string; readonly own: Map<number, ListLevel> }>();
  readonly #path: string[] = [];
  #levels: Map<number, ListLevel> | undefined;
  #level: ListLevel | undefined;
  #list: { abstract: string; readonly own: Map<number, ListLevel> } | undefined;

  /** Undefined where there is no such list. */
  find(id: string, level: number): ListLevel | undefined {
    const list = this.#lists.get(id);
    return list?.own.get(level) ?? this.#abstract.get(list?.abstract ?? '')?.get(level);
  }

  open(element: XmlElement): void {
    const local = isWord(element) ? element.local : '';
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(local);
    const value = attribute(element, 'val') ?? '';
    if (local === 'abstractNum') this.#beginAbstract(attribute(element, 'abstractNumId') ?? '');
    else if (local === 'num') this.#beginList(attribute(element, 'numId') ?? '');
    else if (local === 'abstractNumId' && this.#list) this.#list.abstract = value;
    else if (local === 'lvl') this.#beginLevel(wholeNumber(attribute(element, 'ilvl')) ?? -1);
    else if (parent === 'lvl' && this.#level) this.#describe(this.#level, local, value);
    else if (parent === 'pPr' && this.#level) readParagraphProperty(this.#level.paragraph, element, parent);
  }

  text(): void {
    // Everything stands in attributes.
  }

  close(): void {
    const local = this.#path.pop();
    if (local === 'lvl') this.#level = undefined;
    if (local === 'abstractNum') this.#levels = undefined;
    if (local === 'num') this.#list = undefined;
  }

  #beginAbstract(id: string): void {
    this.#levels = new Map();
    if (this.#abstract.size < MOST) this.#abstract.set(id, this.#levels);
  }

  #beginList(id: string): void {
    this.#list = { abstract: '', own: new Map() };
    if (this.#lists.size < MOST) this.#lists.set(id, this.#list);
  }

  #beginLevel(number: number): void {
    this.#level = { format: 'decimal', label: '', paragraph: {} };
    const levels = this.#list?.own ?? this.#levels;
    if (number >= 0 && number < DEEPEST) levels?.set(number, this.#level);
  }

  #describe(level: ListLevel, local: string, value: string): void {
    if (local === 'numFmt') level.format = value.slice(0, 60);
    if (local === 'lvlText') level.label = value.slice(0, 60);
  }
}

const CHINESE = /chinese|ideograph|japaneseCounting|japaneseLegal|taiwanese/i;

/** The label of the first paragraph of a level, as it is printed: `一、`, `（一）`, `1.`. */
export function sampleLabel({ format, label }: ListLevel): string {
  if (format === 'bullet' || format === 'none') return '';
  return label.replace(/%[1-9]/g, CHINESE.test(format) ? '一' : '1');
}
