import type { MailAccount } from '../model/mail.ts';
import type { MailLimits, MailOpening, MailSession, System } from '../system/system.ts';

/** One log-in for a whole run; a connection that was lost is made anew when the next mail needs it. */
export interface MailConnection {
  open(): Promise<MailOpening>;
  close(): Promise<void>;
}

export function createMailConnection(
  account: MailAccount,
  password: string,
  { mail }: Pick<System, 'mail'>,
  limits: MailLimits,
): MailConnection {
  let current: MailSession | undefined;
  return {
    open: async () => {
      if (current?.isOpen === true) return { kind: 'open', session: current };
      const opening = await mail.open(account, password, limits);
      current = opening.kind === 'open' ? opening.session : undefined;
      return opening;
    },
    close: async () => {
      const session = current;
      current = undefined;
      await session?.close();
    },
  };
}
