import type { Diagnosis } from '../model/diagnosis.ts';
import type { MailAccount } from '../model/mail.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { MailLimits, System } from '../system/system.ts';
import { findPassword } from './find-password.ts';
import type { LoadedConfig } from './load-config.ts';

/** Somebody sits and waits for the answer. */
const LIMITS: MailLimits = { replySeconds: 30, acceptSeconds: 30 };

export interface MailTrial {
  /** Logs in and out again; nothing is sent. */
  readonly logIn: boolean;
  readonly question: (account: MailAccount) => string;
}

/** One's own mailbox: settled by the config, and, where it is asked for, whether its server lets us in. */
export async function diagnoseMail(
  loaded: LoadedConfig,
  { logIn, question }: MailTrial,
  system: System,
): Promise<Diagnosis> {
  const { accountOf } = await import('./prepare-send.ts');
  try {
    const account = accountOf(loaded);
    if (!logIn) return { subject: 'mail', state: 'advice', account, tried: false };
    const { password } = await findPassword(account, question(account), system);
    const opening = await system.mail.open(account, password, LIMITS);
    if (opening.kind === 'failed')
      return { subject: 'mail', state: 'lacking', account, tried: true, failure: opening.failure };
    await opening.session.close();
    return { subject: 'mail', state: 'ok', account, tried: true };
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof EnvironmentError)) throw error;
    const place = error instanceof UsageError ? error.place : undefined;
    const problem = error instanceof EnvironmentError ? error.cure : error.words;
    const state = logIn ? 'lacking' : 'advice';
    return { subject: 'mail', state, tried: false, problem, ...(place && { place }) };
  }
}

export async function diagnoseKeyring({ keyring }: Pick<System, 'keyring'>): Promise<Diagnosis> {
  return { subject: 'keyring', state: (await keyring.isThere()) ? 'ok' : 'advice' };
}
