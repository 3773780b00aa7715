import type { Category } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import { placeOfEntry } from './find-stated.ts';
import type { Layer } from './layer.ts';

/** A folder named for two categories at once would be judged by the wrong one. */
export function checkNames(categories: readonly Category[], layers: readonly Layer[]): void {
  const owners = new Map<string, string>();
  for (const { id, name, aliases } of categories) {
    for (const word of [id, name, ...aliases]) {
      const key = word.normalize('NFKC').toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined && owner !== id) {
        const words = {
          zh: `“${word}”同时是类别“${owner}”和“${id}”的名称`,
          en: `“${word}” names both the category “${owner}” and “${id}”`,
        };
        throw new UsageError(words, placeOfEntry(layers, 'categories', id));
      }
      owners.set(key, id);
    }
  }
}
