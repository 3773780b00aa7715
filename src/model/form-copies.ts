import type { FormCopy } from './form.ts';
import type { Item, Part } from './materials.ts';

/** The copies of one form that lie with a work. */
export function formCopies(item: Item, form: string, copy: FormCopy): readonly Part[] {
  return item.parts.filter((part) => part.form === form && copyOf(part) === copy);
}

function copyOf({ role }: Part): FormCopy {
  return role === 'scan' || role === 'photo' ? 'stamped' : 'word';
}

/** Whether a form is still to be filled for this work: one that a person has handed in already is not made again. */
export function isToFill(
  item: Item,
  { id, copies }: { readonly id: string; readonly copies?: readonly FormCopy[] },
): boolean {
  if (copies?.includes('word') === true) return formCopies(item, id, 'word').length === 0;
  return !item.parts.some((part) => part.form === id);
}

/** Whether the notice wants it stamped and nobody has laid the scan beside the work yet. */
export function lacksStamp(
  item: Item,
  { id, copies = [] }: { readonly id: string; readonly copies?: readonly FormCopy[] },
): boolean {
  return copies.includes('stamped') && formCopies(item, id, 'stamped').length === 0;
}
