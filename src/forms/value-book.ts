import type { FormField, FormLine, FormSlot, FormValues } from '../model/form.ts';
import { cleanValue } from './clean-value.ts';
import { foldLabel } from './fold-label.ts';
import type { FoundSlot } from './found-slot.ts';
import type { LabelBook } from './match-label.ts';

/** What is to be written, looked up as a form asks for it. */
export interface ValueBook {
  readonly valueFor: (slot: FoundSlot, shown: FormSlot) => string | undefined;
  /** By an id or a label, outside of any form. */
  readonly valueNamed: (name: string) => string | undefined;
  /** Lines for rosters, in the order they were given. */
  readonly lists: readonly SaidList[];
}

export interface SaidList {
  readonly name: string;
  readonly lines: readonly FormLine[];
}

/** Reads the values by their field, by the printed label, and by any other label of the same field (指导老师 for 指导教师). */
export function openValues(values: FormValues, book: LabelBook): ValueBook {
  const said = new Map<string, string>();
  const fields = new Map<FormField, string>();
  const lists: SaidList[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') lists.push({ name, lines: value });
    else {
      const cleaned = cleanValue(value);
      fields.set(name, cleaned);
      for (const key of keysOf(name)) said.set(key, cleaned);
    }
  }
  const synonyms = readSynonyms(values, book);
  const fieldValue = (field: FormField): string | undefined => fields.get(field) ?? synonyms.get(field);
  return {
    valueFor: (slot, shown) => valueFor(slot, shown, said, fieldValue),
    valueNamed: (name) => present(said.get(exact(name))) ?? ofFields(fieldsNamed(name, book), fieldValue),
    lists,
  };
}

/** A name as printed, as a placeholder too, and without its hints; a numbered one (日期（第2处）) means that blank alone. */
function keysOf(name: string): readonly string[] {
  const whole = exact(name);
  return /\(第\d+处\)$/.test(whole) ? [whole] : [whole, foldLabel(name).folded];
}

function exact(name: string): string {
  return name.normalize('NFKC').replace(/[\s:{}$]/g, '');
}

/** Values said under another label of a field; where two of them differ, nobody knows which is meant. */
function readSynonyms(values: FormValues, book: LabelBook): ReadonlyMap<FormField, string> {
  const found = new Map<FormField, Map<boolean, Set<string>>>();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') continue;
    const { field, also, owner, weak = false } = book.match(name);
    if (field === undefined || also || (owner !== undefined && owner !== 'contact')) continue;
    const byWeight = found.get(field) ?? new Map<boolean, Set<string>>();
    byWeight.set(weak, (byWeight.get(weak) ?? new Set()).add(cleanValue(value)));
    found.set(field, byWeight);
  }
  const entries = [...found].map(
    ([field, byWeight]) => [field, [...(byWeight.get(false) ?? byWeight.get(true) ?? [])]] as const,
  );
  return new Map(
    entries.flatMap(([field, [only, ...others]]) =>
      only === undefined || others.length > 0 ? [] : [[field, only]],
    ),
  );
}

/** A value named by the printed label wins; several fields of one label only where all are there. */
function valueFor(
  slot: FoundSlot,
  shown: FormSlot,
  said: ReadonlyMap<string, string>,
  fieldValue: (field: FormField) => string | undefined,
): string | undefined {
  if (slot.name !== undefined) return present(said.get(exact(slot.name)));
  if (shown.field === undefined) return undefined;
  const byLabel = present(said.get(exact(shown.label)));
  if (byLabel !== undefined) return byLabel;
  const fields = [shown.field, ...(shown.also ?? [])];
  const nothing = fields.every((field) => present(fieldValue(field)) === undefined);
  return nothing && shown.noneAsked === true && shown.field === 'awards'
    ? '无'
    : ofFields(fields, fieldValue);
}

/** None where it is another person than ours whose telephone is asked for. */
function fieldsNamed(name: string, book: LabelBook): readonly FormField[] {
  const { field = book.fieldNamed(name), also = [], owner = 'contact' } = book.match(name);
  return field === undefined || owner !== 'contact' ? [] : [field, ...also];
}

/** Of all of them, or none. */
function ofFields(
  fields: readonly FormField[],
  fieldValue: (field: FormField) => string | undefined,
): string | undefined {
  const asked = [...new Set(fields)];
  const found = asked.flatMap((field) => present(fieldValue(field)) ?? []);
  return found.length > 0 && found.length === asked.length ? [...new Set(found)].join('　') : undefined;
}

function present(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
