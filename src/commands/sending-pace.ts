import type { MailLimits } from '../system/system.ts';
import type { Config } from './parse-config.ts';

/** How patient a run is, in seconds. */
export interface SendingPace {
  /** Between two mails: mailboxes take whoever hurries for a machine. */
  readonly pause: number;
  /** Before each further try of what may be repeated; none, and it is tried once. */
  readonly retries: readonly number[];
  readonly limits: MailLimits;
}

const PAUSE_SECONDS = 2;
const RETRY_SECONDS: readonly number[] = [5, 30];
/** RFC 5321 4.5.3.2 allows five minutes a reply and ten after the final dot; whoever waits sees no life for so long. */
const REPLY_SECONDS = 120;
/** After the final dot a server looks for viruses and stores: giving up there leaves a doubt. */
const ACCEPT_FACTOR = 5;

/** As the config says, else what suits the usual mailboxes. */
export function paceOf({ mail = {} }: Pick<Config, 'mail'>): SendingPace {
  const replySeconds = mail.timeout ?? REPLY_SECONDS;
  return {
    pause: mail.pause ?? PAUSE_SECONDS,
    retries: mail.retries ?? RETRY_SECONDS,
    limits: { replySeconds, acceptSeconds: replySeconds * ACCEPT_FACTOR },
  };
}
