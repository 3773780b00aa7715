import type { MailAttachment } from '../model/mail.ts';
import { divideFiles } from './divide-files.ts';
import type { Fitted, FitRequest } from './fit-request.ts';
import { measureDivision } from './mail-draft.ts';
import { mayBeOut } from './part-state.ts';

type Kept = NonNullable<FitRequest['kept']>;

/** The mails that are left over of a round must be those that were planned, or a file would come twice or never. */
export async function keepDivision(request: FitRequest, kept: Kept): Promise<Fitted> {
  const names = kept.map(({ files }) => files);
  const known = names.filter((files) => files !== undefined);
  if (known.length < names.length) return divideAlike(request, kept);
  const groups = groupsOf(known, request);
  if (!groups) return { kind: 'division-lost' };
  return judgeKept(groups, request, kept);
}

/** The plan was cut off while it was recorded: it is made again, and must agree with what is known of it. */
async function divideAlike(request: FitRequest, kept: Kept): Promise<Fitted> {
  const again = await divideFiles(request);
  if (again.kind !== 'fits') return again;
  const agrees =
    again.mails.length === kept.length &&
    again.mails.every(({ attachments }, index) => {
      const files = kept[index]?.files;
      return files === undefined || sameNames(files, attachments);
    });
  return agrees ? again : { kind: 'division-lost' };
}

function sameNames(names: readonly string[], attachments: readonly MailAttachment[]): boolean {
  return names.length === attachments.length && attachments.every(({ name }, index) => name === names[index]);
}

/** Undefined where the names are not exactly those of the bundle, each once; what has a link may be left out. */
function groupsOf(
  division: readonly (readonly string[])[],
  { whole, files, withLink }: FitRequest,
): readonly (readonly MailAttachment[])[] | undefined {
  const [first, ...others] = division;
  if (whole && first && others.length === 0 && sameNames(first, [whole])) return [[whole]];
  const named = division.flat();
  const taken = new Set(named);
  const byName = new Map(files.map((file) => [file.name, file]));
  const complete =
    taken.size === named.length &&
    named.every((name) => byName.has(name)) &&
    files.every(({ name }) => taken.has(name) || withLink.has(name));
  if (!complete) return undefined;
  return division.map((names) => names.flatMap((name) => byName.get(name) ?? []));
}

async function judgeKept(
  groups: readonly (readonly MailAttachment[])[],
  { whole, files, limit, measure }: FitRequest,
  kept: Kept,
): Promise<Fitted> {
  const taken = new Set(groups.flat());
  const linked = whole && taken.has(whole) ? [] : files.filter((file) => !taken.has(file));
  const mails = await measureDivision(groups, linked, measure);
  // What has gone out already needs no room any more.
  const over = mails.find(({ bytes }, index) => bytes > limit && !mayBeOut(kept[index]?.state ?? 'unsent'));
  return over ? { kind: 'part-too-large', mail: over, limit } : { kind: 'fits', mails, linked };
}
