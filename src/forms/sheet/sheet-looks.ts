import type { PackedPart } from '../form-package.ts';
import {
  childElements,
  copyOf,
  detach,
  isElement,
  printWordXml,
  type Document,
  type Element,
} from '../word-xml.ts';
import { openPart } from './open-workbook.ts';
import { makeSheet, numberOf, sheetChild, sheetChildren } from './sheet-xml.ts';

/** `@`: what is typed stays as typed. ECMA-376-1, 18.8.30 */
const TEXT_FORMAT = '49';
/** Excel takes some sixty thousand looks; a table needs as many as it has columns. */
const MOST_LOOKS = 60_000;
/** Points, where a font does not say. */
const USUAL_SIZE = 11;

/** The looks of a workbook's cells, by their numbers (ECMA-376-1, 18.8.10); new ones are added behind. */
export class SheetLooks {
  readonly #document: Document | undefined;
  readonly #lists = new Map<string, Element[]>();
  readonly #made = new Map<string, number>();

  private constructor(document: Document | undefined) {
    this.#document = document;
    const root = document?.documentElement ?? undefined;
    for (const name of ['fonts', 'borders', 'cellXfs']) {
      const list = sheetChild(root, name);
      this.#lists.set(name, list ? [...childElements(list)] : []);
    }
  }

  /** Throws `UnreadableForm`. */
  static async open(parts: readonly PackedPart[], name: string): Promise<SheetLooks> {
    return new SheetLooks(name === '' ? undefined : await openPart(parts, name));
  }

  /** Has a line on some side. */
  isBordered(look: number): boolean {
    const border = this.#listed('borders')[numberOf(this.#at(look), 'borderId') ?? 0];
    return (border ? childElements(border) : []).some((side) => {
      const style = side.getAttribute('style') ?? 'none';
      return style !== 'none';
    });
  }

  /** The same look, for text; `wraps`: broken into lines where the column is too narrow. */
  forText(look: number, wraps = false): number {
    return this.#make(`text ${look} ${wraps}`, look, (made) => {
      asText(made);
      if (wraps) wrap(made);
    });
  }

  /** For a line of a table of which only the head is there: as the head, but neither bold nor shaded. */
  belowHead(look: number): number {
    return this.#make(`line ${look}`, look, (made) => {
      asText(made);
      wrap(made);
      made.setAttribute('fillId', '0');
      made.setAttribute('fontId', String(this.#plainFont(numberOf(made, 'fontId') ?? 0)));
    });
  }

  /** The part anew; undefined where nothing was added. */
  async printed(): Promise<Uint8Array | undefined> {
    return this.#document && this.#made.size > 0 ? await printWordXml(this.#document) : undefined;
  }

  /** Points of its letters, and of the workbook's usual ones. */
  sizes(look: number): { readonly own: number; readonly usual: number } {
    const sizeOf = (font: Element | undefined) =>
      Number(sheetChild(font, 'sz')?.getAttribute('val') ?? USUAL_SIZE) || USUAL_SIZE;
    const fonts = this.#listed('fonts');
    return { own: sizeOf(fonts[numberOf(this.#at(look), 'fontId') ?? 0]), usual: sizeOf(fonts[0]) };
  }

  #listed(name: string): Element[] {
    return this.#lists.get(name) ?? [];
  }

  #at(look: number): Element | undefined {
    return this.#listed('cellXfs')[look];
  }

  #make(key: string, look: number, change: (made: Element) => void): number {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const model = this.#at(look);
    const looks = this.#listed('cellXfs');
    const count = looks.length;
    if (!model || count >= MOST_LOOKS) return look;
    const made = copyOf(model);
    change(made);
    append(made, model);
    looks.push(made);
    this.#made.set(key, count);
    return count;
  }

  #plainFont(font: number): number {
    const fonts = this.#listed('fonts');
    const model = fonts[font];
    if (!model || !sheetChild(model, 'b')) return font;
    const plain = copyOf(model);
    for (const bold of sheetChildren(plain, 'b')) detach(bold);
    append(plain, model);
    return fonts.push(plain) - 1;
  }
}

function asText(made: Element): void {
  made.setAttribute('numFmtId', TEXT_FORMAT);
  made.setAttribute('applyNumberFormat', '1');
}

function wrap(made: Element): void {
  const there = sheetChild(made, 'alignment');
  const alignment = there ?? makeSheet(made, 'alignment');
  alignment.setAttribute('wrapText', '1');
  // ECMA-376-1, 18.8.45: the alignment stands first.
  if (!there) made.insertBefore(alignment, made.firstChild);
  made.setAttribute('applyAlignment', '1');
}

/** Behind the last of the list that a model stands in. */
function append(made: Element, { parentNode: list }: Element): void {
  if (!isElement(list)) throw new Error('a look without a list');
  list.appendChild(made);
  list.setAttribute('count', String(childElements(list).length));
}
