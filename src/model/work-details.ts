import { INFO_FIELD_BY_WORD } from './info-words.ts';
import type { ItemInfo } from './materials.ts';
import { INFO_FIELDS, type InfoField } from './notice.ts';

/**
 * What a work says of itself, as a pattern asks for it: by a field's id, or by a label of 作品信息.yaml (`{班级}`).
 * Undefined where nobody says.
 */
export function workDetail(
  info: ItemInfo | undefined,
  variable: string,
): string | readonly string[] | undefined {
  const field = fieldOfVariable(variable);
  if (field) return info?.fields[field];
  const label = foldKey(variable);
  return Object.entries(info?.others ?? {}).find(([key]) => foldKey(key) === label)?.[1];
}

/** In a pattern one may write `author` too, and what 作品信息.yaml calls it. */
export function fieldOfVariable(variable: string): InfoField | undefined {
  if (variable === 'author') return 'authors';
  return INFO_FIELDS.find((field) => field === variable) ?? INFO_FIELD_BY_WORD.get(foldKey(variable));
}

/** Whether a variable of a name asks for what a work says of itself; `{date}` is the day on which it is handed in. */
export function isDetail(variable: string): boolean {
  return variable !== 'date' && (fieldOfVariable(variable) !== undefined || isLabel(variable));
}

/** A word that people write over what they say, not an id of ours: a misspelt id cannot be one. */
export function isLabel(variable: string): boolean {
  return /\P{ASCII}/u.test(variable);
}

export function foldKey(label: string): string {
  return label.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
