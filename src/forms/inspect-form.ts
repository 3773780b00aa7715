import type { FormAliases, FormInspection } from '../model/form.ts';
import { findSlots } from './find-slots.ts';
import { describeSlot } from './found-slot.ts';
import { describeRoster } from './fill-rosters.ts';
import { openForm } from './open-form.ts';
import { openLabelBook } from './match-label.ts';
import { UnreadableForm } from './unreadable.ts';

/** What a person would fill in a Word form: recognised or not, kept or not. Never changes the bytes. */
export async function inspectForm(bytes: Uint8Array, aliases: FormAliases = {}): Promise<FormInspection> {
  try {
    const form = await openForm(bytes);
    const book = openLabelBook(aliases);
    const found = form.stories.map((story) => findSlots(story.root, book));
    return {
      kind: 'form',
      slots: found.flatMap(({ slots }) => slots.map(describeSlot)),
      others: found.flatMap(({ others }) => others),
      rosters: found.flatMap(({ rosters, loose }) => [...rosters.map(describeRoster), ...loose]),
    };
  } catch (error) {
    if (error instanceof UnreadableForm) return error.result;
    throw error;
  }
}
