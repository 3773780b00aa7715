import { isRole, type Role } from './format.ts';
import type { Item, Part } from './materials.ts';
import type { Category, Notice, Route } from './notice.ts';
import { namedPartOf } from './part-rules.ts';
import { within } from './range.ts';
import type { RoutePiece } from './route-piece.ts';

type Way = Pick<Route, 'of'>;

/** Whether a file goes this way. What is a form goes where forms go, whatever kind of file it is; subtitles follow films. */
export function takesPart({ of }: Way, part: Part, category: Category): boolean {
  if (!of) return true;
  if (part.role === 'form' || part.form !== undefined) {
    return of.some((piece) => isFormPiece(piece) || (piece.kind === 'form' && piece.id === part.form));
  }
  const named = namedPartOf(part, category)?.id;
  return of.some((piece) => takesRole(piece, part.role) || (piece.kind === 'part' && piece.id === named));
}

/** Whether what is filled for a work goes this way. */
export function takesForm({ of }: Way, form: string): boolean {
  return !of || of.some((piece) => isFormPiece(piece) || (piece.kind === 'form' && piece.id === form));
}

/** Whether the 汇总表 and its stamped scan go this way. */
export function takesTable({ of }: Way): boolean {
  return !of || of.some(({ kind }) => kind === 'table');
}

/** Whether every file of this kind, no form among them, goes this way. */
export function takesRole(piece: RoutePiece, role: Role): boolean {
  if (piece.kind === 'works') return role !== 'form';
  return piece.kind === 'role' && (piece.role === role || (piece.role === 'video' && role === 'subtitles'));
}

function isFormPiece(piece: RoutePiece): boolean {
  return piece.kind === 'role' && piece.role === 'form';
}

/** The ways that are open to these works of a category: some are only for so many bytes of what goes there. */
export function openRoutes(
  category: Category,
  items: readonly Item[],
  { routes }: Pick<Notice, 'routes'>,
): readonly Route[] {
  const parts = items.flatMap((item) => item.parts);
  return category.routes
    .flatMap((id) => routes.filter((route) => route.id === id))
    .filter((route) => {
      const going = parts.filter((part) => takesPart(route, part, category));
      return (
        !route.when ||
        within(
          route.when,
          going.reduce((sum, { bytes }) => sum + bytes, 0),
        )
      );
    });
}

/** The notice as a bundle has to meet it that went one way: nothing is asked for that goes another. */
export function noticeOfRoute(notice: Notice, id: string): Notice {
  const route = notice.routes.find((one) => one.id === id);
  if (!route?.of) return notice;
  return { ...notice, categories: notice.categories.map((category) => narrowed(category, route)) };
}

function narrowed(category: Category, route: Route): Category {
  const { of = [] } = route;
  const takes = (role: Role, part?: string) =>
    of.some((piece) => takesRole(piece, role) || (piece.kind === 'part' && piece.id === part));
  const isTaken = (chosen: string) =>
    isRole(chosen)
      ? takes(chosen)
      : category.parts.some(({ value }) => value.named?.id === chosen && takes(value.role, chosen));
  const { summary, ...others } = category;
  return {
    ...others,
    parts: category.parts.filter(({ value }) => takes(value.role, value.named?.id)),
    choices: category.choices.filter(({ value }) => value.of.flat().every(isTaken)),
    forms: category.forms.filter(({ value }) => takesForm(route, value)),
    // Of a part of a work nobody can say how large the whole of it is.
    workSize: [],
    ...(summary && takesTable(route) && { summary }),
  };
}
