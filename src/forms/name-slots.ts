import { looksLikeLabel } from './fold-label.ts';
import type { FoundSlot } from './found-slot.ts';

/**
 * Gives every blank that no field is certain for a name of its own: its label, with the person it asks about in front
 * (指导教师职称), with a number where the same words stand twice. A value said under that name can mean no other blank.
 */
export function nameSlots(slots: readonly FoundSlot[]): readonly FoundSlot[] {
  const names = slots.map((slot) => (isNameable(slot) ? ownWords(slot) : undefined));
  const said = slots.map((slot, index) => names[index] ?? (isCertain(slot) ? slot.label.folded : undefined));
  return slots.map((slot, index) => {
    const name = names[index];
    if (name === undefined) return slot;
    const same = said.flatMap((other, at) => (other === name ? [at] : []));
    return { ...slot, name: same.length === 1 ? name : `${name}（第${same.indexOf(index) + 1}处）` };
  });
}

function isCertain({ kept, doubt, label }: FoundSlot): boolean {
  return kept === undefined && doubt === undefined && label.field !== undefined;
}

function isNameable(slot: FoundSlot): boolean {
  const { kept, doubt, place, label, kind } = slot;
  if (kept !== undefined || doubt === 'running-text' || place.kind === 'nowhere' || isCertain(slot))
    return false;
  if (kind === 'placeholder' || kind === 'control') return label.folded !== '';
  return looksLikeLabel(label.folded);
}

function ownWords({ label, doubt, ownerName = '' }: FoundSlot): string {
  const personal = label.about === 'person' || label.about === 'name' || label.folded === '姓名';
  const owner = personal && doubt !== undefined ? ownerName : '';
  return label.folded.startsWith(owner) ? label.folded : owner + label.folded;
}
