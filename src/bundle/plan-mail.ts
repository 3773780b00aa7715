import type { PersonNeed, PlannedMail } from '../model/bundle.ts';
import type { Item } from '../model/materials.ts';
import type { Category, MailRoute } from '../model/notice.ts';
import { mailFields, type FieldNames } from './mail-fields.ts';
import { detailsAskedBy, subjectOf } from './mail-subject.ts';
import { infoText, variablesOf, type Values } from './name-values.ts';
import type { Numbered } from './sequence.ts';
import { sharedValues } from './shared-values.ts';

export interface Mailing {
  readonly mail: PlannedMail;
  readonly needs: readonly PersonNeed[];
}

/** The mail as the route asks for it; what its subject asks for and no work says is named as a person's business. */
export function planMail(
  route: MailRoute,
  {
    bundle,
    works,
    category,
    common,
    fieldNames,
  }: {
    readonly bundle: string;
    readonly works: readonly Numbered[];
    readonly category: Category;
    readonly common: Values;
    readonly fieldNames: FieldNames;
  },
): Mailing {
  const pattern = route.subject ?? '{bundle}';
  const items = works.map(({ item }) => item);
  const [first] = works;
  const values: Values = { ...common, ...sharedValues(works, variablesOf(pattern)), bundle };
  const asked = detailsAskedBy(pattern);
  const lacking = (item: Item) => asked.filter((field) => infoText(item, field) === undefined);
  const needs = items.flatMap((item): PersonNeed[] => {
    const fields = lacking(item);
    return fields.length > 0 ? [{ kind: 'subject', fields, item: item.path }] : [];
  });
  const { to, attach, limit } = route;
  const mail: PlannedMail = {
    to,
    subject: subjectOf(pattern, values),
    attach,
    ...(limit !== undefined && { limit }),
    fields: mailFields(items, category, route, fieldNames),
    lacking: first ? lacking(first.item) : [],
  };
  return { mail, needs };
}
