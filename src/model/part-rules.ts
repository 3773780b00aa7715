import { stemOf } from './file-name.ts';
import type { Role } from './format.ts';
import type { MediaRules } from './media-rules.ts';
import type { Category, NamedPart, Notice } from './notice.ts';
import { foldWords } from './sought.ts';

interface AnyPart {
  readonly path: string;
  readonly role: Role;
}

/** The named part of its category that a file is: the first one of its role, a word of which stands in its name. */
export function namedPartOf({ path, role }: AnyPart, category: Category | undefined): NamedPart | undefined {
  const stem = foldWords(stemOf(path));
  return category?.parts
    .flatMap(({ value }) => (value.named && value.role === role ? [value.named] : []))
    .find(({ words }) => words.some((word) => stem.includes(foldWords(word))));
}

/** What is asked of a file, by its category, its role, and the named part that it is. */
export function mediaRulesOf(part: AnyPart, category: Category | undefined, notice: Notice): MediaRules {
  return namedPartOf(part, category)?.media ?? (category?.media ?? notice.media)[part.role] ?? {};
}
