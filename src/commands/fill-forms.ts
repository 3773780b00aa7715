import path from 'node:path';
import { fillForm } from '../forms/fill-form.ts';
import type { PlannedBundle, PlannedForm } from '../model/bundle.ts';
import type { FormFilled, FormSlot } from '../model/form.ts';
import type { Item } from '../model/materials.ts';
import { EnvironmentError } from '../model/problems.ts';
import type { System } from '../system/system.ts';
import { formValues, type FormSource } from './form-values.ts';

const MOST_BYTES = 20 * 1024 * 1024;
/** Written by hand on the stamped paper, or only where there is something to say. */
const MAY_STAY_EMPTY = new Set(['opinion', 'remark', 'awards', 'fillDate']);

export interface FilledForm {
  readonly planned: PlannedForm;
  readonly bytes: Uint8Array;
  /** Labels of blanks that nothing is known for. */
  readonly empty: readonly string[];
  /** Labels over their limit, with the 字 they have. */
  readonly over: readonly { readonly label: string; readonly limit: number; readonly actual: number }[];
}

export type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The project's own blanks of the notice's forms, by form id. */
export async function fillableForms(
  forms: readonly { readonly id: string }[],
  system: System,
): Promise<readonly string[]> {
  const there = await Promise.all(forms.map(({ id }) => system.files.exists(templateOf(id, system))));
  return forms.filter((_, index) => there[index]).map(({ id }) => id);
}

/** Every form a bundle plans, filled in memory; nothing is written. */
export async function fillForms(
  bundle: PlannedBundle,
  source: Omit<FormSource, 'item' | 'answers' | 'categoryName'> & {
    readonly items: readonly Item[];
    readonly answers: Answers;
  },
  system: System,
): Promise<readonly FilledForm[]> {
  const filled: FilledForm[] = [];
  for (const planned of bundle.forms) {
    const item = source.items.find((candidate) => candidate.path === planned.item);
    if (!item) throw new Error(`the plan names no item of the folder: ${planned.item}`);
    const template = await system.files.readWhole(templateOf(planned.form, system), MOST_BYTES);
    const answers = source.answers[item.path] ?? {};
    const filling = await fillForm(
      template,
      formValues({ ...source, item, categoryName: bundle.category.name, answers }),
    );
    if (filling.kind !== 'filled') throw damagedTemplate(planned.form);
    filled.push(describe(planned, filling));
  }
  return filled;
}

function describe(planned: PlannedForm, { bytes, filled, unfilled }: FormFilled): FilledForm {
  return {
    planned,
    bytes,
    empty: unfilled.filter(mustBeFilled).map(({ label }) => label),
    over: filled.flatMap(({ slot, over }) =>
      over === undefined || slot.limit === undefined
        ? []
        : [{ label: slot.label, limit: slot.limit, actual: over }],
    ),
  };
}

function mustBeFilled({ field }: FormSlot): boolean {
  return field !== undefined && !MAY_STAY_EMPTY.has(field);
}

function templateOf(form: string, { environment }: System): string {
  return path.join(environment.templates, 'forms', `${form}.docx`);
}

function damagedTemplate(form: string): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `表格模板 ${form}.docx 打不开或填不进去`,
      en: `the form template ${form}.docx cannot be opened or filled`,
    },
    {
      zh: '模板可能被改坏了；请重新安装 four-ones',
      en: 'the template may be damaged; install four-ones again',
    },
  );
}
