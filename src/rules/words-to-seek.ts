import type { Part } from '../model/materials.ts';
import type { MediaRules } from '../model/notice.ts';
import { findSections, namesOf } from './find-sections.ts';

/** Whose work it is, as far as anybody said. */
export interface Persons {
  readonly org?: string;
  /** Of the contact person. */
  readonly contact?: string;
}

/** Which words have to be looked for in a text before it can be judged; none for most, and no file is opened again. */
export function wordsToSeek(part: Part, media: MediaRules): readonly string[] {
  return [...new Set(missedSections(part, media))];
}

function missedSections({ facts }: Part, { sections }: MediaRules): readonly string[] {
  const outline = facts.text?.outline;
  if (!sections || !outline) return [];
  return findSections(outline, sections.value).flatMap(({ section, heading, mentioned }) =>
    heading || mentioned ? [] : namesOf(section),
  );
}
