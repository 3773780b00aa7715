import type { Item, Part } from '../model/materials.ts';
import type { MediaRules } from '../model/notice.ts';
import { findSections, namesOf } from './find-sections.ts';

/** Whose work it is, as far as the config says. */
export interface Persons {
  readonly org?: string;
  /** Of the contact person. */
  readonly contact?: string;
}

export interface SeekCase {
  readonly part: Part;
  readonly item: Item;
  readonly media: MediaRules;
  readonly persons: Persons;
}

/** Which words have to be looked for in a text before it can be judged; none for most, and no file is opened again. */
export function wordsToSeek(input: SeekCase): readonly string[] {
  return [...new Set([...missedSections(input), ...signers(input)])];
}

export function authorsOf({ info }: Item): readonly string[] {
  return [info?.fields.authors ?? []].flat();
}

function missedSections({ part, media }: SeekCase): readonly string[] {
  const outline = part.facts.text?.outline;
  if (!media.sections || !outline) return [];
  return findSections(outline, media.sections.value).flatMap(({ section, heading, mentioned }) =>
    heading || mentioned ? [] : namesOf(section),
  );
}

function signers({ item, media, persons: { org } }: SeekCase): readonly string[] {
  const asked = media.signature?.value ?? [];
  return [
    ...(asked.includes('unit') && org !== undefined ? [org] : []),
    ...(asked.includes('name') ? authorsOf(item) : []),
  ];
}
