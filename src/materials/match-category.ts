import type { Category } from '../model/notice.ts';
import { foldName, foldTitle } from './fold-name.ts';

export type CategoryMatch =
  | { readonly kind: 'one'; readonly category: Category }
  | { readonly kind: 'several'; readonly categories: readonly Category[] }
  | { readonly kind: 'none' };

/** Which category a name is, or speaks of. */
export interface CategoryMatcher {
  /** The name is a category's id, name or alias. */
  readonly named: (text: string) => CategoryMatch;
  /** The name contains a category's name or alias; the longest that it contains counts. */
  readonly mentioned: (text: string) => CategoryMatch;
}

interface Label {
  readonly words: string;
  readonly category: Category;
}

export function categoryMatcher(categories: readonly Category[]): CategoryMatcher {
  const labels = categories.flatMap((category) =>
    [category.name, ...category.aliases].map((words): Label => ({ words: foldTitle(words), category })),
  );
  const ids = categories.map((category): Label => ({ words: foldName(category.id), category }));
  const exact = [...labels, ...ids];
  return {
    named: remembering((text) => {
      const words = foldTitle(text);
      return among(exact.filter((label) => label.words === words || label.words === foldName(text)));
    }),
    mentioned: remembering((text) => {
      const words = foldName(text);
      const found = labels.filter((label) => label.words !== '' && words.includes(label.words));
      const longest = Math.max(...found.map((label) => label.words.length));
      return among(found.filter((label) => label.words.length === longest));
    }),
  };
}

function among(labels: readonly Label[]): CategoryMatch {
  const categories = [...new Set(labels.map((label) => label.category))];
  const [first, ...others] = categories;
  if (!first) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', category: first } : { kind: 'several', categories };
}

/** Thousands of files share their folders' names. */
function remembering(match: (text: string) => CategoryMatch): (text: string) => CategoryMatch {
  const known = new Map<string, CategoryMatch>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const found = match(text);
    known.set(text, found);
    return found;
  };
}
