import type { SoughtPlace } from '../../model/sought.ts';
import type { XmlElement, XmlHandler } from './parse-xml.ts';
import { MOST_TEXT } from './text-facts.ts';
import { unknown } from './unfit.ts';

/** Elements behind which what follows stands by itself. */
const ENDS = new Set(['p', 'tc', 'tr', 'br', 'cr', 'tab', 'person', 'comment']);
const WORDS = new Set(['t', 'delText', 'instrText', 'delInstrText', 'v', 'text']);
const AUTHORS = new Set(['author', 'initials', 'userId']);
/** Who comments a presentation stands there by `name`. ECMA-376-1, 19.4.2 */
const COMMENTERS = new Set(['cmAuthor', 'author']);

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
      else if (name === 'descr' || name === 'title') this.#add(this.#place, `\n${value}\n`);
    }
  }

  text(text: string): void {
    if (this.#place === 'properties' || WORDS.has(this.#path.at(-1) ?? '')) this.#add(this.#place, text);
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
  if (local === 'hdr' || local === 'ftr') return 'margins';
  return local === 'DocumentProperties' || local === 'CustomDocumentProperties' ? 'properties' : undefined;
}
