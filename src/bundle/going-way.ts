import type { PlannedFile, PlannedSummary } from '../model/bundle.ts';
import type { Item } from '../model/materials.ts';
import type { Category, FormSpec, Route } from '../model/notice.ts';
import { takesForm, takesPart, takesTable } from '../model/route-contents.ts';
import type { NamedItem } from './name-items.ts';

/** What of a category goes one way. Names are given to all of it first: a file is called the same whichever way it goes. */
export interface GoingWay {
  readonly item: (item: Item) => Item;
  readonly named: (named: NamedItem, item: Item | undefined) => NamedItem;
  readonly forms: (forms: readonly FormSpec[]) => readonly FormSpec[];
  readonly tables: <T extends PlannedSummary | PlannedFile>(tables: readonly T[]) => readonly T[];
}

/** Without a route nobody knows where anything goes: all of it lies in one bundle. */
export function goingWay(route: Route | undefined, category: Category): GoingWay {
  const way = route ?? {};
  const goes = (part: Item['parts'][number]) => takesPart(way, part, category);
  return {
    item: (item) => ({ ...item, parts: item.parts.filter(goes) }),
    named: ({ files, forms }, item) => {
      const going = new Set(item?.parts.filter(goes).map(({ path }) => path));
      return {
        files: files.filter(({ source }) => going.has(source)),
        forms: forms.filter(({ form }) => takesForm(way, form)),
      };
    },
    forms: (forms) => forms.filter(({ id }) => takesForm(way, id)),
    tables: (tables) => (takesTable(way) ? tables : []),
  };
}
