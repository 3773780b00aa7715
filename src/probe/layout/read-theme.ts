import { attribute, type XmlElement, type XmlHandler } from '../word/parse-xml.ts';

interface FaceList {
  latin?: string;
  eastAsian?: string;
  /** By script, as `Hans`. */
  readonly scripts: Map<string, string>;
}

/** The typefaces of a document's theme. */
export interface Theme {
  readonly major: FaceList;
  readonly minor: FaceList;
}

const MOST_SCRIPTS = 200;
const DRAWING = '/drawingml/';

/** Reads word/theme/theme1.xml. ECMA-376 20.1.4.1.18 */
export class ThemeReader implements XmlHandler, Theme {
  readonly major: FaceList = { scripts: new Map() };
  readonly minor: FaceList = { scripts: new Map() };
  #list: FaceList | undefined;

  open(element: XmlElement): void {
    if (!element.uri.includes(DRAWING)) return;
    if (element.local === 'majorFont') this.#list = this.major;
    else if (element.local === 'minorFont') this.#list = this.minor;
    else if (this.#list) this.#take(this.#list, element);
  }

  text(): void {
    // Names stand in attributes.
  }

  close(element: XmlElement): void {
    if (element.local === 'majorFont' || element.local === 'minorFont') this.#list = undefined;
  }

  #take(list: FaceList, element: XmlElement): void {
    const face = (attribute(element, 'typeface') ?? '').replace(/[\p{C}]/gu, '').slice(0, 80);
    if (face === '') return;
    if (element.local === 'latin') list.latin = face;
    else if (element.local === 'ea') list.eastAsian = face;
    else if (element.local === 'font' && list.scripts.size < MOST_SCRIPTS)
      list.scripts.set(attribute(element, 'script') ?? '', face);
  }
}

/** Scripts by language, as themes name them. */
function scriptOf(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  if (/^zh-(tw|hk|mo|hant)/i.test(language)) return 'Hant';
  if (/^zh/i.test(language)) return 'Hans';
  if (/^ja/i.test(language)) return 'Jpan';
  return /^ko/i.test(language) ? 'Hang' : undefined;
}

/** The typeface a theme's place stands for; undefined where the theme leaves it to the program. */
export function themeFace(place: string, theme: Theme, language: string | undefined): string | undefined {
  const list = place.startsWith('major') ? theme.major : theme.minor;
  if (!place.endsWith('EastAsia')) return list.latin;
  const script = scriptOf(language);
  return list.eastAsian ?? (script === undefined ? undefined : list.scripts.get(script));
}
