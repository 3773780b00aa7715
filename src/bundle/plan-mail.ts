import type { Contact, PersonNeed, PlannedMail } from '../model/bundle.ts';
import type { Item } from '../model/materials.ts';
import type { Category, MailRoute } from '../model/notice.ts';
import { detailsToSay } from '../model/work-details.ts';
import { variablesIn } from '../model/variables-in.ts';
import { mailBody } from './mail-body.ts';
import { mailFields, type FieldNames } from './mail-fields.ts';
import { subjectOf } from './mail-subject.ts';
import { infoText, type Values } from './name-values.ts';
import type { Numbered } from './sequence.ts';
import { sharedValues } from './shared-values.ts';

export interface Mailing {
  readonly mail: PlannedMail;
  readonly needs: readonly PersonNeed[];
}

/** The mail as the route asks for it; what it asks for and nobody says is named as a person's business. */
export function planMail(
  route: MailRoute,
  {
    bundle,
    works,
    category,
    common,
    fieldNames,
    contact,
  }: {
    readonly bundle: string;
    readonly works: readonly Numbered[];
    readonly category: Category;
    readonly common: Values;
    readonly fieldNames: FieldNames;
    readonly contact: Contact | undefined;
  },
): Mailing {
  const pattern = route.subject ?? '{bundle}';
  const items = works.map(({ item }) => item);
  const values: Values = { ...common, ...sharedValues(works, variablesIn(pattern)), bundle };
  const told = route.body && mailBody(route.body, works, { contact, common, bundle });
  const ofSubject = detailsToSay(pattern);
  const ofLines = (route.body ?? []).flatMap(detailsToSay);
  const needs = items.flatMap((item): PersonNeed[] => {
    const fields = unsaid(item, [...new Set([...ofSubject, ...ofLines])]);
    return fields.length > 0 ? [{ kind: 'mail', fields, item: item.path }] : [];
  });
  const ofContact = told?.lacking ?? [];
  const asks: readonly PersonNeed[] = ofContact.length > 0 ? [{ kind: 'mail', fields: ofContact }] : [];
  // The subject of several works says what the first one says, and 等.
  const lacking = [
    ...items.slice(0, 1).flatMap((item) => unsaid(item, ofSubject)),
    ...items.flatMap((item) => unsaid(item, ofLines)),
    ...ofContact,
  ];
  const { to, attach, limit } = route;
  const mail: PlannedMail = {
    to,
    subject: subjectOf(pattern, values),
    attach,
    ...(limit !== undefined && { limit }),
    ...(told && { body: told.lines }),
    fields: mailFields(items, category, route, fieldNames),
    lacking: [...new Set(lacking)],
  };
  return { mail, needs: [...needs, ...asks] };
}

function unsaid(item: Item, details: readonly string[]): readonly string[] {
  return details.filter((detail) => infoText(item, detail) === undefined);
}
