import { attribute, type XmlElement } from '../word/parse-xml.ts';
import { isOn, points, wholeNumber } from './word-names.ts';

/** A reference to a header or footer part. */
export interface MarginReference {
  readonly in: 'header' | 'footer';
  readonly kind: 'default' | 'even' | 'first';
  /** Id of the relationship. */
  readonly id: string;
}

/** A w:sectPr as it stands; lengths in points. ECMA-376 17.6 */
export interface SectionProperties {
  width?: number;
  height?: number;
  top?: number;
  bottom?: number;
  left?: number;
  right?: number;
  gutter?: number;
  grid?: string;
  linePitch?: number;
  characterSpace?: number;
  readonly margins: MarginReference[];
}

const MOST_REFERENCES = 12;

/** Takes in one child of a w:sectPr. */
export function readSectionProperty(into: SectionProperties, element: XmlElement): void {
  const length = (name: string): number | undefined => {
    const found = points(attribute(element, name), 20);
    // Word takes no page over 22 inches; a negative margin keeps text from moving, at the same distance.
    return found === undefined || Math.abs(found) > 10_000 ? undefined : Math.abs(found);
  };
  switch (element.local) {
    case 'pgSz':
      Object.assign(into, present({ width: length('w'), height: length('h') }));
      break;
    case 'pgMar':
      Object.assign(
        into,
        present({
          top: length('top'),
          bottom: length('bottom'),
          left: length('left') ?? length('start'),
          right: length('right') ?? length('end'),
          gutter: length('gutter'),
        }),
      );
      break;
    case 'docGrid':
      readGrid(into, element);
      break;
    case 'headerReference':
    case 'footerReference':
      readReference(into, element);
      break;
    default:
  }
}

function readGrid(into: SectionProperties, element: XmlElement): void {
  into.grid = attribute(element, 'type') ?? 'default';
  const pitch = points(attribute(element, 'linePitch'), 20);
  if (pitch !== undefined && pitch > 0) into.linePitch = pitch;
  const space = wholeNumber(attribute(element, 'charSpace'));
  // In 4096ths of a point. ECMA-376 17.6.5
  if (space !== undefined) into.characterSpace = space / 4096;
}

function readReference(into: SectionProperties, element: XmlElement): void {
  const id = element.attributes.find(
    ({ local, uri }) => local === 'id' && uri.endsWith('/relationships'),
  )?.value;
  const type = attribute(element, 'type') ?? 'default';
  const kind = type === 'even' || type === 'first' ? type : 'default';
  if (id === undefined || into.margins.length >= MOST_REFERENCES) return;
  into.margins.push({ in: element.local === 'headerReference' ? 'header' : 'footer', kind, id });
}

function present(lengths: Readonly<Record<string, number | undefined>>): Partial<SectionProperties> {
  return Object.fromEntries(Object.entries(lengths).filter(([, value]) => value !== undefined));
}

/** Of word/settings.xml. */
export interface DocumentSettings {
  evenAndOdd?: boolean;
  gutterAtTop?: boolean;
  /** Language of Chinese characters in theme typefaces. */
  language?: string;
}

export function readSetting(into: DocumentSettings, element: XmlElement): void {
  const value = attribute(element, 'val');
  if (element.local === 'evenAndOddHeaders') into.evenAndOdd = isOn(value);
  if (element.local === 'gutterAtTop') into.gutterAtTop = isOn(value);
  const language = attribute(element, 'eastAsia');
  if (element.local === 'themeFontLang' && language !== undefined) into.language = language;
}
