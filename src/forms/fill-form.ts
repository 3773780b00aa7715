import type {
  FilledSlot,
  FormAliases,
  FormFilling,
  FormSlot,
  FormValues,
  SkippedSlot,
} from '../model/form.ts';
import { cleanValue } from './clean-value.ts';
import { countWords } from '../model/count-words.ts';
import { findSlots, type FoundForm } from './find-slots.ts';
import { foldLabel } from './fold-label.ts';
import { rewritePackage } from './form-package.ts';
import { describeSlot, type FoundSlot } from './found-slot.ts';
import { openLabelBook } from './match-label.ts';
import { openForm, type OpenForm, type Story } from './open-form.ts';
import { readParagraph } from './paragraph-text.ts';
import { readBack, type Written } from './read-back.ts';
import { UnreadableForm } from './unreadable.ts';
import { allWord, isWord, printWordXml, type Element } from './word-xml.ts';
import { anchorOf, asksForTick, writeSlot, writingOrder } from './write-slot.ts';

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
    return await fillOpened(bytes, await openForm(bytes), readValues(values), aliases);
  } catch (error) {
    if (error instanceof UnreadableForm) return error.result;
    throw error;
  }
}

async function fillOpened(
  bytes: Uint8Array,
  form: OpenForm,
  values: ValueBook,
  aliases: FormAliases,
): Promise<FormFilling> {
  const book = openLabelBook(aliases);
  const found = form.stories.map((story) => findSlots(story.root, book));
  const record = new Record();
  for (const [index, story] of form.stories.entries()) fillStory(story, found[index], values, record);
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
    rosters: found.flatMap((one) => one.rosters),
  };
}

class Record {
  readonly filled: FilledSlot[] = [];
  readonly unfilled: FormSlot[] = [];
  readonly skipped: SkippedSlot[] = [];
  readonly unknown: FormSlot[] = [];
  readonly written: Written[] = [];
}

function fillStory(story: Story, found: FoundForm | undefined, values: ValueBook, record: Record): void {
  const slots = found?.slots ?? [];
  const context = { tickAsked: asksForTick(allWord(story.root, 'p')) };
  const places = placesOf(story.root);
  const results = new Map<FoundSlot, () => void>();
  for (const slot of [...slots].sort(writingOrder)) {
    const shown = describeSlot(slot);
    const value = slot.kept === undefined ? valueFor(slot, shown, values) : undefined;
    if (value === undefined) continue;
    const anchor = anchorOf(slot);
    const placeholder = placeholderOf(slot);
    const outcome = writeSlot(slot, value, context);
    results.set(slot, () => {
      if ('skipped' in outcome) record.skipped.push({ slot: shown, reason: outcome.skipped });
      else record.filled.push({ slot: shown, value: outcome.text, ...overLimit(shown, outcome.text) });
    });
    if ('text' in outcome && anchor) {
      record.written.push({
        ...{ part: story.part, label: shown.label, value: outcome.text },
        ...places.get(anchor),
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
  (slot.field === undefined ? record.unknown : record.unfilled).push(slot);
}

function placeholderOf({ kind, place }: FoundSlot): string | undefined {
  if (kind !== 'placeholder' || place.kind !== 'range') return undefined;
  return readParagraph(place.paragraph).text.slice(place.from, place.to);
}

function overLimit(slot: FormSlot, text: string): { readonly over?: number } {
  const words = countWords(text);
  return slot.limit !== undefined && words > slot.limit ? { over: words } : {};
}

/** Values by field and by folded label. */
type ValueBook = ReadonlyMap<string, string>;

function readValues(values: FormValues): ValueBook {
  const entries = Object.entries(values).map(([name, value]) => [name, cleanValue(value)] as const);
  return new Map(
    entries.flatMap(([name, value]) => [
      [name, value],
      [`label:${foldLabel(name).folded}`, value],
    ]),
  );
}

/** A value named by the printed label wins; several fields of one label only where all are there. */
function valueFor(slot: FoundSlot, shown: FormSlot, values: ValueBook): string | undefined {
  const byLabel =
    slot.doubt === undefined || slot.doubt === 'unknown-label'
      ? values.get(`label:${shown.label}`)
      : undefined;
  if (byLabel !== undefined && byLabel !== '') return byLabel;
  if (shown.field === undefined) return undefined;
  const fields = [...new Set([shown.field, ...(shown.also ?? [])])];
  const found = fields.flatMap((field) => values.get(field) ?? []).filter((value) => value !== '');
  if (found.length === fields.length) return [...new Set(found)].join('　');
  return shown.noneAsked === true && found.length === 0 && shown.field === 'awards' ? '无' : undefined;
}

/** Index of every cell, and of every paragraph outside of tables, as `readTexts` counts them. */
function placesOf(
  root: Element,
): ReadonlyMap<Element, { readonly cell?: number; readonly paragraph?: number }> {
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
