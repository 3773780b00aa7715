import type { PageNumberPlace } from '../../model/layout.ts';
import { attribute, type XmlElement } from '../word/parse-xml.ts';
import { readParagraphProperty, type ParagraphProperties } from './paragraph-properties.ts';
import { lookOf, settleParagraph, settleRun, type Surroundings } from './resolve-format.ts';
import { readRunProperty, type RunProperties } from './run-properties.ts';
import type { WordVisitor } from './word-walker.ts';

export interface FoundPageNumber {
  /** Absent: it stands where a tab stop or a text box puts it. */
  readonly place?: PageNumberPlace;
  readonly ascii?: string;
  readonly size?: number;
}

const LONGEST_CODE = 200;
const PLACES: Readonly<Record<string, PageNumberPlace>> = {
  left: 'left', start: 'left', center: 'center', right: 'right', end: 'right', both: 'left', justify: 'left', distribute: 'center',
  outside: 'outside', inside: 'inside',
}; // prettier-ignore

/** Looks through a header or footer part for the number of the page. ECMA-376 17.16.5.44: the field PAGE. */
export class PageNumberFinder implements WordVisitor {
  found: FoundPageNumber | undefined;
  readonly #around: Surroundings;
  /** Paragraphs around here, a text box's own last. */
  readonly #paragraphs: {
    readonly properties: ParagraphProperties;
    moved: PageNumberPlace | 'tab' | undefined;
  }[] = [];
  /** Where each text box around here is put across the page. */
  readonly #boxes: string[] = [];
  #inAlignment = false;
  #acrossPage = false;
  #run: RunProperties = {};
  #code = '';

  constructor(around: Surroundings) {
    this.#around = around;
  }

  open(element: XmlElement, path: readonly string[]): void {
    const parent = path.at(-1) ?? '';
    const { local } = element;
    const paragraph = this.#paragraphs.at(-1);
    if (local === 'p') this.#paragraphs.push({ properties: {}, moved: undefined });
    else if ((parent === 'pPr' || parent === 'numPr') && paragraph)
      readParagraphProperty(paragraph.properties, element, parent);
    else if (local === 'r') this.#run = {};
    else if (parent === 'rPr' && path.at(-2) === 'r') readRunProperty(this.#run, element);
    else if (local === 'fldChar' && attribute(element, 'fldCharType') === 'begin') this.#code = '';
    else if (local === 'fldSimple') this.#see(attribute(element, 'instr') ?? '');
    else if (parent === 'r' && paragraph && local === 'tab') paragraph.moved = 'tab';
    else if (local === 'ptab' && paragraph) paragraph.moved = PLACES[attribute(element, 'alignment') ?? ''];
  }

  text(text: string, path: readonly string[]): void {
    if (path.at(-1) === 'instrText') {
      this.#code = (this.#code + text).slice(0, LONGEST_CODE);
      this.#see(this.#code);
    } else if (this.#inAlignment && this.#acrossPage && text.trim() !== '' && this.#boxes.length > 0) {
      this.#boxes[this.#boxes.length - 1] = text.trim();
    }
  }

  close(local: string): void {
    if (local === 'p') this.#paragraphs.pop();
  }

  openOther(element: XmlElement): void {
    if (element.local === 'anchor' || element.local === 'shape') this.#boxes.push(vmlPlace(element));
    if (element.local === 'positionH') this.#acrossPage = true;
    if (element.local === 'align') this.#inAlignment = true;
  }

  closeOther(element: XmlElement): void {
    if (element.local === 'anchor' || element.local === 'shape') this.#boxes.pop();
    if (element.local === 'positionH') this.#acrossPage = false;
    if (element.local === 'align') this.#inAlignment = false;
  }

  #see(code: string): void {
    if (this.found || !/(?:^|\s)PAGE(?:\s|\\|$)/i.test(code)) return;
    const paragraph = this.#paragraphs.at(-1);
    const settled = settleParagraph(paragraph?.properties ?? {}, this.#around);
    const { ascii, size } = lookOf(settleRun(this.#run, settled.run, this.#around), this.#around);
    const place = this.#placeOf(settled.properties, paragraph?.moved);
    this.found = {
      ...(place !== undefined && { place }),
      ...(ascii !== undefined && { ascii }),
      ...(size !== undefined && { size }),
    };
  }

  #placeOf(
    { align, framed }: ParagraphProperties,
    moved: PageNumberPlace | 'tab' | undefined,
  ): PageNumberPlace | undefined {
    const box = framed ?? this.#boxes.at(-1);
    if (box !== undefined && box !== '') return PLACES[box];
    if (box === '' || moved === 'tab') return undefined;
    return moved ?? PLACES[align ?? 'left'];
  }
}

/** `mso-position-horizontal:center`, as older programs place a text box. */
function vmlPlace(element: XmlElement): string {
  if (element.local !== 'shape') return '';
  return /mso-position-horizontal:\s*([a-z]{1,12})/.exec(attribute(element, 'style') ?? '')?.[1] ?? '';
}
