import type { LedgerEntry } from '../model/ledger.ts';
import type { BundleState, PlannedMessage, StopReason } from '../model/send.ts';

/** What `send` and `status` say; a state or a reason without words does not compile. */
export interface SendWords {
  readonly toSend: (bundles: number, mails: number) => string;
  readonly nothing: string;
  readonly labels: {
    readonly to: string;
    readonly from: string;
    readonly subject: string;
    readonly attached: string;
    readonly size: string;
    readonly links: string;
  };
  readonly noAttachment: string;
  readonly number: (mail: PlannedMessage) => string;
  readonly size: (bytes: number, limit: number) => string;
  readonly earlier: (entry: LedgerEntry) => string;
  readonly again: string;
  readonly already: (entry: LedgerEntry | undefined) => string;
  readonly inDoubt: (bundle: string) => string;
  readonly byHand: string;
  readonly tick: (bundle: string) => string;
  readonly done: (entry: LedgerEntry) => string;
  readonly stopped: string;
  readonly why: (reason: StopReason, bundle: string) => readonly string[];
  readonly unreadable: (name: string) => string;
  readonly unreadableLines: (lines: readonly number[]) => string;
  readonly states: Readonly<Record<BundleState, string>>;
  readonly sent: (mails: number) => string;
  readonly sentMail: string;
  readonly failedMail: string;
  readonly doubtfulMail: string;
  readonly said: (text: string) => string;
  readonly detail: (text: string) => string;
  readonly next: (text: string) => string;
  readonly tried: (times: number) => string;
  readonly left: (bundles: number) => string;
  readonly doubtful: (bundles: number) => string;
  readonly interrupted: string;
  /** Cancelled, or interrupted before anything was begun. */
  readonly cancelled: string;
  /** All bytes are out, the reply is not in. */
  readonly awaited: string;
  readonly connecting: string;
  readonly preparing: string;
  readonly pausing: string;
  readonly waiting: (what: string, seconds: number) => string;
  readonly previews: (count: number, folder: string) => string;
  readonly smaller: string;
}
