import { inspectForm } from '../forms/inspect-form.ts';
import type { BlankFacts, FormFacts } from '../model/facts.ts';
import { FORM_FIELDS, mostWords, type FormInspected, type FormSlot, type OverLimit } from '../model/form.ts';
import type { Files } from '../system/system.ts';

/** Forms are small; a document of pictures is none. */
const MOST_BYTES = 20 * 1024 * 1024;

/** A form asks for some dozens of things. */
const MOST_BLANKS = 500;

const USUAL = new Set<string>(FORM_FIELDS);
/** Filled by others, by hand on the stamped paper, or only where there is something to say. */
const MAY_STAY_EMPTY = new Set(['opinion', 'remark', 'fillDate']);

/** The blanks of a Word document by their labels. Undefined where nobody would take it for a form. */
export async function seeBlanks(path: string, files: Files): Promise<FormFacts | undefined> {
  const opened = await files.open(path);
  try {
    if (opened.bytes > MOST_BYTES) return undefined;
    const inspection = await inspectForm(await opened.read(0, opened.bytes));
    return inspection.kind === 'form' ? describe(inspection) : undefined;
  } finally {
    await opened.close();
  }
}

function describe({ slots, others }: FormInspected): FormFacts {
  const own = slots.filter(({ kept }) => kept === undefined || kept === 'filled');
  const placeholders = slots.filter(({ kind }) => kind === 'placeholder').map(({ label }) => `{{${label}}}`);
  const known = own.filter(
    ({ field, kind }) =>
      field !== undefined && USUAL.has(field) && !MAY_STAY_EMPTY.has(field) && kind !== 'placeholder',
  );
  const over = own.flatMap(overOf);
  return {
    empty: [
      ...labels(
        known.filter((slot) => !isFilled(slot) && (slot.field !== 'awards' || slot.noneAsked === true)),
      ),
      ...new Set(placeholders),
    ],
    filled: labels(known.filter(isFilled)),
    unknown: labels(own.filter((slot) => isRare(slot) && !isFilled(slot))),
    blanks: [...own.map(blankOf), ...others].slice(0, MOST_BLANKS),
    ...(over.length > 0 && { over }),
    ...saidOf(own),
  };
}

function blankOf({ label, field, words }: FormSlot): BlankFacts {
  return { label, ...(field !== undefined && { field }), words: words ?? 0 };
}

/** Of a meaning that the form alone knows: nobody can say whether it is to be filled. */
function isRare({ field, doubt, kind }: FormSlot): boolean {
  if (doubt !== undefined || kind === 'placeholder') return doubt === 'unknown-label';
  return field === undefined || !USUAL.has(field);
}

function overOf({ label, limit, limitAbout, words }: FormSlot): readonly OverLimit[] {
  if (limit === undefined || words === undefined) return [];
  if (words <= mostWords(limit, limitAbout)) return [];
  return [{ label, limit, actual: words, ...(limitAbout === true && { about: true as const }) }];
}

/** What the form says of the work itself, for comparing it with the work. */
function saidOf(slots: readonly FormSlot[]): Pick<FormFacts, 'said'> {
  const duration = onlyValue(slots, 'duration');
  const title = onlyValue(slots, 'title');
  if (duration === undefined && title === undefined) return {};
  return { said: { ...(duration !== undefined && { duration }), ...(title !== undefined && { title }) } };
}

/** Two different values speak of two works: then nobody can say which of them this one is. */
function onlyValue(slots: readonly FormSlot[], field: string): string | undefined {
  const values = slots.flatMap((slot) =>
    slot.field === field && slot.holds?.trim() ? [slot.holds.trim()] : [],
  );
  return new Set(values).size === 1 ? values[0] : undefined;
}

function isFilled({ kept, holds }: FormSlot): boolean {
  return kept === 'filled' || (holds !== undefined && holds.trim() !== '');
}

function labels(slots: readonly FormSlot[]): readonly string[] {
  return [...new Set(slots.map(({ label }) => label))];
}
