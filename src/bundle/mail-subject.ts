import type { PersonNeed, PlannedMail } from '../model/bundle.ts';
import type { Item } from '../model/materials.ts';
import { INFO_FIELDS, type InfoField, type MailRoute } from '../model/notice.ts';
import { infoText, itemValues, joinerOf, variablesOf, type Values } from './name-values.ts';

export interface Subject {
  readonly mail: PlannedMail;
  readonly needs: readonly PersonNeed[];
}

/** The subject as the route asks; what no work says is left out of it, and named as a person's business. */
export function planMail(route: MailRoute, bundle: string, items: readonly Item[], common: Values): Subject {
  const pattern = route.subject ?? '{bundle}';
  const [first] = items;
  const values: Values = { ...common, ...(first && itemValues(first, 1, items.length)), bundle };
  const fields = variablesOf(pattern).filter(isInfoField);
  const needs = items.flatMap((item): PersonNeed[] => {
    const lacking = fields.filter((field) => field !== 'title' && infoText(item, field) === undefined);
    return lacking.length > 0 ? [{ kind: 'subject', fields: lacking, item: item.path }] : [];
  });
  return { mail: { to: route.to, subject: subjectOf(pattern, values), attach: route.attach }, needs };
}

/** One line; a joiner with nothing on one side of it goes. */
function subjectOf(pattern: string, values: Values): string {
  const joiner = joinerOf(pattern);
  const filled = pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? '');
  const kept = filled.split(joiner).filter((piece) => piece.trim() !== '');
  return kept
    .join(joiner)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

function isInfoField(name: string): name is InfoField {
  return INFO_FIELDS.some((field) => field === name);
}
