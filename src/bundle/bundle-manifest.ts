import * as z from 'zod';
import type { BundledFile, BundleManifest, Forced, PlannedBundle } from '../model/bundle.ts';
import { parseCalendarDate } from '../model/calendar-date.ts';
import { ANSWERS } from '../model/decision.ts';
import { ROLES } from '../model/format.ts';
import { INFO_FIELDS } from '../model/notice.ts';

/** Larger records are not ours: ten thousand files take about 4 MiB. */
export const MOST_MANIFEST_BYTES = 32 * 1024 * 1024;

const text = z.string();
const date = text.transform((written, context) => {
  const parsed = parseCalendarDate(written);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});
const file = z.object({
  source: text.exactOptional(),
  form: text.exactOptional(),
  name: text.min(1),
  role: z.enum([...ROLES, 'list']),
  bytes: z.int().nonnegative(),
  sha256: text.regex(/^[0-9a-f]{64}$/),
});
const field = z.object({ label: text, value: text });
const mail = z.object({
  to: text,
  subject: text,
  attach: z.enum(['bundle', 'files', 'none']),
  limit: z.int().positive().exactOptional(),
  fields: z.array(field).default([]),
  lacking: z.array(z.enum(INFO_FIELDS)).default([]),
});
const link = z.object({ name: text, url: text, code: text.exactOptional(), expires: text.exactOptional() });
const contact = z.object({
  name: text.exactOptional(),
  phone: text.exactOptional(),
  email: text.exactOptional(),
});
const decision = z.object({
  code: text,
  about: text,
  path: text.exactOptional(),
  name: text.exactOptional(),
  answer: z.enum(ANSWERS),
  by: text,
  date,
  note: text.exactOptional(),
});
/** Keys of a later version are let through. */
const schema = z.object({
  schemaVersion: z.literal(1),
  bundle: text.min(1),
  notice: z.object({ id: text, title: text, year: z.int().exactOptional() }),
  org: text,
  contact: contact.exactOptional(),
  category: text,
  categoryName: text,
  date,
  route: text.exactOptional(),
  routeName: text.exactOptional(),
  mail: mail.exactOptional(),
  // Records of earlier versions have none of these.
  links: z.array(link).default([]),
  steps: z.array(text).default([]),
  decisions: z.array(decision).exactOptional(),
  forced: z.object({ verdict: z.enum(['pass', 'fail', 'unsettled']), reason: text }).exactOptional(),
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

export function manifestOf(
  bundle: PlannedBundle,
  files: readonly BundledFile[],
  forced: Forced | undefined,
): BundleManifest {
  const { name, notice, org, contact: person, category, route, mail: sent, links, steps, decisions } = bundle;
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
    steps: steps.map(({ text: step }) => step),
    ...(decisions.length > 0 && { decisions }),
    ...(forced && { forced }),
    files,
  };
}
