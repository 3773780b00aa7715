import type { DoubtReason } from '../model/form.ts';
import type { FoundSlot } from './found-slot.ts';

/** The fields that a contact person has; everything else of a person is the author's or presenter's. */
const OF_CONTACT = new Set(['phone', 'email']);
/** An office has them too. */
const OF_ANYONE = new Set(['phone', 'email', 'post', 'address', 'postcode']);

/** Looks at all slots together: what is asked of whom, and what is asked twice. Doubt is never filled. */
export function settleSlots(found: readonly FoundSlot[], isList: boolean): readonly FoundSlot[] {
  const named = found.map((slot) => nameWorkplace(nameByOwner(slot), found));
  const weighed = named.map((slot) => withDoubt(slot, weakDoubt(slot, named, isList)));
  const accompanied = weighed.map((slot) => withDoubt(slot, lonelyDoubt(slot, weighed)));
  const owned = accompanied.map((slot) => withDoubt(slot, ownerDoubt(slot, accompanied)));
  return owned.map((slot) => withDoubt(slot, repeatDoubt(slot, owned)));
}

function withDoubt(slot: FoundSlot, doubt: DoubtReason | undefined): FoundSlot {
  return doubt === undefined || slot.doubt !== undefined ? slot : { ...slot, doubt };
}

function isOpen(slot: FoundSlot): boolean {
  return slot.kept === undefined && slot.doubt === undefined && slot.label.field !== undefined;
}

/** 姓名 under 联系人 is the contact's. */
function nameByOwner(slot: FoundSlot): FoundSlot {
  const { label, owner } = slot;
  if (label.folded !== '姓名' || owner === undefined || owner === 'other') return slot;
  return { ...slot, label: { ...label, field: owner, weak: false } };
}

/** 单位名称 on a form about one person (性别, 籍贯) is where that person works, not who recommends. */
function nameWorkplace(slot: FoundSlot, all: readonly FoundSlot[]): FoundSlot {
  if (slot.label.field !== 'unit' || slot.label.weak !== true) return slot;
  const personal = all.some((other) => ['gender', 'birth', 'idNumber'].includes(other.label.field ?? ''));
  return personal
    ? { ...slot, label: { ...slot.label, field: 'workplace', about: 'person', weak: false } }
    : slot;
}

function weakDoubt(slot: FoundSlot, all: readonly FoundSlot[], isList: boolean): DoubtReason | undefined {
  if (slot.label.weak !== true || slot.kind === 'placeholder') return undefined;
  const better = all.some((other) => other.label.field === slot.label.field && other.label.weak !== true);
  const company = all.some((other) => isOpen(other) && other.label.field !== slot.label.field);
  return better || isList || !company ? 'ambiguous' : undefined;
}

/** 专业 alone may be a trade of engineering: what only a person has is a person's where a form tells more of one. */
function lonelyDoubt(slot: FoundSlot, all: readonly FoundSlot[]): DoubtReason | undefined {
  if (slot.label.about !== 'person' || slot.kind === 'placeholder' || OF_ANYONE.has(slot.label.field ?? '')) {
    return undefined;
  }
  const company = all.filter((other) => other.label.about === 'name' || other.label.about === 'person');
  return company.some((other) => other.label.field !== slot.label.field) ? undefined : 'ambiguous';
}

function ownerDoubt(slot: FoundSlot, all: readonly FoundSlot[]): DoubtReason | undefined {
  const { field = '', about } = slot.label;
  if (about !== 'person' || slot.owner === undefined || !isOpen(slot)) return undefined;
  const contacts = all.some((other) => other.label.field === 'contact' && other.kind !== 'placeholder');
  const people = all.some((other) => other.label.about === 'name' && other.label.field !== 'contact');
  if (OF_CONTACT.has(field)) return slot.owner !== 'contact' && contacts ? 'someone-else' : undefined;
  return slot.owner === 'contact' && people ? 'someone-else' : undefined;
}

/** The same thing asked twice in one table: of two people when it is theirs, and nobody knows which. */
function repeatDoubt(slot: FoundSlot, all: readonly FoundSlot[]): DoubtReason | undefined {
  if (!isOpen(slot) || slot.kind === 'placeholder' || slot.label.field === 'fillDate') return undefined;
  const same = all.filter(
    (other) =>
      isOpen(other) &&
      other.kind !== 'placeholder' &&
      other.table === slot.table &&
      other.label.field === slot.label.field,
  );
  if (same.length < 2) return undefined;
  const alike = same.filter((other) => other.label.folded === slot.label.folded).length > 1;
  if (slot.label.about === 'person' && alike) return 'ambiguous';
  return same[0] === slot ? undefined : 'ambiguous';
}
