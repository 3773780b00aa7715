import type { PlannedBundle } from '../model/bundle.ts';
import type { Check, CheckOf } from '../model/check.ts';
import { within } from '../model/range.ts';
import type { FilledForm } from './fill-forms.ts';

interface Weighed {
  readonly planned: PlannedBundle;
  readonly forms: readonly FilledForm[];
}

/** Of a stored entry, twice its name aside: both headers, a descriptor, what very large files need (APPNOTE.TXT 4.3). */
const ENTRY_BYTES = 128;
/** The end of the directory, as a very large archive has it. */
const END_BYTES = 98;

/**
 * The checks, those of single works' sizes made anew with the forms that were filled since, and for archives with what
 * an archive itself takes: a little more than it will really have, never less.
 */
export function weighWorks(checks: readonly Check[], bundles: readonly Weighed[]): readonly Check[] {
  return checks.map((check) => {
    if (check.code !== 'bundle.size' || check.args.work === undefined) return check;
    const { item } = check.subject;
    return item === undefined ? check : weighAnew(check, item, bundles);
  });
}

function weighAnew(check: CheckOf<'bundle.size'>, item: string, bundles: readonly Weighed[]): Check {
  const actual = Math.max(check.args.actual, ...bundles.map((bundle) => bytesOf(item, bundle)));
  if (check.result !== 'pass' || within(check.args.range, actual)) return check;
  return { ...check, result: 'fail', args: { ...check.args, actual } };
}

function bytesOf(item: string, { planned, forms }: Weighed): number {
  const made = forms.map(({ planned: { item: of, name }, bytes }) => ({
    item: of,
    name,
    bytes: bytes.length,
  }));
  const own = [...planned.files, ...made].filter((file) => file.item === item);
  const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
  if (!planned.archives.some((archive) => archive.item === item)) return bytes;
  return own.reduce((sum, { name }) => sum + ENTRY_BYTES + 2 * Buffer.byteLength(name), bytes + END_BYTES);
}
