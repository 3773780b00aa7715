import { oneLine } from './clean-value.ts';
import { choicesOf } from './find-controls.ts';
import type { FoundSlot } from './found-slot.ts';
import { isPrompt, readParagraph } from './paragraph-text.ts';
import { chooseBoxes, tickBoxes } from './write-boxes.ts';
import { writeControl } from './write-control.ts';
import type { Outcome } from './write-outcome.ts';
import { spelledDay, writeSkeleton } from './write-skeleton.ts';
import { writeBelowLabel, writeCell, writeRange } from './write-text.ts';
import { allWord, type Element } from './word-xml.ts';

export interface WriteContext {
  /** The form asks for a tick (√) in its boxes. */
  readonly tickAsked: boolean;
}

/** Writes one value where its slot says. */
export function writeSlot(slot: FoundSlot, value: string, context: WriteContext): Outcome {
  const { place } = slot;
  switch (place.kind) {
    case 'cell':
      return writeWhole(place, value);
    case 'below-label':
      writeBelowLabel(place, spelledDay(value));
      return { text: spelledDay(value) };
    case 'range':
      writeRange(place, spelledDay(value), slot.kind === 'placeholder');
      return { text: spelledDay(value) };
    case 'skeleton':
      return writeSkeleton(place.paragraph, place.gaps, oneLine(value));
    case 'boxes': {
      if (place.boxes.some((box) => box.checked)) return { skipped: 'filled' };
      const chosen = chooseBoxes(place.boxes, value);
      if (!chosen) return { skipped: 'no-option' };
      tickBoxes(chosen, context.tickAsked);
      return { text: chosen.map((box) => box.option).join('、') };
    }
    case 'control':
      return writeControl(place.control, place.choices, spelledDay(value));
    case 'nowhere':
      return { skipped: 'filled' };
  }
}

/** A cell may hold a content control that shows its prompt: then the value belongs in there. */
function writeWhole(place: Extract<FoundSlot['place'], { kind: 'cell' }>, value: string): Outcome {
  const control = promptIn(place.cell);
  if (control) return writeControl(control, choicesOf(control), spelledDay(value));
  writeCell(place, spelledDay(value));
  return { text: spelledDay(value) };
}

function promptIn(cell: Element): Element | undefined {
  const around = cell.parentNode?.parentNode;
  const controls = [...allWord(cell, 'sdt'), ...(around?.nodeType === 1 ? ownControl(cell) : [])];
  return controls.find(isPrompt);
}

/** w:sdt around the cell itself. */
function ownControl(cell: Element): readonly Element[] {
  const around = cell.parentNode?.parentNode;
  return around ? allWord(around.parentNode ?? around, 'sdt').filter((control) => control === around) : [];
}

/** Where a value will be found again; `text`: what stands there, if not the whole value. */
export interface Anchor {
  readonly element: Element;
  readonly text?: string;
}

/** What a place touches, for finding it again; boxes of one choice may lie in several cells. */
export function anchorsOf({ place }: FoundSlot, value: string): readonly Anchor[] {
  switch (place.kind) {
    case 'cell':
      return [{ element: place.cell }];
    case 'below-label':
      return [{ element: place.label }];
    case 'range':
    case 'skeleton':
      return [{ element: place.paragraph }];
    case 'boxes':
      return (chooseBoxes(place.boxes, value) ?? []).map(({ paragraph, option }) => ({
        element: paragraph,
        text: option,
      }));
    case 'control':
      return [{ element: place.control }];
    case 'nowhere':
      return [];
  }
}

/** Texts of one paragraph are written from its end, so that positions before them stay true. */
export function writingOrder(a: FoundSlot, b: FoundSlot): number {
  const start = ({ place }: FoundSlot): number =>
    place.kind === 'range' ? place.from : (placeStart(place) ?? 0);
  return start(b) - start(a);
}

function placeStart(place: FoundSlot['place']): number | undefined {
  if (place.kind === 'skeleton') return place.gaps[0]?.from;
  return place.kind === 'boxes' ? place.boxes[0]?.at : undefined;
}

export function asksForTick(paragraphs: readonly Element[]): boolean {
  return paragraphs.some((paragraph) => /[√✓]/.test(readParagraph(paragraph).text));
}
