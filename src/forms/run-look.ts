import {
  childElements,
  copyOf,
  detach,
  isWord,
  makeWord,
  setWordValue,
  wordChild,
  wordChildren,
  wordValue,
  type Element,
} from './word-xml.ts';

/** What a value takes over from its label: the letters, not what makes a label stand out or stretches it. */
const FROM_LABEL = ['rFonts', 'sz', 'szCs'];
/** Marks of tracked changes and hiding have no business on a value. */
const NEVER = ['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'vanish', 'specVanish', 'fitText'];
const HAN = /\p{Script=Han}/u;

/** A run of text in a given look; `\n` is a line break. */
export function runOf(like: Element, text: string, look: Element | undefined): Element {
  const run = makeWord(like, 'r');
  if (look) run.appendChild(copyOf(look));
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) run.appendChild(makeWord(like, 'br'));
    if (line === '') continue;
    const node = makeWord(like, 't');
    node.textContent = line;
    // Word drops spaces at the edges unless told to keep them.
    node.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
    run.appendChild(node);
  }
  if (HAN.test(text)) preferChineseFont(run);
  return run;
}

/** Quotes and dashes are in both kinds of font: among Chinese they are to come from the Chinese one. */
function preferChineseFont(run: Element): void {
  const look = lookOf(run);
  const fonts = wordChild(look, 'rFonts') ?? insertOrdered(look, makeWord(run, 'rFonts'));
  setWordValue(fonts, 'eastAsia', 'hint');
}

export function setUnderline(run: Element): void {
  const look = lookOf(run);
  if (wordChild(look, 'u')) return;
  const line = makeWord(run, 'u');
  setWordValue(line, 'single');
  insertOrdered(look, line);
}

function lookOf(run: Element): Element {
  const there = wordChild(run, 'rPr');
  if (there) return there;
  const made = makeWord(run, 'rPr');
  run.insertBefore(made, run.firstChild);
  return made;
}

/** ECMA-376 Part 1, 17.3.2.28 fixes the order of run properties; these are the ones behind `w:u`. */
const BEHIND_UNDERLINE = [
  ...[
    'effect',
    'bdr',
    'shd',
    'fitText',
    'vertAlign',
    'rtl',
    'cs',
    'em',
    'lang',
    'eastAsianLayout',
    'specVanish',
    'oMath',
  ],
];

function insertOrdered(look: Element, property: Element): Element {
  const children = childElements(look);
  const next =
    property.localName === 'u'
      ? children.find((child) => isWord(child, ...BEHIND_UNDERLINE))
      : children.find((child) => child.localName !== 'rStyle');
  look.insertBefore(property, next ?? null);
  return property;
}

/** How text in a blank paragraph would look: as a run in it, as its paragraph mark, or with the letters of the label. */
export function lookForBlank(paragraph: Element, label: Element | undefined): Element | undefined {
  const written = wordChild(wordChildren(paragraph, 'r')[0], 'rPr');
  const own = written ? copyOf(written) : markLook(paragraph);
  const letters = label && labelLetters(label);
  if (own) dropWarning(own);
  if (!own || !letters) return own ?? letters;
  for (const property of [...childElements(letters)].reverse()) {
    if (!wordChild(own, property.localName ?? '')) insertLetters(own, property);
  }
  return own;
}

/** Red print is the form's warning or sample; what is written there is ink. */
function dropWarning(look: Element): void {
  const color = wordChild(look, 'color');
  if (color && /^[c-f][0-9a-f](?:[0-3][0-9a-f]){2}$/i.test(wordValue(color) ?? '')) detach(color);
}

/** rStyle, rFonts … kern, position, sz, szCs, highlight, u: sizes stand before these. */
const BEHIND_SIZE = ['highlight', 'u', ...BEHIND_UNDERLINE];

function insertLetters(look: Element, property: Element): void {
  if (isWord(property, 'rFonts')) {
    insertOrdered(look, property);
    return;
  }
  const behind = isWord(property, 'sz') ? ['szCs', ...BEHIND_SIZE] : BEHIND_SIZE;
  look.insertBefore(property, childElements(look).find((child) => isWord(child, ...behind)) ?? null);
}

function markLook(paragraph: Element): Element | undefined {
  const mark = wordChild(wordChild(paragraph, 'pPr'), 'rPr');
  if (!mark) return undefined;
  const look = copyOf(mark);
  for (const property of childElements(look)) if (isWord(property, ...NEVER)) detach(property);
  return look;
}

function labelLetters(label: Element): Element | undefined {
  const look = wordChild(wordChildren(label, 'r')[0], 'rPr');
  if (!look) return undefined;
  const letters = copyOf(look);
  for (const property of childElements(letters)) if (!isWord(property, ...FROM_LABEL)) detach(property);
  return letters;
}
