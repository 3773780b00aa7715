import { escapeSheetText, plainSheetText } from '../../model/sheet-text.ts';
import { childElements, copyOf, detach, type Element } from '../word-xml.ts';
import { isSheet, makeSheet, sheetChild, sheetChildren } from './sheet-xml.ts';

/** A stretch of a cell's text in one look. */
export interface TextRun {
  readonly text: string;
  /** Element `rPr`; absent: as the cell. */
  readonly look?: Element;
}

/** The runs of `si` or `is` (ECMA-376-1, 18.4.8), without how they are read aloud. */
export function runsOf(item: Element): readonly TextRun[] {
  return childElements(item).flatMap((child): TextRun[] => {
    if (isSheet(child, 't')) return [{ text: plainSheetText(child.textContent ?? '') }];
    if (!isSheet(child, 'r')) return [];
    const look = sheetChild(child, 'rPr');
    const text = sheetChildren(child, 't')
      .map((node) => plainSheetText(node.textContent ?? ''))
      .join('');
    return [{ text, ...(look && { look }) }];
  });
}

/** Makes it a cell of text, whatever it held: text that looks like a number stays text. `''`: empty. */
export function writeCellText(cell: Element, runs: readonly TextRun[]): void {
  for (const child of childElements(cell)) detach(child);
  cell.removeAttribute('t');
  // What they meant were a formula of an array and rich data, which are gone.
  for (const name of ['cm', 'vm']) cell.removeAttribute(name);
  if (runs.every(({ text }) => text === '')) return;
  cell.setAttribute('t', 'inlineStr');
  const item = makeSheet(cell, 'is');
  const [only, ...others] = runs;
  if (only && others.length === 0 && !only.look) item.appendChild(textNode(cell, only.text));
  else for (const run of runs) item.appendChild(runNode(cell, run));
  cell.appendChild(item);
}

function runNode(cell: Element, { text, look }: TextRun): Element {
  const node = makeSheet(cell, 'r');
  const own = look && cell.ownerDocument?.importNode(copyOf(look), true);
  if (own) node.appendChild(own);
  node.appendChild(textNode(cell, text));
  return node;
}

function textNode(cell: Element, text: string): Element {
  const node = makeSheet(cell, 't');
  node.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  node.textContent = escapeSheetText(text);
  return node;
}
