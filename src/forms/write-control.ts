import { oneLine } from './clean-value.ts';
import type { Outcome } from './write-outcome.ts';
import { runOf } from './run-look.ts';
import {
  allWord,
  childElements,
  copyOf,
  detach,
  isWord,
  makeWord,
  wordChild,
  type Element,
} from './word-xml.ts';

/** Puts a value in the place of a content control's prompt. */
export function writeControl(control: Element, choices: readonly string[], value: string): Outcome {
  const properties = wordChild(control, 'sdtPr');
  const content = wordChild(control, 'sdtContent');
  if (!properties || !content) return { skipped: 'shape' };
  const text = oneLine(value);
  if (wordChild(properties, 'dropDownList') && !choices.includes(text)) return { skipped: 'no-option' };
  // What is bound to data elsewhere in the package would be overwritten by it when Word opens the file.
  for (const child of childElements(properties)) {
    if (child.localName === 'showingPlcHdr' || child.localName === 'dataBinding') detach(child);
  }
  writeContent(content, text, wordChild(properties, 'rPr'));
  return { text };
}

function writeContent(content: Element, text: string, look: Element | undefined): void {
  const [paragraph] = allWord(content, 'p');
  const [prompt] = allWord(content, 'r');
  const run = runOf(content, text, look ?? plainLook(prompt));
  const target = paragraph ?? content;
  for (const old of allWord(target, 'r')) detach(old);
  if (paragraph || !wordChild(content, 'tc')) target.appendChild(run);
  else {
    const made = makeWord(content, 'p');
    made.appendChild(run);
    wordChild(content, 'tc')?.appendChild(made);
  }
}

/** The prompt's look without its grey style. */
function plainLook(prompt: Element | undefined): Element | undefined {
  const look = wordChild(prompt, 'rPr');
  if (!look) return undefined;
  const plain = copyOf(look);
  for (const child of childElements(plain)) if (isWord(child, 'rStyle', 'color')) detach(child);
  return plain;
}
