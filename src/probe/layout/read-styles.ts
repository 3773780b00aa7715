import { attribute, type XmlElement, type XmlHandler } from '../word/parse-xml.ts';
import { readParagraphProperty, type ParagraphProperties } from './paragraph-properties.ts';
import { readRunProperty, type RunProperties } from './run-properties.ts';
import { isOn, isWord } from './word-names.ts';

export interface Style {
  /** As Word knows it in every language (`heading 1`), or as the user has named it; lower case. */
  name: string;
  readonly kind: 'paragraph' | 'character' | 'other';
  basedOn?: string;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

export interface StyleSheet {
  /** What holds where nothing else is said. */
  readonly defaults: { readonly run: RunProperties; readonly paragraph: ParagraphProperties };
  /** By id. */
  readonly styles: ReadonlyMap<string, Style>;
  /** Id of the style of paragraphs that name none. */
  readonly usual?: string;
  /** Language of Chinese characters, as `zh-CN`. */
  readonly language?: string;
}

export const NO_STYLES: StyleSheet = { defaults: { run: {}, paragraph: {} }, styles: new Map() };

const MOST_STYLES = 20_000;
const LONGEST_NAME = 120;

/** Reads word/styles.xml. ECMA-376 17.7 */
export class StyleReader implements XmlHandler, StyleSheet {
  readonly defaults = { run: {}, paragraph: {} };
  readonly styles = new Map<string, Style>();
  usual?: string;
  language?: string;

  readonly #path: string[] = [];
  #current: Style | undefined;
  /** Depth at which a table style's own conditions begin: they hold for cells only. */
  #skipping = 0;

  open(element: XmlElement): void {
    const local = isWord(element) ? element.local : '';
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(local);
    if (this.#skipping > 0 || local === 'tblStylePr' || local.endsWith('Change')) {
      this.#skipping++;
      return;
    }
    if (local === 'style') this.#begin(element);
    else if (parent === 'style') this.#describe(local, attribute(element, 'val') ?? '');
    else this.#property(element, local, parent);
  }

  text(): void {
    // Names and properties stand in attributes.
  }

  close(): void {
    if (this.#path.pop() === 'style') this.#current = undefined;
    if (this.#skipping > 0) this.#skipping--;
  }

  #begin(element: XmlElement): void {
    const id = attribute(element, 'styleId') ?? '';
    const type = attribute(element, 'type') ?? 'paragraph';
    const kind = type === 'paragraph' || type === 'character' ? type : 'other';
    this.#current = { name: '', kind, run: {}, paragraph: {} };
    if (this.styles.size >= MOST_STYLES) return;
    this.styles.set(id, this.#current);
    const standard = attribute(element, 'default');
    if (kind === 'paragraph' && standard !== undefined && isOn(standard)) this.usual = id;
  }

  #describe(local: string, value: string): void {
    if (!this.#current) return;
    if (local === 'name') this.#current.name = value.slice(0, LONGEST_NAME).toLowerCase();
    if (local === 'basedOn') this.#current.basedOn = value;
  }

  #property(element: XmlElement, local: string, parent: string): void {
    const inDefaults = this.#path.at(-3) === 'rPrDefault' || this.#path.at(-3) === 'pPrDefault';
    const target = this.#current ?? (inDefaults ? this.defaults : undefined);
    if (!target) return;
    if (parent === 'rPr') {
      readRunProperty(target.run, element);
      if (local === 'lang' && inDefaults) this.#speak(attribute(element, 'eastAsia'));
    } else if (parent === 'pPr' || parent === 'numPr') {
      readParagraphProperty(target.paragraph, element, parent);
    }
  }

  #speak(language: string | undefined): void {
    if (language !== undefined) this.language = language;
  }
}
