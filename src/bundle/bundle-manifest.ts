import * as z from 'zod/mini';
import {
  MADE_ROLES,
  type BundledFile,
  type BundleManifest,
  type Forced,
  type PersonNeed,
  type PlannedBundle,
} from '../model/bundle.ts';
import { parseCalendarDate } from '../model/calendar-date.ts';
import { ANSWERS } from '../model/decision.ts';
import { stepText } from '../model/due-text.ts';
import { ROLES } from '../model/format.ts';

/** Larger records are not ours: ten thousand files take about 4 MiB. */
export const MOST_MANIFEST_BYTES = 32 * 1024 * 1024;

const text = z.string();
const named = z.string().check(z.minLength(1));
const date = z.pipe(
  text,
  z.transform((written, context) => {
    const parsed = parseCalendarDate(written);
    if (parsed) return parsed;
    context.issues.push({ code: 'custom', input: written, message: 'not a day' });
    return z.NEVER;
  }),
);
const single = z.object({
  source: z.exactOptional(text),
  form: z.exactOptional(text),
  name: named,
  role: z.enum([...ROLES, ...MADE_ROLES]),
  bytes: z.int().check(z.nonnegative()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
const file = z.extend(single, { holds: z.exactOptional(z.array(single)) });
const field = z.object({ label: text, value: text });
const mail = z.object({
  to: text,
  subject: text,
  body: z.exactOptional(z.array(text)),
  attach: z.enum(['bundle', 'files', 'none']),
  limit: z.exactOptional(z.int().check(z.positive())),
  fields: z._default(z.array(field), []),
  lacking: z._default(z.array(text), []),
});
const link = z.object({ name: text, url: text, code: z.exactOptional(text), expires: z.exactOptional(text) });
const contact = z.object({
  name: z.exactOptional(text),
  phone: z.exactOptional(text),
  email: z.exactOptional(text),
});
const decision = z.object({
  code: text,
  about: text,
  path: z.exactOptional(text),
  name: z.exactOptional(text),
  answer: z.enum(ANSWERS),
  by: text,
  date,
  note: z.exactOptional(text),
});
/** Keys of a later version are let through. */
const schema = z.object({
  schemaVersion: z.literal(1),
  bundle: named,
  notice: z.object({ id: text, title: text, year: z.exactOptional(z.int()) }),
  org: text,
  contact: z.exactOptional(contact),
  category: text,
  categoryName: text,
  date,
  route: z.exactOptional(text),
  routeName: z.exactOptional(text),
  mail: z.exactOptional(mail),
  // Records of earlier versions have none of these.
  links: z._default(z.array(link), []),
  steps: z._default(z.array(text), []),
  unstamped: z.exactOptional(z.array(text)),
  decisions: z.exactOptional(z.array(decision)),
  forced: z.exactOptional(z.object({ verdict: z.enum(['pass', 'fail', 'unsettled']), reason: text })),
  files: z.array(file),
});

/** Undefined where it is no record of ours. */
export function parseBundleManifest(bytes: Uint8Array): BundleManifest | undefined {
  try {
    const written: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const parsed = schema.safeParse(written);
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    // SyntaxError: no JSON; TypeError: no UTF-8.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

export function formatBundleManifest(manifest: BundleManifest): string {
  return JSON.stringify(manifest, undefined, 2) + '\n';
}

function unstampedIn(need: PersonNeed): readonly string[] {
  if (need.kind === 'stamp') return [need.print ?? need.form];
  return need.kind === 'stamp-table' ? [need.print ?? need.table] : [];
}

export function manifestOf(
  bundle: PlannedBundle,
  files: readonly BundledFile[],
  forced: Forced | undefined,
): BundleManifest {
  const { name, notice, org, contact: person, category, route, mail: sent, links, steps, decisions } = bundle;
  const unstamped = bundle.needs.flatMap(unstampedIn);
  return {
    schemaVersion: 1,
    bundle: name,
    notice,
    org,
    ...(person && { contact: person }),
    category: category.id,
    categoryName: category.name,
    date: bundle.date,
    ...(route && { route: route.id }),
    ...(route?.name !== undefined && { routeName: route.name }),
    ...(sent && { mail: sent }),
    links,
    steps: steps.map(stepText),
    ...(unstamped.length > 0 && { unstamped }),
    ...(decisions.length > 0 && { decisions }),
    ...(forced && { forced }),
    files,
  };
}
