import type { PlannedBundle, PlannedForm } from '../model/bundle.ts';
import { FORM_FIELDS, type FormFilled, type FormSlot, type OverLimit } from '../model/form.ts';
import { countWords } from '../model/count-words.ts';
import type { BlankFacts } from '../model/facts.ts';
import type { Item } from '../model/materials.ts';
import type { FormSpec } from '../model/notice.ts';
import type { System } from '../system/system.ts';
import { fillTemplate } from './fill-template.ts';
import { locateBlank, type Blank } from './locate-blank.ts';
import { formValues, type FormSource } from './form-values.ts';

/** Written by hand on the stamped paper, or only where there is something to say. */
export const MAY_STAY_EMPTY: ReadonlySet<string> = new Set(['opinion', 'remark', 'awards', 'fillDate']);

export interface FilledForm {
  readonly planned: PlannedForm;
  readonly bytes: Uint8Array;
  /** Labels of blanks that nothing is known for. */
  readonly empty: readonly string[];
  /** Blanks the form alone has a name for, and nobody has said anything under it. */
  readonly unknown: readonly string[];
  readonly over: readonly OverLimit[];
  /** Every blank of its own, with how much stands there now. */
  readonly blanks: readonly BlankFacts[];
  /** Not one blank could be filled. */
  readonly untouched?: true;
}

export type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Ids of the notice's forms that there is a blank for: one that the notice names, or a built-in one. */
export async function fillableForms(forms: readonly Blank[], system: System): Promise<readonly string[]> {
  const there = await Promise.all(forms.map((form) => system.files.exists(locateBlank(form, system))));
  return forms.filter((_, index) => there[index]).map(({ id }) => id);
}

/** Every form a bundle plans, filled in memory; nothing is written. */
export async function fillForms(
  bundle: PlannedBundle,
  source: Omit<FormSource, 'item' | 'answers' | 'categoryName'> & {
    readonly items: readonly Item[];
    readonly answers: Answers;
    readonly forms: readonly FormSpec[];
  },
  system: System,
): Promise<readonly FilledForm[]> {
  const filled: FilledForm[] = [];
  for (const planned of bundle.forms) {
    const item = source.items.find((candidate) => candidate.path === planned.item);
    if (!item) throw new Error(`the plan names no item of the folder: ${planned.item}`);
    const form = source.forms.find(({ id }) => id === planned.form);
    if (!form) throw new Error(`the plan names no form of the notice: ${planned.form}`);
    const answers = source.answers[item.path] ?? {};
    const values = formValues({ ...source, item, categoryName: bundle.category.name, answers });
    const filling = await fillTemplate(form, values, system);
    filled.push(describe(planned, filling));
  }
  return filled;
}

function describe(planned: PlannedForm, { bytes, filled, unfilled, unknown }: FormFilled): FilledForm {
  const lacking = [...unfilled.filter(mustBeFilled), ...unknown.filter(isAsked)];
  const own = unknown.filter((slot) => slot.own === true && slot.doubt === undefined && !isAsked(slot));
  return {
    planned,
    bytes,
    empty: [...new Set(lacking.map(askedAs))],
    unknown: [...new Set(own.map(askedAs))],
    ...(filled.length === 0 && { untouched: true as const }),
    blanks: [
      ...filled.map(({ slot, value }) => blankOf(slot, countWords(value))),
      ...[...unfilled, ...unknown].map((slot) => blankOf(slot, 0)),
    ],
    over: filled.flatMap(({ slot, over }) =>
      over === undefined || slot.limit === undefined
        ? []
        : [
            {
              label: slot.label,
              limit: slot.limit,
              actual: over,
              ...(slot.limitAbout === true && { about: true as const }),
            },
          ],
    ),
  };
}

function blankOf({ label, field }: FormSlot, words: number): BlankFacts {
  return { label, ...(field !== undefined && { field }), words };
}

const USUAL = new Set<string>(FORM_FIELDS);

function mustBeFilled({ field, required }: FormSlot): boolean {
  return field !== undefined && !MAY_STAY_EMPTY.has(field) && (USUAL.has(field) || required === true);
}

/** A placeholder is never left on paper, and a star is an order. */
function isAsked({ kind, required }: FormSlot): boolean {
  return kind === 'placeholder' || required === true;
}

/** The words under which a person may say what belongs there. */
function askedAs({ kind, label, field, own }: FormSlot): string {
  if (kind === 'placeholder') return `{{${label}}}`;
  return own === true && field !== undefined ? field : label;
}
