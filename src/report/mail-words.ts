import type { MailTrouble } from '../model/mail-trouble.ts';
import type { MailFailure } from '../model/mail.ts';

/** What happened and what to do now, each a sentence or two without a full stop at the end; safe to print. */
export interface FailureWords {
  readonly what: string;
  readonly next: string;
  /** What the server or the system said itself, with its code; absent where it said nothing. */
  readonly said?: string;
}

/** A trouble without words does not compile. */
export interface MailWords {
  readonly troubles: Readonly<Record<MailTrouble, (seen: SeenFailure) => Omit<FailureWords, 'said'>>>;
  readonly doubt: (seen: SeenDoubt) => Omit<FailureWords, 'said'>;
}

/** Everything in it is safe to print. */
export interface SeenFailure {
  readonly provider: PasswordPlace;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly from: string;
  readonly to: string | undefined;
  readonly stage: MailFailure['stage'];
}

export interface SeenDoubt {
  readonly bundle: string;
  readonly to: string;
  readonly from: string;
  readonly stage: MailFailure['stage'];
}

/** Who gives out the password that programs use. */
export type PasswordPlace = 'qq' | 'netease' | 'exmail' | 'other';
