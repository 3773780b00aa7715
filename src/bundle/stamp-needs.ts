import type { PersonNeed } from '../model/bundle.ts';
import { formCopies, lacksStamp } from '../model/form-copies.ts';
import type { Item } from '../model/materials.ts';
import type { FormSpec } from '../model/notice.ts';
import type { NamedItem } from './name-items.ts';

/** Forms that are to be printed, stamped and scanned before the bundle can go: each with what is printed. */
export function stampNeeds(
  item: Item,
  forms: readonly FormSpec[],
  named: NamedItem | undefined,
): readonly PersonNeed[] {
  return forms
    .filter((form) => lacksStamp(item, form))
    .map(({ id }): PersonNeed => {
      const [word] = formCopies(item, id, 'word');
      const made = named?.forms.find(({ form }) => form === id)?.name;
      const print = made ?? named?.files.find(({ source }) => source === word?.path)?.name;
      return { kind: 'stamp', form: id, item: item.path, ...(print !== undefined && { print }) };
    });
}
