import type { MailAttachment } from '../model/mail.ts';
import type { PartDelivery } from './delivery-state.ts';
import type { FittedMail, MeasureDraft } from './mail-draft.ts';

export interface FitRequest {
  /** The bundle as one file: it goes alone, in one mail, where it fits. */
  readonly whole?: MailAttachment;
  /** Otherwise these, in this order; without any it is a mail without attachments. Their names differ. */
  readonly files: readonly MailAttachment[];
  /** Names of files that have a link. One that fits into a mail is attached all the same. */
  readonly withLink: ReadonlySet<string>;
  /** Bytes of a message, inclusive. */
  readonly limit: number;
  readonly measure: MeasureDraft;
  /** The mails of this round, where one of them may have gone out: the division stays as it is. */
  readonly kept?: readonly Pick<PartDelivery, 'state' | 'files'>[];
}

export type Fitted =
  | {
      readonly kind: 'fits';
      readonly mails: readonly FittedMail[];
      readonly linked: readonly MailAttachment[];
    }
  /** Nothing of the bundle is sent before each of these has a link. */
  | { readonly kind: 'too-large'; readonly files: readonly TooLargeFile[]; readonly limit: number }
  /** Even without any attachment. */
  | { readonly kind: 'text-too-large'; readonly bytes: number; readonly limit: number }
  /** A mail of a division that is kept does not fit, because the limit is another one now. */
  | { readonly kind: 'part-too-large'; readonly mail: FittedMail; readonly limit: number }
  /** Mails may have gone out by a division that is not recorded whole, or is none of these files. */
  | { readonly kind: 'division-lost' };

export interface TooLargeFile {
  readonly file: MailAttachment;
  /** Of a mail that takes it alone. */
  readonly messageBytes: number;
}
