import * as z from 'zod';
import type { BundledFile, BundleManifest, Forced, PlannedBundle } from '../model/bundle.ts';
import { parseCalendarDate } from '../model/calendar-date.ts';
import { ROLES } from '../model/format.ts';

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
const mail = z.object({ to: text, subject: text, attach: z.enum(['bundle', 'files', 'none']) });
/** Keys of a later version are let through. */
const schema = z.object({
  schemaVersion: z.literal(1),
  bundle: text.min(1),
  notice: z.object({ id: text, title: text }),
  org: text,
  category: text,
  categoryName: text,
  date,
  route: text.exactOptional(),
  mail: mail.exactOptional(),
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
  const { name, notice, org, category, route, mail: sent } = bundle;
  return {
    schemaVersion: 1,
    bundle: name,
    notice,
    org,
    category: category.id,
    categoryName: category.name,
    date: bundle.date,
    ...(route && { route: route.id }),
    ...(sent && { mail: sent }),
    ...(forced && { forced }),
    files,
  };
}
