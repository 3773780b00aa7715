import { childElements, isElement, type Element, type Node } from '../word-xml.ts';

/** SpreadsheetML, transitional and strict (ECMA-376 Parts 1 and 4). */
const SHEET_SPACES = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

export function isSheet(node: Node | null | undefined, ...names: readonly string[]): node is Element {
  return isElement(node) && SHEET_SPACES.has(node.namespaceURI ?? '') && names.includes(node.localName ?? '');
}

export function sheetChildren(parent: Node, name: string): readonly Element[] {
  return childElements(parent).filter((child) => isSheet(child, name));
}

export function sheetChild(parent: Node | undefined, name: string): Element | undefined {
  return parent && sheetChildren(parent, name)[0];
}

/** A number written in an attribute, from 0; undefined where there is none. */
export function numberOf(element: Element | undefined, name: string): number | undefined {
  const written = element?.getAttribute(name) ?? '';
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}

/** What its `r:id` names. */
export function relationOf(element: Element): string | undefined {
  return Array.from(element.attributes).find(
    ({ localName, namespaceURI }) => localName === 'id' && namespaceURI?.endsWith('/relationships') === true,
  )?.value;
}

/** An element in the name space and prefix of `like`. */
export function makeSheet(like: Element, name: string): Element {
  const owner = like.ownerDocument;
  if (!owner) throw new Error('an element without a document');
  const prefix = like.prefix ?? '';
  return owner.createElementNS(like.namespaceURI ?? '', prefix === '' ? name : `${prefix}:${name}`);
}
