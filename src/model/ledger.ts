/** Append-only beside the bundles: one line a step, flushed to the disk before the next step is taken. */
export const LEDGER_NAME = 'ledger.jsonl';

/**
 * `planned`: decided, nothing sent · `sending`: the server is being spoken to · `sent`: it said yes · `failed`: it
 * certainly does not hold it · `in-doubt`: it may hold it · `done`: handed in by a person, by a way that is no mail.
 */
export const DELIVERY_STATES = ['planned', 'sending', 'sent', 'failed', 'in-doubt', 'done'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One mail of a bundle: `1/3`. */
export interface PartNumber {
  readonly part: number;
  readonly parts: number;
}

export interface LedgerEntry {
  readonly schemaVersion: 1;
  /** ISO 8601 with the offset of this machine's clock. */
  readonly at: string;
  readonly state: DeliveryState;
  readonly bundle: string;
  readonly notice: string;
  readonly org: string;
  readonly category: string;
  readonly route?: string;
  /** The mailbox; absent for a way that is no mail. */
  readonly to?: string;
  /** SHA-256 over the names and checksums of everything the bundle holds, and its route: what “the same” means. */
  readonly content: string;
  /** 0 at first; counts up with each `--resend`. */
  readonly round: number;
  readonly part?: number;
  readonly parts?: number;
  /** Names of the files that this mail takes, so that a later run divides them alike. */
  readonly files?: readonly string[];
  readonly messageId?: string;
  /** Of the message as it goes over the wire. */
  readonly bytes?: number;
  /** What the server said last, with its code. */
  readonly reply?: string;
  /** `stage/cause` of a failure, as in the words of the mail failure. */
  readonly reason?: string;
  /** A person who settled or ticked it, and what they said. */
  readonly by?: string;
  readonly note?: string;
}
