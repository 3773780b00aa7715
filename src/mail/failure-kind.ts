import type { MailFailure } from '../model/mail.ts';
import { troubleOf } from '../model/mail-trouble.ts';

/** Troubles that only time ends: trying again within seconds makes them worse. */
const NEEDS_REST: ReadonlySet<string> = new Set([
  'frequency',
  'login-paused',
  'spam',
  'mailbox-full',
  'too-large',
]);

/**
 * The server certainly does not hold the mail, and a moment later it may take it. Only for failures, never for what is
 * in doubt; after the final dot nothing is repeated by itself, whatever the reply.
 */
export function isTransient(failure: MailFailure): boolean {
  const { stage, cause, reply } = failure;
  if (stage === 'reply') return false;
  switch (cause) {
    case 'unreachable':
    case 'timeout':
    case 'cut':
      return true;
    case 'refused':
      return (
        reply !== undefined && reply.code >= 400 && reply.code < 500 && !NEEDS_REST.has(troubleOf(failure))
      );
    case 'no-host':
    case 'certificate':
    case 'no-tls':
    case 'not-smtp':
    case 'too-large':
    case 'attachment-changed':
    case 'interrupted':
      return false;
  }
}

/** It lies with the account or the server, so every other mail of the run would meet it too. */
export function isOfAccount(failure: MailFailure): boolean {
  switch (failure.stage) {
    case 'connect':
    case 'tls':
    case 'greeting':
    case 'login':
      return failure.cause !== 'interrupted';
    case 'from':
    case 'recipient':
    case 'data':
    case 'content':
    case 'reply':
      return OF_ACCOUNT.has(troubleOf(failure));
  }
}

const OF_ACCOUNT: ReadonlySet<string> = new Set([
  'password',
  'service-off',
  'login-paused',
  'sender',
  'frequency',
  'no-host',
  'certificate',
  'no-tls',
  'not-smtp',
]);
