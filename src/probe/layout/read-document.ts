import type { XmlElement } from '../word/parse-xml.ts';
import { attribute } from '../word/parse-xml.ts';
import { readParagraphProperty } from './paragraph-properties.ts';
import { ParagraphReader, type ReadParagraph } from './read-paragraph.ts';
import { readSectionProperty, type SectionProperties } from './read-section.ts';
import type { Surroundings } from './resolve-format.ts';
import { readRunProperty, type RunProperties } from './run-properties.ts';
import type { WordVisitor } from './word-walker.ts';

/** Paragraphs that are looked at. */
export const MOST_PARAGRAPHS = 20_000;
const MOST_SECTIONS = 1_000;

/** Not part of the running text: boxes stand beside it, tables have a look of their own. */
export const PASSED_OVER: readonly string[] = ['txbxContent'];

/** Reads the paragraphs and sections of word/document.xml. */
export class DocumentReader implements WordVisitor {
  readonly paragraphs: ReadParagraph[] = [];
  readonly sections: SectionProperties[] = [];
  /** Paragraphs with text outside tables, looked at or not. */
  count = 0;
  inTables = 0;
  /** More sections than were kept. */
  moreSections = false;
  /** Text comes from elsewhere (an embedded web page, a sub-document): what is here is not all. */
  incomplete = false;

  readonly #around: Surroundings;
  #tables = 0;
  #paragraph: ParagraphReader | undefined;
  #hasText = false;
  #run: RunProperties = {};
  #section: SectionProperties | undefined;
  /** Of each open field: whether its code is still going on. */
  readonly #fields: boolean[] = [];

  constructor(around: Surroundings) {
    this.#around = around;
  }

  open(element: XmlElement, path: readonly string[]): void {
    const parent = path.at(-1) ?? '';
    const { local } = element;
    if (local === 'tbl') this.#tables++;
    else if (local === 'p') this.#begin();
    else if (local === 'altChunk' || local === 'subDoc') this.incomplete = true;
    else if (local === 'sectPr') this.#section = { margins: [] };
    else if (parent === 'sectPr' && this.#section) readSectionProperty(this.#section, element);
    else if (parent === 'pPr' || parent === 'numPr') this.#paragraphProperty(element, parent);
    else if (local === 'r') this.#run = {};
    else if (parent === 'rPr' && path.at(-2) === 'r') readRunProperty(this.#run, element);
    else if (parent === 'r') this.#inRun(element);
  }

  text(text: string, path: readonly string[]): void {
    if (path.at(-1) !== 't' || this.#fields.at(-1) === true) return;
    if (text.trim() !== '') this.#hasText = true;
    if (this.#tables === 0) this.#paragraph?.add(text, this.#run);
  }

  close(local: string): void {
    if (local === 'tbl') this.#tables--;
    else if (local === 'p') this.#end();
    else if (local === 'sectPr') this.#endSection();
  }

  #begin(): void {
    this.#hasText = false;
    const wanted = this.#tables === 0 && this.paragraphs.length < MOST_PARAGRAPHS;
    this.#paragraph = wanted ? new ParagraphReader(this.#around) : undefined;
  }

  #end(): void {
    if (this.#hasText && this.#tables > 0) this.inTables++;
    else if (this.#hasText) this.count++;
    if (this.#hasText && this.#paragraph) this.#keep(this.#paragraph.end());
    this.#paragraph = undefined;
    this.#hasText = false;
  }

  /** What is hidden is no text. */
  #keep(paragraph: ReadParagraph): void {
    if (paragraph.characters > 0) this.paragraphs.push(paragraph);
    else this.count--;
  }

  #endSection(): void {
    if (this.#section && this.sections.length < MOST_SECTIONS) this.sections.push(this.#section);
    else this.moreSections = true;
    this.#section = undefined;
  }

  #paragraphProperty(element: XmlElement, parent: string): void {
    if (this.#paragraph) readParagraphProperty(this.#paragraph.properties, element, parent);
  }

  #inRun(element: XmlElement): void {
    if (element.local === 'tab') this.#paragraph?.tab();
    if (element.local !== 'fldChar') return;
    const mark = attribute(element, 'fldCharType');
    if (mark === 'begin') this.#fields.push(true);
    else if (mark === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
    else if (mark === 'end') this.#fields.pop();
  }
}
