import { measureMessage, writeMessage } from './node-mail-message.ts';
import type { MailNetwork } from './smtp-connect.ts';
import { openSmtp } from './smtp-open.ts';
import type { Mail } from './system.ts';

/** Everything of it hears the user's interruption. */
export function createMail(interrupted: AbortSignal, network: MailNetwork = {}): Mail {
  return {
    measure: (message) => measureMessage(message),
    write: (message) => writeMessage(message, interrupted),
    open: (account, password, limits) => openSmtp(account, password, limits, { network, interrupted }),
  };
}
