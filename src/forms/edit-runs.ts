import { readParagraph, type Atom } from './paragraph-text.ts';
import { runOf, setUnderline } from './run-look.ts';
import {
  childElements,
  copyOf,
  detach,
  insertAfter,
  isWord,
  makeWord,
  wordChild,
  type Element,
} from './word-xml.ts';

export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly underline?: boolean;
}

/** Replaces characters of a paragraph; the new text looks as the first of the old, or as what stands before it. */
export function replaceText(paragraph: Element, { from, to, text, underline }: Replacement): void {
  splitRun(paragraph, to);
  splitRun(paragraph, from);
  const { atoms } = readParagraph(paragraph);
  const first = atoms[from];
  const model = (to > from ? first : undefined) ?? atoms[from - 1] ?? first;
  const run = runOf(model?.run ?? paragraph, text, wordChild(model?.run, 'rPr'));
  if (underline === true) setUnderline(run);
  if (first && (to > from || from === 0)) first.run.parentNode?.insertBefore(run, first.run);
  else if (model) insertAfter(run, model.run);
  else paragraph.appendChild(run);
  removeAtoms(atoms.slice(from, to));
}

/** Takes characters away; runs that are left with nothing but their properties go too. */
export function removeAtoms(atoms: readonly Atom[]): void {
  const kept = new Map<Element, string>();
  for (const { node, offset } of [...atoms].reverse()) {
    const text = kept.get(node) ?? node.textContent ?? '';
    kept.set(node, text.slice(0, offset) + text.slice(offset + 1));
  }
  for (const [node, text] of kept) {
    if (isWord(node, 't') && text !== '') setText(node, text);
    // Half a field would be no document any more.
    else if (!isWord(node, 'fldChar')) detach(node);
  }
  for (const run of new Set(atoms.map((atom) => atom.run))) {
    if (childElements(run).every((child) => isWord(child, 'rPr'))) detach(run);
  }
}

/** Makes a run begin at a character, so that it can look and move by itself. */
function splitRun(paragraph: Element, index: number): void {
  const { atoms } = readParagraph(paragraph);
  const before = atoms[index - 1];
  const atom = atoms[index];
  if (!atom || before?.run !== atom.run) return;
  const tail = makeWord(atom.run, 'r');
  const look = wordChild(atom.run, 'rPr');
  if (look) tail.appendChild(copyOf(look));
  if (atom.offset > 0) splitTextNode(atom);
  const start = atom.offset > 0 ? atom.node.nextSibling : atom.node;
  for (let node = start; node;) {
    const next = node.nextSibling;
    tail.appendChild(node);
    node = next;
  }
  insertAfter(tail, atom.run);
}

function splitTextNode({ node, offset }: Atom): void {
  const text = node.textContent ?? '';
  const tail = makeWord(node, 't');
  setText(tail, text.slice(offset));
  setText(node, text.slice(0, offset));
  insertAfter(tail, node);
}

/** Word drops spaces at the edges unless told to keep them. */
export function setText(node: Element, text: string): void {
  node.textContent = text;
  node.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
}
