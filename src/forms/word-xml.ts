import type { Document, Element, Node } from '@xmldom/xmldom';
import { UnreadableForm } from './unreadable.ts';

export type { Document, Element, Node };

/** WordprocessingML, transitional and strict (ECMA-376 Parts 1 and 4). */
const WORD_SPACES = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const DEEPEST = 400;
const MOST_TAGS = 600_000;

/** Parses a part of a Word file; no document type, bounded depth. Throws `UnreadableForm`. */
export async function parseWordXml(bytes: Uint8Array, part: string): Promise<Document> {
  const { DOMParser, ParseError } = await import('@xmldom/xmldom');
  const source = decode(bytes, part);
  guardShape(source, part);
  const stop = (_level: string, message: string): void => {
    throw new UnreadableForm('broken', `${part}: ${message}`);
  };
  try {
    return new DOMParser({ onError: stop }).parseFromString(source, 'text/xml');
  } catch (error) {
    if (error instanceof ParseError) throw new UnreadableForm('broken', `${part}: ${error.message}`);
    throw error;
  }
}

export async function printWordXml(document: Document): Promise<Uint8Array> {
  const { XMLSerializer } = await import('@xmldom/xmldom');
  const root = document.documentElement;
  const body = root ? new XMLSerializer().serializeToString(root) : '';
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
}

function decode(bytes: Uint8Array, part: string): string {
  const wide = bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableForm('broken', `${part}: not valid ${wide}`);
    throw error;
  }
}

/** Entities are never expanded, and a tree too deep would overflow the stack of whoever walks it. */
/** A form is a few pages; a part of megabytes of text is a book, or a bomb. In UTF-16 units. */
const MOST_LETTERS = 6_000_000;

function guardShape(source: string, part: string): void {
  if (source.length > MOST_LETTERS) throw new UnreadableForm('too-large', part);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source)) throw new UnreadableForm('broken', `${part}: document type`);
  let depth = 0;
  let tags = 0;
  for (const [, close, self] of source.matchAll(
    /<(\/?)[A-Za-z_](?:"[^"]*"|'[^']*'|[^"'>/]|\/(?!>))*(\/?)>/g,
  )) {
    if (++tags > MOST_TAGS) throw new UnreadableForm('too-large', part);
    if (close === '/') depth--;
    else if (self !== '/' && ++depth > DEEPEST)
      throw new UnreadableForm('broken', `${part}: nested too deeply`);
  }
}

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

export function isWord(node: Node | null | undefined, ...names: readonly string[]): node is Element {
  return isElement(node) && WORD_SPACES.has(node.namespaceURI ?? '') && names.includes(node.localName ?? '');
}

export function childElements(parent: Node): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

export function wordChildren(parent: Node, name: string): readonly Element[] {
  return childElements(parent).filter((child) => isWord(child, name));
}

export function wordChild(parent: Node | undefined, name: string): Element | undefined {
  return parent && wordChildren(parent, name)[0];
}

/** The value of `w:val`, whatever the prefix. */
export function wordValue(element: Element | undefined, name = 'val'): string | undefined {
  if (!element) return undefined;
  for (const attribute of Array.from(element.attributes)) {
    if (attribute.localName === name || attribute.name === name) return attribute.value;
  }
  return undefined;
}

/** A Word element in the name space and prefix of `like`. */
export function makeWord(like: Element, name: string): Element {
  const owner = ownerOf(like);
  const prefix = wordPrefix(like);
  return owner.createElementNS(wordSpace(like), prefix === '' ? name : `${prefix}:${name}`);
}

export function setWordValue(element: Element, value: string, name = 'val'): void {
  const prefix = wordPrefix(element);
  element.setAttributeNS(wordSpace(element), `${prefix === '' ? 'w' : prefix}:${name}`, value);
}

function ownerOf(element: Element): Document {
  const owner = element.ownerDocument;
  if (!owner) throw new Error('an element without a document');
  return owner;
}
function wordSpace(like: Element): string {
  return like.namespaceURI ?? '';
}
function wordPrefix(like: Element): string {
  return like.prefix ?? '';
}

export function detach(node: Node): void {
  node.parentNode?.removeChild(node);
}

export function insertAfter(node: Node, reference: Node): void {
  reference.parentNode?.insertBefore(node, reference.nextSibling);
}

/** Copies an element with all it holds. */
export function copyOf(element: Element): Element {
  const copy = element.cloneNode(true);
  if (!isElement(copy)) throw new Error('a copy of another kind');
  return copy;
}

/** All Word elements of a name below, in the order of the document; not inside drawings kept twice for old readers. */
export function allWord(root: Node, name: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (parent: Node): void => {
    for (const child of childElements(parent)) {
      if (child.localName === 'Fallback') continue;
      if (isWord(child, name)) found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** Wrappers around content that change nothing about where it stands. */
export function isPlain(element: Element): boolean {
  return isWord(element, 'sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag');
}
