import type { Item } from '../model/materials.ts';
import type { Category } from '../model/notice.ts';
import { sharingTable } from '../model/table-scans.ts';

/** What a person writes into 作品信息.yaml to say which work comes first. */
const ORDER_KEYS: ReadonlySet<string> = new Set(['顺序', '排序', '推荐顺序', '序号', 'order']);

/** Works in the order of their numbers: as a person numbers them, the others after these as they lie in the folder. */
function inSequence(items: readonly Item[]): readonly Item[] {
  const ranked = items.map((item, place) => ({ item, place, rank: rankOf(item) }));
  return ranked
    .sort((one, other) => (one.rank === other.rank ? one.place - other.place : one.rank - other.rank))
    .map(({ item }) => item);
}

function rankOf({ info }: Item): number {
  const said = Object.entries(info?.others ?? {}).find(([key]) => ORDER_KEYS.has(key.trim().toLowerCase()));
  const rank = said === undefined ? NaN : Number(said[1].normalize('NFKC').trim());
  return Number.isFinite(rank) ? rank : Infinity;
}

/** A work with its number, which file names and the 汇总表 share: as many digits as the last one needs. */
export interface Numbered {
  readonly item: Item;
  readonly seq: string;
}

/** The works that are counted together with those of this category, numbered: its own, or all of one 汇总表. */
export function numberWorks(
  category: Category,
  categories: readonly Category[],
  items: readonly Item[],
): readonly Numbered[] {
  const works = sharingTable(category, categories).flatMap(({ id }) =>
    inSequence(items.filter((item) => item.category === id)),
  );
  const digits = String(works.length).length;
  return works.map((item, place) => ({ item, seq: String(place + 1).padStart(digits, '0') }));
}
