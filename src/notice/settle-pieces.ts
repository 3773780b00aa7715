import { ROLES, type Role } from '../model/format.ts';
import type { Category, FormSpec, Route } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import { takesForm, takesRole, takesTable } from '../model/route-contents.ts';
import type { RoutePiece } from '../model/route-piece.ts';
import { placeOfEntry } from './find-stated.ts';
import type { Layer, Reference } from './layer.ts';
import { choices } from './say.ts';

/** What a route may be said to take, besides kinds of files, forms and named parts. */
const WORKS = '作品';
const TABLE = '汇总表';

interface Known {
  readonly categories: readonly Category[];
  readonly forms: readonly FormSpec[];
}

/** What a route takes, each by its id or by the name that the notice gives it. */
export function settlePieces(stated: readonly Reference<string>[], known: Known): readonly RoutePiece[] {
  return stated.map(({ to, place }) => {
    const piece = pieceOf(to, known);
    if (piece) return piece;
    const { zh, en } = choices(to, wordsOf(known));
    throw new UsageError({ zh: `没有“${to}”可报，${zh}`, en: `there is no “${to}” to send; ${en}` }, place);
  });
}

function pieceOf(word: string, { categories, forms }: Known): RoutePiece | undefined {
  if (word === WORKS) return { kind: 'works' };
  const role = ROLES.find((one) => one === word);
  if (role) return { kind: 'role', role };
  const form = named(forms, word);
  if (form) return { kind: 'form', id: form.id };
  const part = named(partsOf(categories), word);
  if (part) return { kind: 'part', id: part.id };
  return tablesOf(categories).includes(word) ? { kind: 'table' } : undefined;
}

function named<T extends { readonly id: string; readonly name: string }>(
  all: readonly T[],
  word: string,
): T | undefined {
  return all.find(({ id, name }) => id === word || name === word);
}

function wordsOf({ categories, forms }: Known): readonly string[] {
  const names = [...forms, ...partsOf(categories)].map(({ name }) => name);
  return [...new Set([WORKS, ...tablesOf(categories), ...names, ...ROLES])];
}

function partsOf(categories: readonly Category[]) {
  return categories.flatMap(({ parts }) => parts.flatMap(({ value }) => value.named ?? []));
}

/** What the notice calls its tables of all works, and what everybody calls them. */
function tablesOf(categories: readonly Category[]): readonly string[] {
  const names = categories.flatMap(({ summary }) => summary?.value.name ?? []);
  return names.length === 0 ? [] : [...names, TABLE];
}

/** Where every way of a category takes only some of it, together they must take all: what goes nowhere would be lost. */
export function checkCoverage(routes: readonly Route[], known: Known, layers: readonly Layer[]): void {
  for (const category of known.categories) {
    const ways = routes.filter(({ id }) => category.routes.includes(id));
    const lost = lostOf(category, ways, known);
    if (lost === undefined) continue;
    const words = {
      zh: `类别“${category.name}”的“${lost}”没有一个去处收：请写进哪个去处的 of，或者去掉一个 of（不写 of 的什么都收）`,
      en: `no route of the category “${category.name}” takes its “${lost}”: name it in the “of” of a route, or leave out one “of” (a route without takes everything)`,
    };
    throw new UsageError(words, placeOfEntry(layers, 'categories', category.id));
  }
}

function lostOf(category: Category, ways: readonly Route[], { forms }: Known): string | undefined {
  if (ways.length === 0 || ways.some(({ of }) => of === undefined)) return undefined;
  const form = category.forms.find(({ value }) => !ways.some((way) => takesForm(way, value)));
  if (form) return forms.find(({ id }) => id === form.value)?.name ?? form.value;
  if (category.summary && !ways.some(takesTable)) return category.summary.value.name;
  const pieces = ways.flatMap(({ of = [] }) => of);
  return category.accepts.find(
    (role) => role !== 'form' && !pieces.some((piece) => covers(piece, role, category)),
  );
}

/** A part that is told apart may be all there is of its kind. */
function covers(piece: RoutePiece, role: Role, { parts }: Category): boolean {
  if (takesRole(piece, role)) return true;
  return (
    piece.kind === 'part' && parts.some(({ value }) => value.role === role && value.named?.id === piece.id)
  );
}
