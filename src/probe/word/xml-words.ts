import type { SoughtPlace } from '../../model/sought.ts';
import type { XmlElement, XmlHandler } from './parse-xml.ts';
import { MOST_TEXT } from './text-facts.ts';
import { unknown } from './unfit.ts';

/** Elements behind which what follows stands by itself. */
const ENDS = new Set([
  ...['p', 'tc', 'tr', 'br', 'cr', 'tab', 'person', 'comment'],
  ...['si', 'is', 'v', 'f', 'author', 'formula1', 'formula2'],
]);
/** Around a sheet's pages, on odd, even and first ones. ECMA-376-1, 18.3.1.46 */
const SHEET_MARGIN = /^(?:odd|even|first)(?:Header|Footer)$/;
const WORDS = new Set([
  ...['t', 'delText', 'instrText', 'delInstrText', 'v', 'text'],
  // Of a sheet: what is reckoned, what may be chosen, who comments. ECMA-376-1, 18.3.1.40, 18.3.1.33, 18.7.1
  ...['f', 'formula1', 'formula2', 'author'],
]);
const AUTHORS = new Set(['author', 'initials', 'userId', 'userName', 'displayName']);
/** Who comments a presentation stands there by `name`. ECMA-376-1, 19.4.2 */
const COMMENTERS = new Set(['cmAuthor', 'author']);
/** What a picture is said to show, a link to lead to, a cell to ask for. */
const SAID = new Set(['descr', 'title', 'tooltip', 'prompt', 'promptTitle', 'error', 'errorTitle']);
/** What an element of a workbook is called, or holds, in an attribute. ECMA-376-1, 18.2.19, 18.5.1.3, 18.10.1.83 */
const HELD = new Set(['sheet name', 'tableColumn name', 'definedName name', 's v']);

/** All that a part of a document says, by where it says it: who has changed or commented it stands with the comments. */
export class XmlWords implements XmlHandler {
  readonly #home: SoughtPlace;
  readonly #texts = new Map<SoughtPlace, string[]>();
  readonly #path: string[] = [];
  readonly #places: SoughtPlace[] = [];
  #length = 0;

  /** `home`: where words stand that no element around them places elsewhere. */
  constructor(home: SoughtPlace) {
    this.#home = home;
  }

  open({ local, attributes }: XmlElement): void {
    this.#path.push(local);
    this.#places.push(placeWithin(local) ?? this.#place);
    for (const { local: name, value } of attributes) {
      if (AUTHORS.has(name) || (name === 'name' && COMMENTERS.has(local)))
        this.#add('comments', `${value}\n`);
      else if (SAID.has(name) || HELD.has(`${local} ${name}`)) this.#add(this.#place, `\n${value}\n`);
    }
  }

  text(text: string): void {
    const around = this.#path.at(-1) ?? '';
    if (this.#place === 'properties' || WORDS.has(around) || SHEET_MARGIN.test(around))
      this.#add(this.#place, text);
  }

  close({ local }: XmlElement): void {
    if (ENDS.has(local) || this.#place === 'properties') this.#add(this.#place, '\n');
    this.#path.pop();
    this.#places.pop();
  }

  said(place: SoughtPlace): string {
    return (this.#texts.get(place) ?? []).join('');
  }

  get #place(): SoughtPlace {
    return this.#places.at(-1) ?? this.#home;
  }

  #add(place: SoughtPlace, text: string): void {
    this.#length += text.length;
    if (this.#length > MOST_TEXT) throw unknown({ kind: 'too-large', what: 'unpacked', limit: MOST_TEXT });
    const texts = this.#texts.get(place) ?? [];
    texts.push(text);
    this.#texts.set(place, texts);
  }
}

/** Of a document in one file. */
function placeWithin(local: string): SoughtPlace | undefined {
  if (local === 'hdr' || local === 'ftr' || SHEET_MARGIN.test(local)) return 'margins';
  return local === 'DocumentProperties' || local === 'CustomDocumentProperties' ? 'properties' : undefined;
}
