import { setText } from './edit-runs.ts';
import type { Box } from './found-slot.ts';
import { legacyBox, readParagraph, type Atom } from './paragraph-text.ts';
import { tickedBox } from './read-boxes.ts';
import { childElements, insertAfter, detach, isWord, makeWord, wordChild, type Element } from './word-xml.ts';

/** The box that the value means, by its text; undefined where none or more than one could be meant. */
export function chooseBoxes(boxes: readonly Box[], value: string): readonly Box[] | undefined {
  const whole = chooseBox(boxes, value);
  if (whole) return [whole];
  const parts = value.split(/[、,，;；\n/]/).filter((part) => part.trim() !== '');
  if (parts.length < 2) return undefined;
  const chosen = parts.flatMap((part) => chooseBox(boxes, part) ?? []);
  return chosen.length === parts.length ? chosen : undefined;
}

function chooseBox(boxes: readonly Box[], value: string): Box | undefined {
  const wanted = fold(value);
  const named = boxes.filter((box) => box.option !== '');
  const exact = named.filter((box) => fold(box.option) === wanted);
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  if (wanted.length < 2) return undefined;
  const near = named.filter((box) => {
    const option = fold(box.option);
    return option.length >= 2 && (option.includes(wanted) || wanted.includes(option));
  });
  return near.length === 1 ? near[0] : undefined;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'‘’《》()·.。:：]|类$/g, '');
}

/** Ticks boxes; a symbol of an old font becomes the same sign of Unicode, a check box control is set too. */
export function tickBoxes(chosen: readonly Box[], tickAsked: boolean): void {
  for (const { paragraph, at } of chosen) {
    const { text, atoms } = readParagraph(paragraph);
    const atom = atoms[at];
    if (!atom) continue;
    writeSign(atom, tickedBox(text[at] ?? '', tickAsked));
    setCheckBox(atom.run);
  }
}

function writeSign({ node, offset }: Atom, sign: string): void {
  if (isWord(node, 't')) {
    const text = node.textContent ?? '';
    setText(node, text.slice(0, offset) + sign + text.slice(offset + 1));
    return;
  }
  const box = legacyBox(node);
  if (box) {
    const old = wordChild(box, 'checked');
    if (old) detach(old);
    box.appendChild(makeWord(box, 'checked'));
    return;
  }
  const written = makeWord(node, 't');
  setText(written, sign);
  insertAfter(written, node);
  detach(node);
}

/** w14:checkbox, [MS-DOCX] 2.6.1.2. */
function setCheckBox(run: Element): void {
  for (let node = run.parentNode; node; node = node.parentNode) {
    if (!isWord(node, 'sdt')) continue;
    const properties = wordChild(node, 'sdtPr');
    const box = properties && childElements(properties).find((child) => child.localName === 'checkbox');
    const checked = box && childElements(box).find((child) => child.localName === 'checked');
    const value =
      checked && Array.from(checked.attributes).find((attribute) => attribute.localName === 'val');
    if (value) value.value = '1';
    return;
  }
}
