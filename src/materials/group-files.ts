import type { SniffedFile } from '../model/materials.ts';
import { baseName } from '../model/file-name.ts';
import { placeFile, type Place, type PlacingClues } from './place-file.ts';

export interface PlacedFile {
  readonly file: SniffedFile;
  readonly place: Place;
}

/** The files of one item, and the place they share. */
export interface FileGroup {
  readonly place: Place;
  readonly files: readonly PlacedFile[];
}

/** Files of the same category and folder are one group; this program's own notes are none. */
export function groupFiles(
  files: readonly SniffedFile[],
  clues: PlacingClues,
): { readonly groups: readonly FileGroup[]; readonly notes: readonly string[] } {
  const groups = new Map<string, PlacedFile[]>();
  const notes: string[] = [];
  for (const file of files) {
    const place = placeFile(file.path, clues);
    if (isOwnNote(file.path, place)) notes.push(file.path);
    else gather(groups, placeKey(place), { file, place });
  }
  return { groups: [...groups.values()].flatMap(toGroup), notes };
}

export function placeKey({ category, folder }: Place): string {
  return JSON.stringify([category?.id ?? null, folder]);
}

/** 说明.txt is laid into category folders; in an item's own folder it is somebody's text. */
function isOwnNote(path: string, place: Place): boolean {
  return place.source === 'folder' && place.direct && baseName(path).normalize('NFC') === '说明.txt';
}

function gather(groups: Map<string, PlacedFile[]>, key: string, placed: PlacedFile): void {
  const group = groups.get(key);
  if (group) group.push(placed);
  else groups.set(key, [placed]);
}

/** What was read from several names of one group may differ in its candidates: all of them were meant. */
function toGroup(files: readonly PlacedFile[]): readonly FileGroup[] {
  const [first] = files;
  if (!first) return [];
  const candidates = [...new Set(files.flatMap(({ place }) => place.candidates))];
  return [{ place: { ...first.place, candidates }, files }];
}
