import type { Category } from '../model/notice.ts';
import { stemOf } from '../model/file-name.ts';
import { foldersOf } from './order-paths.ts';
import type { CategoryMatch, CategoryMatcher } from './match-category.ts';

/** What a category was read from; a person's word is `override`. */
export type CategorySource = 'folder' | 'file-name' | 'override' | 'root';

/** Where a file belongs. Files of the same `category` and `folder` are one item. */
export interface Place {
  readonly category?: Category;
  readonly source?: CategorySource;
  /** Of the item; empty: the materials folder itself. */
  readonly folder: string;
  /** It lies in its category's folder or a flat one, not in a folder of the item's own. */
  readonly direct: boolean;
  /** Categories that were equally meant, where it could not be decided. */
  readonly candidates: readonly Category[];
}

export interface PlacingClues {
  readonly matcher: CategoryMatcher;
  /** Settled by a person for what no name settles. */
  readonly override?: Category;
  /** The materials folder's own name. */
  readonly rootName: string;
}

/** Folder first, then file name, then the person's override, then the materials folder's own name. */
export function placeFile(path: string, clues: PlacingClues): Place {
  const folders = foldersOf(path);
  const own = categoryFolder(folders, clues.matcher);
  if (own) return below(folders, own.index + 1, own.category, 'folder');
  const byName = clues.matcher.mentioned(stemOf(path));
  if (byName.kind === 'one') {
    return {
      category: byName.category,
      source: 'file-name',
      folder: folders.join('/'),
      direct: true,
      candidates: [],
    };
  }
  if (clues.override) return below(folders, 0, clues.override, 'override');
  const byRoot = firstOne(clues.rootName, clues.matcher);
  if (byRoot.kind === 'one') return below(folders, 0, byRoot.category, 'root');
  const candidates = [...folders.map((name) => clues.matcher.mentioned(name)), byName, byRoot].flatMap(
    several,
  );
  return { folder: folders.join('/'), direct: folders.length === 0, candidates: [...new Set(candidates)] };
}

/**
 * The outermost folder that is called as a category is; failing that, the outermost that speaks of just one. A
 * plain name anywhere is better than a mention: 教育素材库/党建特色案例 is of the latter.
 */
function categoryFolder(
  folders: readonly string[],
  matcher: CategoryMatcher,
): { index: number; category: Category } | undefined {
  for (const match of [matcher.named, matcher.mentioned]) {
    for (const [index, name] of folders.entries()) {
      const found = match(name);
      if (found.kind === 'one') return { index, category: found.category };
    }
  }
  return undefined;
}

/** Under a category's folder, which ends at `depth`, each direct subfolder is one item with all that lies below. */
function below(folders: readonly string[], depth: number, category: Category, source: CategorySource): Place {
  const direct = folders.length === depth;
  const folder = folders.slice(0, direct ? depth : depth + 1).join('/');
  return { category, source, folder, direct, candidates: [] };
}

function firstOne(text: string, matcher: CategoryMatcher): CategoryMatch {
  const named = matcher.named(text);
  return named.kind === 'none' ? matcher.mentioned(text) : named;
}

function several(match: CategoryMatch): readonly Category[] {
  return match.kind === 'several' ? match.categories : [];
}
