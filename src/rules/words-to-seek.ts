import type { Item, Part } from '../model/materials.ts';
import type { MediaRules } from '../model/media-rules.ts';
import { findSections, namesOf } from './find-sections.ts';
import { namesToHide } from './names-to-hide.ts';
import { authorsOf, type Persons } from './persons.ts';

export interface SeekCase {
  readonly part: Part;
  readonly item: Item;
  readonly media: MediaRules;
  readonly persons: Persons;
}

/** Which words have to be looked for in a text before it can be judged; none for most, and no file is opened again. */
export function wordsToSeek(input: SeekCase): readonly string[] {
  return [...new Set([...missedSections(input), ...signers(input), ...hidden(input)])];
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

function hidden({ item, media, persons }: SeekCase): readonly string[] {
  return media.anonymous ? namesToHide(item, persons).words : [];
}
