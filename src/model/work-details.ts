import { fieldOfKey, foldKey } from './info-words.ts';
import type { ItemInfo } from './materials.ts';
import { INFO_FIELDS, type InfoField } from './notice.ts';
import { variablesIn } from './variables-in.ts';

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
  return INFO_FIELDS.find((field) => field === variable) ?? fieldOfKey(variable);
}

/** Whether a variable of a name asks for what a work says of itself; `{date}` is the day on which it is handed in. */
export function isDetail(variable: string): boolean {
  return variable !== 'date' && (fieldOfVariable(variable) !== undefined || isLabel(variable));
}

/** What of a work a pattern asks for. */
export function detailsIn(pattern: string): readonly string[] {
  return variablesIn(pattern).filter(isDetail);
}

/** What somebody has to say of a work for a pattern; a title every work has, if only from its folder. */
export function detailsToSay(pattern: string): readonly string[] {
  return detailsIn(pattern).filter((detail) => fieldOfVariable(detail) !== 'title');
}

/** A word that people write over what they say, not an id of ours: a misspelt id cannot be one. */
export function isLabel(variable: string): boolean {
  return /\P{ASCII}/u.test(variable);
}
