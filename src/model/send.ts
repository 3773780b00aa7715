import type { FileLink } from './bundle.ts';
import type { BundleFinding } from './bundle-verification.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { LedgerEntry, PartNumber } from './ledger.ts';
import type { DeliveryOutcome, MailFailure, MailMessage } from './mail.ts';

/** `none`: never begun · `partly-sent`: some mails of the latest round are sent, some are not, none is in doubt. */
export type BundleState =
  'none' | 'planned' | 'sending' | 'failed' | 'partly-sent' | 'in-doubt' | 'sent' | 'done';

/** Everything that a run would send, decided before anything is. */
export interface SendPlan {
  /** Absolute. */
  readonly outbox: string;
  readonly deliveries: readonly PlannedDelivery[];
  /** Names of records that nobody can read. */
  readonly unreadable: readonly string[];
}

/** One bundle and the way it goes. */
export interface PlannedDelivery {
  readonly bundle: string;
  readonly notice: string;
  readonly org: string;
  readonly category: string;
  readonly categoryName: string;
  readonly date: CalendarDate;
  readonly content: string;
  readonly route?: string;
  readonly routeName?: string;
  /** The mailbox; absent for a way that is no mail. */
  readonly to?: string;
  readonly state: BundleState;
  readonly decision: SendDecision;
}

export type SendDecision =
  | {
      readonly kind: 'send';
      /** Counts up with each `--resend`. */
      readonly round: number;
      /** In order; what an earlier run has sent of this round is not among them. */
      readonly mails: readonly PlannedMessage[];
      /** Bytes that one message may have. */
      readonly limit: number;
      /** What goes by link instead of being attached. */
      readonly links: readonly FileLink[];
      /** Other content of the same name that went to the same place before. */
      readonly earlier: readonly LedgerEntry[];
    }
  | { readonly kind: 'already'; readonly last?: LedgerEntry }
  /** Mails may have arrived: a person has to find out. */
  | { readonly kind: 'in-doubt'; readonly last?: LedgerEntry }
  | { readonly kind: 'by-hand'; readonly steps: readonly string[]; readonly done?: LedgerEntry }
  | { readonly kind: 'stopped'; readonly why: StopReason };

export type StopReason =
  /** Subject or text ask for what nobody says. */
  | { readonly kind: 'mail'; readonly fields: readonly string[] }
  /** Forms that the notice wants stamped, and no scan of them is there. */
  | { readonly kind: 'unstamped'; readonly names: readonly string[] }
  /** No mail takes these, and nobody has put them on a net disk. */
  | { readonly kind: 'too-large'; readonly files: readonly LargeFile[]; readonly limit: number }
  | { readonly kind: 'text-too-large'; readonly bytes: number; readonly limit: number }
  /** What is left of a division no longer fits: the limit was another one when it was begun. */
  | {
      readonly kind: 'part-too-large';
      readonly part: PartNumber;
      readonly bytes: number;
      readonly limit: number;
    }
  | { readonly kind: 'division-lost' }
  /** The bundle is not what its record says. */
  | { readonly kind: 'damaged'; readonly findings: readonly BundleFinding[] }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  /** The record names a mailbox that its notice does not. */
  | { readonly kind: 'recipient'; readonly to: string; readonly known: readonly string[] }
  | { readonly kind: 'notice-unknown' };

export interface LargeFile {
  readonly name: string;
  readonly bytes: number;
  /** Of a message that takes it alone. */
  readonly messageBytes: number;
}

export interface PlannedMessage extends PartNumber {
  readonly message: MailMessage;
  /** Names in the bundle that it takes. */
  readonly files: readonly string[];
  /** Of the message as it goes over the wire. */
  readonly bytes: number;
}

/** What became of a run. */
export interface SendOutcome {
  readonly plan: SendPlan;
  readonly deliveries: readonly DeliveredBundle[];
  /** What ended the run before its end: it lies with the account or the server, and would meet every mail. */
  readonly stoppedBy?: MailFailure;
  /** Of the log-in, where it never came to a mail. */
  readonly tries?: number;
  /** The user had enough; what was under way is among the deliveries. */
  readonly interrupted?: true;
}

export interface DeliveredBundle {
  readonly planned: PlannedDelivery;
  readonly mails: readonly DeliveredMail[];
}

export interface DeliveredMail extends PartNumber {
  readonly bytes: number;
  readonly outcome: DeliveryOutcome;
  readonly tries: number;
}
