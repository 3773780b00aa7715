import { SaxesParser, type SaxesTagNS } from 'saxes';
import { corrupt } from './unfit.ts';

export interface XmlHandler {
  open(element: XmlElement): void;
  text(text: string): void;
  close(element: XmlElement): void;
}

export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
}

export interface XmlAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

type Decoder = InstanceType<typeof TextDecoder>;

/** Nested deeper than any document of a person; every open element costs memory. */
const DEEPEST = 2_000;
const CHUNK = 65_536;

/** The value of the first attribute of that name, in whatever namespace. */
export function attribute(element: XmlElement, local: string): string | undefined {
  return element.attributes.find((candidate) => candidate.local === local)?.value;
}

/**
 * Reads XML of untrusted origin as it comes in: namespaces are resolved, a document type is refused, so that no
 * entity is ever expanded. Throws `Unfit` where it is not well-formed. `part` names it in the message.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  readonly #part: string;
  #decoder: Decoder | undefined;
  #head: Uint8Array = new Uint8Array(0);

  constructor(part: string, handler: XmlHandler) {
    this.#part = part;
    let depth = 0;
    this.#parser.on('doctype', () => {
      throw corrupt(part, 'document type declaration');
    });
    this.#parser.on('opentag', (tag) => {
      if (++depth > DEEPEST) throw corrupt(part, 'nested too deeply');
      handler.open(elementOf(tag));
    });
    this.#parser.on('text', (text) => {
      handler.text(text);
    });
    this.#parser.on('cdata', (text) => {
      handler.text(text);
    });
    this.#parser.on('closetag', (tag) => {
      depth--;
      handler.close({ uri: tag.uri, local: tag.local, attributes: [] });
    });
    this.#parser.on('error', (error) => {
      throw corrupt(part, `XML: ${error.message}`);
    });
  }

  write(bytes: Uint8Array): void {
    if (this.#decoder) {
      this.#push(this.#decoder, bytes);
      return;
    }
    this.#head = this.#head.length === 0 ? bytes : Buffer.concat([this.#head, bytes]);
    if (this.#head.length >= 256) this.#start();
  }

  end(): void {
    const decoder = this.#decoder ?? this.#start();
    this.#feed(this.#decode(decoder));
    this.#parser.close();
  }

  #start(): Decoder {
    const decoder = decoderFor(this.#head);
    if (!decoder) throw corrupt(this.#part, 'unknown text encoding');
    this.#decoder = decoder;
    const head = this.#head;
    this.#head = new Uint8Array(0);
    this.#push(decoder, head);
    return decoder;
  }

  #push(decoder: Decoder, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += CHUNK)
      this.#feed(this.#decode(decoder, bytes.subarray(at, at + CHUNK)));
  }

  #decode(decoder: Decoder, bytes?: Uint8Array): string {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw corrupt(this.#part, `not valid ${decoder.encoding}`);
    }
  }

  #feed(text: string): void {
    this.#parser.write(text);
  }
}

/** Appendix F of XML 1.0: a byte order mark, else what the first bytes look like, else what the declaration says. */
function decoderFor(head: Uint8Array): Decoder | undefined {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return strict('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return strict('utf-16be');
  const declared = /^[^>]{0,100}?encoding\s*=\s*["']([\w-]{1,40})["']/.exec(
    Buffer.from(head.subarray(0, 200)).toString('latin1'),
  );
  const label = declared?.[1] ?? 'utf-8';
  return /^utf-?16/i.test(label) ? strict('utf-8') : strict(label);
}

function strict(label: string): Decoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

function elementOf(tag: SaxesTagNS): XmlElement {
  const attributes = Object.values(tag.attributes).map(({ uri, local, value }) => ({ uri, local, value }));
  return { uri: tag.uri, local: tag.local, attributes };
}
