import type { MailAccount } from '../model/mail.ts';
import type { MailLimits, MailOpening, MailSession, System } from '../system/system.ts';

/** RFC 5321 4.5.3.2 allows five minutes a reply and ten after the final dot; whoever waits sees no life for so long. */
const LIMITS: MailLimits = { replySeconds: 120, acceptSeconds: 600 };

/** One log-in for a whole run; a connection that was lost is made anew when the next mail needs it. */
export interface MailConnection {
  open(): Promise<MailOpening>;
  close(): Promise<void>;
}

export function createMailConnection(
  account: MailAccount,
  password: string,
  { mail }: Pick<System, 'mail'>,
  limits: Partial<MailLimits> = {},
): MailConnection {
  let current: MailSession | undefined;
  return {
    open: async () => {
      if (current?.isOpen === true) return { kind: 'open', session: current };
      const opening = await mail.open(account, password, { ...LIMITS, ...limits });
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
