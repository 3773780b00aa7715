import type { OpenFile } from '../../system/system.ts';
import type { ShownPicture } from './count-pictures.ts';
import { attribute, type XmlElement, type XmlHandler } from './parse-xml.ts';
import { pictureSize } from './picture-size.ts';
import { BodyReader } from './read-body.ts';
import { readWord2003 } from './read-word2003.ts';
import { textFacts, type WordProbe } from './text-facts.ts';
import { broken } from './unfit.ts';

/** Base64 characters that are kept of each picture, for its size. */
const KEPT = 65_536;
const MOST_PICTURES = 2_000;

/** A Word 2003 XML document: text, pictures and margins in one file. */
export async function probeWord2003(file: OpenFile): Promise<WordProbe> {
  const body = new BodyReader();
  const pictures = new PictureData();
  await readWord2003(file, both(body, pictures));
  // A whole package written as one XML file (Flat OPC) is well-formed; its parts are not told apart here.
  if (body.root === '' && pictures.root === 'package')
    return { integrity: { state: 'unknown', cause: { kind: 'no-prober' } } };
  if (body.root !== 'wordDocument') throw broken({ kind: 'nothing-inside' });
  const shown = body.pictures.map(({ id }): ShownPicture => ({ key: id, size: pictures.sizeOf(id) }));
  const found = { body: body.story.toString(), margins: body.margins.toString(), pictures: shown };
  return body.incomplete
    ? { integrity: { state: 'whole' } }
    : { text: textFacts(found), body: found.body, integrity: { state: 'whole' } };
}

/** Keeps the beginning of every w:binData under its name. */
class PictureData implements XmlHandler {
  root = '';
  readonly #heads = new Map<string, string>();
  #current: string | undefined;

  open(element: XmlElement): void {
    if (this.root === '') this.root = element.local;
    if (element.local === 'binData' && this.#heads.size < MOST_PICTURES)
      this.#current = attribute(element, 'name');
  }

  text(text: string): void {
    if (this.#current === undefined) return;
    const kept = this.#heads.get(this.#current) ?? '';
    if (kept.length < KEPT) this.#heads.set(this.#current, kept + text.slice(0, KEPT));
  }

  close(element: XmlElement): void {
    if (element.local === 'binData') this.#current = undefined;
  }

  sizeOf(name: string): ShownPicture['size'] {
    const head = this.#heads.get(name);
    return head === undefined ? undefined : pictureSize(Buffer.from(head, 'base64'));
  }
}

function both(first: XmlHandler, second: XmlHandler): XmlHandler {
  return {
    open: (element) => {
      first.open(element);
      second.open(element);
    },
    text: (text) => {
      first.text(text);
      second.text(text);
    },
    close: (element) => {
      first.close(element);
      second.close(element);
    },
  };
}
