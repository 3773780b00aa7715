import { attribute, type XmlElement } from '../word/parse-xml.ts';
import { isOn, points, wholeNumber } from './word-names.ts';

/** A typeface by its name, or by its place in the document's theme (`minorEastAsia` …). */
export type FontReference = { readonly name: string } | { readonly theme: string };

/** What one place says of characters; the rest comes from farther off. ECMA-376 17.3.2 */
export interface RunProperties {
  eastAsian?: FontReference;
  ascii?: FontReference;
  size?: number;
  bold?: boolean;
  /** Empty: automatic. */
  color?: string;
  scale?: number;
  /** Id of a character style. */
  style?: string;
  hidden?: boolean;
}

const LONGEST_NAME = 80;

/** Takes in one child of a w:rPr. */
export function readRunProperty(into: RunProperties, element: XmlElement): void {
  const value = attribute(element, 'val');
  switch (element.local) {
    case 'rFonts':
      readFonts(into, element);
      break;
    case 'sz':
      setSize(into, points(value, 2));
      break;
    case 'b':
      into.bold = isOn(value);
      break;
    case 'color':
      if (value !== undefined) into.color = /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : '';
      break;
    case 'w':
      setScale(into, wholeNumber(value?.replace(/%$/, '')));
      break;
    case 'rStyle':
      if (value !== undefined) into.style = value;
      break;
    case 'vanish':
      into.hidden = isOn(value);
      break;
    default:
  }
}

/** A theme's typeface goes before a name beside it. ECMA-376 17.3.2.26 */
function readFonts(into: RunProperties, element: XmlElement): void {
  const eastAsian = reference(element, 'eastAsia');
  const ascii = reference(element, 'ascii');
  if (eastAsian) into.eastAsian = eastAsian;
  if (ascii) into.ascii = ascii;
}

function reference(element: XmlElement, slot: string): FontReference | undefined {
  const theme = attribute(element, `${slot}Theme`);
  if (theme !== undefined && theme !== '') return { theme };
  const name = attribute(element, slot)
    ?.replace(/[\p{C}]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME);
  return name === undefined || name === '' ? undefined : { name };
}

function setSize(into: RunProperties, size: number | undefined): void {
  if (size !== undefined && size > 0 && size <= 1638) into.size = size;
}

function setScale(into: RunProperties, scale: number | undefined): void {
  if (scale !== undefined && scale >= 1 && scale <= 600) into.scale = scale;
}
