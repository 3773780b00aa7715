import { folderOf, stemOf } from '../model/file-name.ts';
import type { Item, Part } from '../model/materials.ts';

/**
 * Subtitle files beside a film: players take those of the same name (课.srt, 课.zh.srt for 课.mp4); where an item
 * has one film only, its subtitles can belong to nothing else.
 */
export function findSideCars(item: Item, film: Part): readonly Part[] {
  const subtitles = item.parts.filter(({ role }) => role === 'subtitles');
  const named = subtitles.filter((part) => isNamedAfter(part.path, film.path));
  if (named.length > 0) return named;
  return item.parts.filter(({ role }) => role === 'video').length === 1 ? subtitles : [];
}

function isNamedAfter(path: string, film: string): boolean {
  const [stem, filmStem] = [stemOf(path).normalize('NFC'), stemOf(film).normalize('NFC')];
  return folderOf(path) === folderOf(film) && (stem === filmStem || stem.startsWith(`${filmStem}.`));
}
