import type {
  FilledSlot,
  FormAliases,
  FormFilling,
  FormRoster,
  FormSlot,
  FormValues,
  SkippedSlot,
} from '../model/form.ts';
import { countWords } from '../model/count-words.ts';
import { mostWords } from '../model/form.ts';
import { fillRosters, placeLists } from './fill-rosters.ts';
import { findSlots, type FoundForm } from './find-slots.ts';
import { rewritePackage } from './form-package.ts';
import { describeSlot, type FoundSlot } from './found-slot.ts';
import { openLabelBook } from './match-label.ts';
import { openForm, type OpenForm, type Story } from './open-form.ts';
import { readParagraph } from './paragraph-text.ts';
import { readBack, type Written } from './read-back.ts';
import { UnreadableForm } from './unreadable.ts';
import { openValues, type ValueBook } from './value-book.ts';
import { allWord, isWord, printWordXml, type Element } from './word-xml.ts';
import { anchorsOf, asksForTick, writeSlot, writingOrder } from './write-slot.ts';

/**
 * Fills the recognised blanks of a Word form and reads the result back. The bytes given are not changed; parts
 * without a filled blank keep theirs.
 */
export async function fillForm(
  bytes: Uint8Array,
  values: FormValues,
  aliases: FormAliases = {},
): Promise<FormFilling> {
  try {
    return await fillOpened(bytes, await openForm(bytes), values, aliases);
  } catch (error) {
    if (error instanceof UnreadableForm) return error.result;
    throw error;
  }
}

async function fillOpened(
  bytes: Uint8Array,
  form: OpenForm,
  given: FormValues,
  aliases: FormAliases,
): Promise<FormFilling> {
  const book = openLabelBook(aliases);
  const values = openValues(given, book);
  const found = form.stories.map((story) => findSlots(story.root, book));
  const record = new Record();
  const { placed, unplaced } = placeLists(
    found.flatMap(({ rosters }) => rosters),
    values,
    book,
  );
  const rosters: FormRoster[] = [];
  for (const [index, story] of form.stories.entries()) {
    const one = found[index];
    if (!one) continue;
    const places = placesOf(story.root);
    const done = fillRosters(one, placed, values, book, { tickAsked: false });
    fillStory(story, one, values, record, places);
    rosters.push(...done.rosters, ...one.loose);
    for (const { cell, ...filled } of done.written) {
      record.filled.push(filled);
      record.written.push({
        part: story.part,
        label: filled.slot.label,
        value: filled.value,
        ...places.get(cell),
      });
    }
  }
  const changed = new Map<string, Uint8Array>();
  for (const { part, document } of form.stories) {
    if (record.written.some((entry) => entry.part === part)) changed.set(part, await printWordXml(document));
  }
  const result = changed.size === 0 ? bytes : await rewritePackage(form.parts, changed);
  const problems = changed.size === 0 ? [] : readBack(form.parts, result, record.written);
  if (problems.length > 0) return { kind: 'failed', problems };
  const { filled, unfilled, skipped, unknown } = record;
  return {
    kind: 'filled',
    bytes: result,
    filled,
    unfilled,
    skipped,
    unknown,
    rosters,
    unplaced,
  };
}

class Record {
  readonly filled: FilledSlot[] = [];
  readonly unfilled: FormSlot[] = [];
  readonly skipped: SkippedSlot[] = [];
  readonly unknown: FormSlot[] = [];
  readonly written: Written[] = [];
}

function fillStory(
  story: Story,
  { slots }: FoundForm,
  values: ValueBook,
  record: Record,
  places: Places,
): void {
  const context = { tickAsked: asksForTick(allWord(story.root, 'p')) };
  const results = new Map<FoundSlot, () => void>();
  for (const slot of [...slots].sort(writingOrder)) {
    const shown = describeSlot(slot);
    const value = slot.kept === undefined ? values.valueFor(slot, shown) : undefined;
    if (value === undefined) continue;
    const anchors = anchorsOf(slot, value);
    const placeholder = placeholderOf(slot);
    const outcome = writeSlot(slot, value, context);
    results.set(slot, () => {
      if ('skipped' in outcome) record.skipped.push({ slot: shown, reason: outcome.skipped });
      else record.filled.push({ slot: shown, value: outcome.text, ...overLimit(shown, outcome.text) });
    });
    if (!('text' in outcome)) continue;
    for (const { element, text = outcome.text } of anchors) {
      record.written.push({
        ...{ part: story.part, label: shown.label, value: text },
        ...places.get(element),
        ...(placeholder !== undefined && { placeholder }),
      });
    }
  }
  for (const slot of slots) {
    const tell = results.get(slot);
    if (tell) tell();
    else noteUnfilled(describeSlot(slot), record);
  }
}

function noteUnfilled(slot: FormSlot, record: Record): void {
  if (slot.kept !== undefined) return;
  (slot.field === undefined || slot.own === true ? record.unknown : record.unfilled).push(slot);
}

function placeholderOf({ kind, place }: FoundSlot): string | undefined {
  if (kind !== 'placeholder' || place.kind !== 'range') return undefined;
  return readParagraph(place.paragraph).text.slice(place.from, place.to);
}

function overLimit(slot: FormSlot, text: string): { readonly over?: number } {
  const words = countWords(text);
  return slot.limit !== undefined && words > mostWords(slot.limit, slot.limitAbout) ? { over: words } : {};
}

type Places = ReadonlyMap<Element, { readonly cell?: number; readonly paragraph?: number }>;

/** Index of every cell, and of every paragraph outside of tables, as `readTexts` counts them. */
function placesOf(root: Element): Places {
  const places = new Map<Element, { readonly cell?: number; readonly paragraph?: number }>();
  const cells = new Map(allWord(root, 'tc').map((cell, index) => [cell, index]));
  let outside = 0;
  for (const [cell, index] of cells) places.set(cell, { cell: index });
  for (const element of [...allWord(root, 'p'), ...allWord(root, 'sdt')]) {
    const around = cellAround(element);
    const cell = around && cells.get(around);
    if (cell !== undefined) places.set(element, { cell });
    else if (isWord(element, 'p')) places.set(element, { paragraph: outside++ });
    else placeControl(element, places);
  }
  return places;
}

function cellAround(element: Element): Element | undefined {
  for (let node = element.parentNode; node; node = node.parentNode) if (isWord(node, 'tc')) return node;
  return undefined;
}

/** A control within a line is found by its paragraph, one around paragraphs by the first of them. */
function placeControl(
  control: Element,
  places: Map<Element, { readonly cell?: number; readonly paragraph?: number }>,
): void {
  let around = control.parentNode;
  while (around && !isWord(around, 'p')) around = around.parentNode;
  const paragraph = isWord(around, 'p') ? around : (allWord(control, 'p')[0] ?? allWord(control, 'tc')[0]);
  const place = paragraph && places.get(paragraph);
  if (place) places.set(control, place);
}
