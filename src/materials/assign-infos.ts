import type { InfoProblem, ItemInfo } from '../model/materials.ts';
import { byPath, foldersOf } from './order-paths.ts';
import { placeKey, type FileGroup } from './group-files.ts';
import { isInfoProblem } from './item-info.ts';
import { placeFile, type PlacingClues } from './place-file.ts';

type Info = ItemInfo | InfoProblem;

export interface AssignedInfo {
  readonly group: FileGroup;
  readonly info?: Info;
}

/**
 * Gives each group the 作品信息.yaml that speaks for it. One that stands alone is an item too: some categories are
 * handed in as words only. `idle` speak for nothing: laid out but not filled in, or a second one within an item.
 */
export function assignInfos(
  infos: readonly Info[],
  groups: readonly FileGroup[],
  clues: PlacingClues,
): { readonly assigned: readonly AssignedInfo[]; readonly idle: readonly string[] } {
  const byGroup = new Map<FileGroup, Info>();
  const all = [...groups];
  const idle: string[] = [];
  for (const info of [...infos].sort(outermostFirst)) {
    const place = placeFile(info.path, clues);
    const targets = groupsOf(info, placeKey(place), all);
    if (targets.length === 0 && !isBlank(info)) {
      const alone: FileGroup = { place, files: [] };
      all.push(alone);
      byGroup.set(alone, info);
      continue;
    }
    const free = targets.filter((group) => !byGroup.has(group));
    if (free.length === 0) idle.push(info.path);
    for (const group of free) byGroup.set(group, info);
  }
  return { assigned: all.map((group) => withInfo(group, byGroup.get(group))), idle };
}

function withInfo(group: FileGroup, info: Info | undefined): AssignedInfo {
  return info ? { group, info } : { group };
}

/** The group of its own place; where that has no category, rather the classified ones in the same folder. */
function groupsOf(info: Info, key: string, groups: readonly FileGroup[]): readonly FileGroup[] {
  const folder = foldersOf(info.path).join('/');
  const own = groups.filter((group) => placeKey(group.place) === key);
  const [first] = own;
  if (first?.place.category) return own;
  const beside = groups.filter((group) => group.place.folder === folder && group.place.category);
  return beside.length > 0 ? beside : own;
}

function isBlank(info: Info): boolean {
  return !isInfoProblem(info) && Object.keys(info.fields).length === 0;
}

/** The one in the item's own folder speaks before those deeper inside. */
function outermostFirst(a: Info, b: Info): number {
  return foldersOf(a.path).length - foldersOf(b.path).length || byPath(a, b);
}
