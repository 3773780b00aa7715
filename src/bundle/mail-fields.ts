import type { MailField } from '../model/bundle.ts';
import type { Item } from '../model/materials.ts';
import { INFO_FIELDS, type Category, type InfoField, type MailRoute } from '../model/notice.ts';
import { infoText, titleOf } from './name-values.ts';

export type FieldNames = Readonly<Record<InfoField, string>>;

/**
 * What stands in the mail itself, work by work: its title, and what the notice wants to know of it. Where nothing is
 * attached the mail is all there is, and says everything that a person said of the work.
 */
export function mailFields(
  items: readonly Item[],
  category: Category,
  route: MailRoute,
  names: FieldNames,
): readonly MailField[] {
  const asked = category.info.map(({ value }) => value.field);
  const told = INFO_FIELDS.filter(
    (field) => field !== 'title' && (route.attach === 'none' || asked.includes(field)),
  );
  return items.flatMap((item) => [
    { label: names.title, value: titleOf(item) },
    ...told.flatMap((field): MailField[] => {
      const value = infoText(item, field);
      return value === undefined ? [] : [{ label: names[field], value }];
    }),
    ...(route.attach === 'none' ? othersOf(item) : []),
  ]);
}

function othersOf({ info }: Item): readonly MailField[] {
  return Object.entries(info?.others ?? {}).map(([label, value]) => ({ label, value }));
}
