import type { MailAttachment } from '../model/mail.ts';
import type { Fitted, FitRequest, TooLargeFile } from './fit-request.ts';
import { measureDivision, type FittedMail } from './mail-draft.ts';

type Request = Omit<FitRequest, 'kept'>;
type Groups = readonly (readonly MailAttachment[])[];

/** The bundle in one mail, or its single files in as few as their order allows; what fits into none goes by its link. */
export async function divideFiles(request: Request): Promise<Fitted> {
  const { whole, files, withLink, limit, measure } = request;
  if (whole) {
    const mails = await measureDivision([[whole]], [], measure);
    if (mails.every(({ bytes }) => bytes <= limit)) return { kind: 'fits', mails, linked: [] };
  }
  const byLink = new Set<MailAttachment>();
  for (;;) {
    const attached = files.filter((file) => !byLink.has(file));
    const linked = files.filter((file) => byLink.has(file));
    const settled = await settle(attached, linked, request);
    if (settled.kind !== 'too-large') return settled;
    const lacking = settled.files.filter(({ file }) => !withLink.has(file.name));
    if (lacking.length > 0) return { kind: 'too-large', files: lacking, limit };
    // At least one file more each time, so this ends.
    for (const { file } of settled.files) byLink.add(file);
  }
}

/**
 * The text lists all mails, so its length hangs on how many there are: packed with the shortest text first, then with
 * the text of what came out, until a division fits with its own text.
 */
async function settle(
  files: readonly MailAttachment[],
  linked: readonly MailAttachment[],
  { limit, measure }: Request,
): Promise<Fitted> {
  const [empty] = await measureDivision([[]], linked, measure);
  if (empty && empty.bytes > limit) return { kind: 'text-too-large', bytes: empty.bytes, limit };
  let groups: Groups = [files];
  // The room left doubles until each file stands alone, so this ends.
  for (let pass = 0, reserve = 0; ; pass++) {
    const packed = await pack(files, { groups, linked, reserve, limit, measure });
    if (packed.tooLarge.length > 0) return { kind: 'too-large', files: packed.tooLarge, limit };
    groups = packed.groups;
    const mails = await measureDivision(groups, linked, measure);
    const over = mails.filter(({ bytes }) => bytes > limit);
    if (over.length === 0) return { kind: 'fits', mails, linked };
    const alone = over.flatMap(fileAlone);
    if (alone.length > 0) return { kind: 'too-large', files: alone, limit };
    // Where the texts of two divisions would chase each other, some room is left over.
    if (pass > 0) reserve = Math.max(2 * reserve, ...over.map(({ bytes }) => bytes - limit));
  }
}

function fileAlone({ attachments, bytes }: FittedMail): readonly TooLargeFile[] {
  const [file, ...others] = attachments;
  return file && others.length === 0 ? [{ file, messageBytes: bytes }] : [];
}

interface Packing extends Pick<Request, 'limit' | 'measure'> {
  /** The division that the text lists. */
  readonly groups: Groups;
  readonly linked: readonly MailAttachment[];
  /** Bytes to be left free in mails of several files. */
  readonly reserve: number;
}

interface Packed {
  readonly groups: Groups;
  /** What fits into no mail at all. */
  readonly tooLarge: readonly TooLargeFile[];
}

/** Fills one mail after the other, each as full as the order of the files allows: no division in order has fewer. */
async function pack(files: readonly MailAttachment[], packing: Packing): Promise<Packed> {
  const groups: (readonly MailAttachment[])[] = [];
  const tooLarge: TooLargeFile[] = [];
  for (let from = 0; from < files.length;) {
    const rest = files.slice(from);
    const part = groups.length + 1;
    const messageBytes = await bytesOf(rest.slice(0, 1), part, packing);
    const [file] = rest;
    if (file && messageBytes > packing.limit) tooLarge.push({ file, messageBytes });
    const taken = messageBytes > packing.limit ? 1 : await howMany(rest, part, packing);
    if (messageBytes <= packing.limit) groups.push(rest.slice(0, taken));
    from += taken;
  }
  return { groups: groups.length > 0 ? groups : [[]], tooLarge };
}

function bytesOf(
  attachments: readonly MailAttachment[],
  part: number,
  { groups, linked, measure }: Packing,
): Promise<number> {
  const division = groups.map((group) => group.map(({ name }) => name));
  return measure({ part, parts: groups.length, attachments, division, linked });
}

/** How many of the first ones fit together; one certainly does. Each file more makes the mail larger. */
async function howMany(rest: readonly MailAttachment[], part: number, packing: Packing): Promise<number> {
  const fits = async (count: number) =>
    (await bytesOf(rest.slice(0, count), part, packing)) <= packing.limit - packing.reserve;
  let [most, beyond] = [1, 2];
  while (beyond <= rest.length && (await fits(beyond))) [most, beyond] = [beyond, beyond * 2];
  beyond = Math.min(beyond, rest.length + 1);
  while (beyond - most > 1) {
    const middle = Math.floor((most + beyond) / 2);
    if (await fits(middle)) most = middle;
    else beyond = middle;
  }
  return most;
}
