import type { PartNumber } from '../model/ledger.ts';
import type { MailAttachment } from '../model/mail.ts';

/** One mail of a bundle, before it has its words. */
export interface MailDraft extends PartNumber {
  readonly attachments: readonly MailAttachment[];
  /** Names of what each mail takes, this one included. */
  readonly division: readonly (readonly string[])[];
  /** What no mail takes: its links stand in the text. */
  readonly linked: readonly MailAttachment[];
}

/** Bytes of the message with everything that is to stand in it, subject and text included. */
export type MeasureDraft = (draft: MailDraft) => Promise<number>;

export interface FittedMail extends MailDraft {
  /** Of the message. */
  readonly bytes: number;
}

/** The mails of a division, with what they measure. */
export async function measureDivision(
  groups: readonly (readonly MailAttachment[])[],
  linked: readonly MailAttachment[],
  measure: MeasureDraft,
): Promise<readonly FittedMail[]> {
  const division = groups.map((group) => group.map(({ name }) => name));
  const mails: FittedMail[] = [];
  for (const [index, attachments] of groups.entries()) {
    const draft = { part: index + 1, parts: groups.length, attachments, division, linked };
    mails.push({ ...draft, bytes: await measure(draft) });
  }
  return mails;
}
