import type { FoundSlot } from './found-slot.ts';
import type { LabelBook, MatchedLabel } from './match-label.ts';
import { isPrompt, readParagraph } from './paragraph-text.ts';
import { allWord, isWord, wordChild, wordChildren, wordValue, type Element } from './word-xml.ts';

/** Content controls that show only their prompt, named by title or tag, else by the text before them. */
export function findControls(
  body: Element,
  book: LabelBook,
  taken: ReadonlySet<Element>,
): readonly FoundSlot[] {
  return allWord(body, 'sdt').flatMap((control) => {
    const paragraphs = [enclosing(control, 'p'), ...allWord(control, 'p')].filter(
      (found) => found !== undefined,
    );
    if (!isPrompt(control) || paragraphs.some((paragraph) => taken.has(paragraph))) return [];
    const label = nameOf(control, book);
    const table = enclosing(control, 'tbl');
    return [
      { label, kind: 'control', place: { kind: 'control', control, choices: choicesOf(control) }, table },
    ];
  });
}

function nameOf(control: Element, book: LabelBook): MatchedLabel {
  const properties = wordChild(control, 'sdtPr');
  const names = ['alias', 'tag'].flatMap((name) => wordValue(wordChild(properties, name)) ?? []);
  for (const name of names) {
    const field = book.fieldNamed(name);
    if (field !== undefined) return { ...book.match(name), folded: name, field };
  }
  const paragraph = enclosing(control, 'p');
  const before = paragraph ? readParagraph(paragraph).text.trim() : '';
  const matched = book.match(before.split(/[\s\u3000]{2,}/).at(-1) ?? '');
  return matched.field === undefined ? book.match(names[0] ?? before) : matched;
}

/** Entries of a drop-down list or combo box; ECMA-376 Part 1, 17.5.2. */
export function choicesOf(control: Element): readonly string[] {
  const properties = wordChild(control, 'sdtPr');
  const list = wordChild(properties, 'dropDownList') ?? wordChild(properties, 'comboBox');
  const entries = list ? wordChildren(list, 'listItem') : [];
  return entries.flatMap((item) => wordValue(item, 'displayText') ?? wordValue(item, 'value') ?? []);
}

export function enclosing(element: Element, name: string): Element | undefined {
  for (let node = element.parentNode; node; node = node.parentNode) if (isWord(node, name)) return node;
  return undefined;
}
