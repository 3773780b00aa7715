import { baseName, stemOf } from '../model/file-name.ts';
import type { SniffedFile } from '../model/materials.ts';
import type { Category, Notice } from '../model/notice.ts';
import { chooseRole } from './choose-role.ts';
import { matchTable } from './match-form.ts';
import { foldersOf } from './order-paths.ts';
import { placeFile, type PlacingClues } from './place-file.ts';

/** A stamped scan of the 汇总表 of one category, which is of no work. */
export interface FoundTable {
  readonly category: Category;
  readonly file: SniffedFile;
}

/**
 * Scans that are called as a 汇总表 is of which the notice wants a stamped one, wherever they lie; all other files are
 * material. Where several categories have tables of their own, folder or name say which one is meant.
 */
export function findTables(
  files: readonly SniffedFile[],
  notice: Notice,
  clues: PlacingClues,
): { readonly tables: readonly FoundTable[]; readonly others: readonly SniffedFile[] } {
  const wanting = notice.categories.filter(({ summary }) => summary?.value.stamped === true);
  if (wanting.length === 0) return { tables: [], others: files };
  const tables = files.flatMap((file) => {
    const category = isScan(file) ? categoryOf(file, wanting, notice, clues) : undefined;
    return category ? [{ category, file }] : [];
  });
  const found = new Set(tables.map(({ file }) => file));
  return { tables, others: files.filter((file) => !found.has(file)) };
}

function isScan({ path, format }: SniffedFile): boolean {
  const name = baseName(path);
  return chooseRole({ name, folder: foldersOf(path).at(-1), format, isForm: true }) === 'scan';
}

function categoryOf(
  { path }: SniffedFile,
  wanting: readonly Category[],
  { forms }: Notice,
  clues: PlacingClues,
): Category | undefined {
  const called = wanting.filter(({ summary }) => summary && matchTable(stemOf(path), summary.value, forms));
  const placed = placeFile(path, clues).category;
  if (placed) return called.find(({ id }) => id === placed.id);
  const [first, ...others] = called;
  return others.every(({ summary }) => summary?.value.per === 'notice') ? first : undefined;
}
