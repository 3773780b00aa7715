import { childElements, isWord, wordChild, wordValue, type Element } from './word-xml.ts';

/** One character of a paragraph as a reader sees it, and the element it comes from. */
export interface Atom {
  readonly run: Element;
  readonly node: Element;
  /** Index within the text of `node`. */
  readonly offset: number;
}

/** `atoms[i]` is behind UTF-16 unit i of `text`. */
export interface ParagraphText {
  readonly text: string;
  readonly atoms: readonly Atom[];
}

/** Stands for a picture, an object, a symbol nobody can read. */
export const OBJECT = '\uFFFC';
const PASSED_THROUGH = [
  'hyperlink',
  'ins',
  'moveTo',
  'smartTag',
  'fldSimple',
  'sdt',
  'sdtContent',
  'dir',
  'bdo',
  'customXml',
];
const BREAKS = ['br', 'cr'];
const TABS = ['tab', 'ptab'];
const OBJECTS = ['drawing', 'pict', 'object', 'ruby'];

/** The text of a paragraph without what is deleted, without field codes, and without prompts of content controls. */
export function readParagraph(paragraph: Element): ParagraphText {
  if (isInPrompt(paragraph)) return { text: '', atoms: [] };
  const atoms: Atom[] = [];
  const pieces: string[] = [];
  const add = (run: Element, node: Element, text: string): void => {
    pieces.push(text);
    for (let offset = 0; offset < text.length; offset++) atoms.push({ run, node, offset });
  };
  const visit = (parent: Element): void => {
    for (const child of childElements(parent)) {
      if (isWord(child, 'r')) readRun(child, add);
      else if (isWord(child, 'sdt') && isPrompt(child)) continue;
      else if (isWord(child, ...PASSED_THROUGH)) visit(child);
    }
  };
  visit(paragraph);
  return { text: pieces.join(''), atoms };
}

function readRun(run: Element, add: (run: Element, node: Element, text: string) => void): void {
  if (wordChild(wordChild(run, 'rPr'), 'vanish')) return;
  // A new page or column is no room to write in, and stays whatever is written before it.
  const addBreak = (node: Element): void => {
    if (!['page', 'column'].includes(wordValue(node, 'type') ?? '')) add(run, node, '\n');
  };
  for (const node of childElements(run)) {
    if (isWord(node, 't')) add(run, node, node.textContent ?? '');
    else if (isWord(node, ...TABS)) add(run, node, '\t');
    else if (isWord(node, ...BREAKS)) addBreak(node);
    else if (isWord(node, 'noBreakHyphen')) add(run, node, '-');
    else if (isWord(node, 'sym')) add(run, node, symbolText(node));
    else if (isObject(node)) add(run, node, OBJECT);
    else if (legacyBox(node)) add(run, node, isTicked(legacyBox(node)) ? '☑' : '□');
  }
}

/** The check box of a form field as old Word makes it, w:ffData in w:fldChar (ECMA-376 Part 1, 17.16.7). */
export function legacyBox(node: Element): Element | undefined {
  return isWord(node, 'fldChar') ? wordChild(wordChild(node, 'ffData'), 'checkBox') : undefined;
}

function isTicked(box: Element | undefined): boolean {
  const state = wordChild(box, 'checked') ?? wordChild(box, 'default');
  return state !== undefined && !['0', 'false', 'off'].includes(wordValue(state) ?? '1');
}

function isObject(node: Element): boolean {
  return node.localName === 'AlternateContent' || isWord(node, ...OBJECTS);
}

/** Boxes of the Wingdings fonts, as old Word inserts them. */
const SYMBOL_BOXES: ReadonlyMap<string, string> = new Map([
  ['WINGDINGS:A8', '□'],
  ['WINGDINGS:6F', '□'],
  ['WINGDINGS:71', '□'],
  ['WINGDINGS:FE', '☑'],
  ['WINGDINGS 2:A3', '□'],
  ['WINGDINGS 2:52', '☑'],
]);

function symbolText(symbol: Element): string {
  const font = (wordValue(symbol, 'font') ?? '').toUpperCase();
  const code = (wordValue(symbol, 'char') ?? '').toUpperCase().replace(/^F?0+(?=.)|^F0/, '');
  return SYMBOL_BOXES.get(`${font}:${code}`) ?? OBJECT;
}

/** A content control that shows only its prompt (单击此处输入文字) is blank. */
export function isPrompt(control: Element): boolean {
  const properties = wordChild(control, 'sdtPr');
  const shown = wordChild(properties, 'showingPlcHdr');
  return shown !== undefined && !['0', 'false', 'off'].includes(wordValue(shown) ?? '1');
}

/** Spaces, underscores and the like: room to write in. */
export const BLANK_CHARACTER = /[\s\u3000\u00a0_＿\u200b-\u200d\ufeff]/;

export function isBlank(text: string): boolean {
  return /^[\s\u3000\u00a0_＿\u200b-\u200d\ufeff]*$/.test(text);
}

export function isUnderlined(atom: Atom | undefined): boolean {
  const line = atom && wordChild(wordChild(atom.run, 'rPr'), 'u');
  return line !== undefined && wordValue(line) !== 'none';
}

function isInPrompt(paragraph: Element): boolean {
  for (let node = paragraph.parentNode; node && !isWord(node, 'tbl', 'body'); node = node.parentNode) {
    if (isWord(node, 'sdt') && isPrompt(node)) return true;
  }
  return false;
}
