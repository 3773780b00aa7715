import { visible } from '../show-name.ts';

/** HTML that is safe to put into a page. It is made here and nowhere else. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}
export type { Markup };

/** What may stand in a template: text is escaped, markup is not, nothing is nothing. */
export type Content = Markup | string | number | undefined | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * A template whose values cannot break out of it, be they element content or quoted attributes: each is made visible
 * (no control or bidi character is left to work) and escaped. A value right behind `=` would not be quoted: that is
 * a mistake of the template, and told at once.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const pieces = parts.map((part, at) => {
    if (at >= values.length) return part;
    if (part.endsWith('=')) throw new Error(`an attribute without quotes: …${part.slice(-30)}`);
    return part + textOf(values[at]);
  });
  return new Markup(pieces.join(''));
}

function textOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  return content instanceof Markup ? content.toString() : content.map(textOf).join('');
}

function escapeText(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
}

/** The page's own parts, from the program's templates; never from a user's materials. */
export function fromTemplate(text: string): Markup {
  return new Markup(text);
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** A picture's address that holds the picture itself. Throws where that is no Base64. */
export function jpegAddress(base64: string): Markup {
  if (!BASE64.test(base64)) throw new Error('a picture that is not Base64');
  return new Markup(`data:image/jpeg;base64,${base64}`);
}
