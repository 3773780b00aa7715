import type { Contact } from '../model/bundle.ts';
import { isDetail } from '../model/work-details.ts';
import { variablesIn } from '../model/variables-in.ts';
import { itemValues, type Values } from './name-values.ts';
import type { Numbered } from './sequence.ts';

export interface MailBody {
  readonly lines: readonly string[];
  /** What of the contact person the lines ask for, and the config does not say. */
  readonly lacking: readonly string[];
}

/**
 * What a notice wants to read in the mail itself, line by line. A line that asks for something of a work comes once for
 * each of them.
 */
export function mailBody(
  patterns: readonly string[],
  works: readonly Numbered[],
  {
    contact,
    ...given
  }: { readonly contact: Contact | undefined; readonly common: Values; readonly bundle: string },
): MailBody {
  const { name, phone, email } = contact ?? {};
  const person: Values = { contact: name, phone, email };
  const common: Values = { ...given.common, ...person, bundle: given.bundle };
  const lines = patterns.flatMap((pattern) => {
    const asked = variablesIn(pattern);
    const ofWork = asked.some((variable) => variable === 'seq' || isDetail(variable));
    const each = ofWork ? works.map((work) => itemValues(work, asked)) : [{}];
    return each.map((own) => filled(pattern, { ...common, ...own }));
  });
  const lacking = [...new Set(patterns.flatMap(variablesIn))].filter(
    (variable) => variable in person && person[variable] === undefined,
  );
  return { lines, lacking };
}

function filled(pattern: string, values: Values): string {
  return pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? '');
}
