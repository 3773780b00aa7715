import { isTransient } from '../mail/failure-kind.ts';
import type { DeliveryOutcome, MailFailure, SmtpReply } from '../model/mail.ts';
import type { DeliveredMail, PlannedDelivery, PlannedMessage } from '../model/send.ts';
import type { System } from '../system/system.ts';
import type { MailConnection } from './mail-connection.ts';
import { recordStep } from './record-step.ts';
import { pause } from './pause.ts';

export interface Delivering {
  readonly outbox: string;
  readonly planned: PlannedDelivery;
  readonly round: number;
  readonly connection: MailConnection;
  /** Seconds before each further try; their number is that of the tries after the first. */
  readonly waits: readonly number[];
  readonly onBytes?: (mail: PlannedMessage, sent: number) => void;
}

/**
 * One mail, recorded step by step: what stands in the ledger is never more than what is known. Tried again only where
 * the server certainly does not hold it.
 */
export async function deliverMail(
  mail: PlannedMessage,
  delivering: Delivering,
  system: System,
): Promise<DeliveredMail> {
  const { part, parts, bytes } = mail;
  const result = (outcome: DeliveryOutcome, tries: number) => ({ part, parts, bytes, outcome, tries });
  for (const [index, wait] of [...delivering.waits, undefined].entries()) {
    const outcome = await tryOnce(mail, delivering, system);
    if (outcome.kind !== 'failed' || !isTransient(outcome.failure) || wait === undefined)
      return result(outcome, index + 1);
    await pause(wait, system);
  }
  throw new Error('the last try always ends');
}

async function tryOnce(
  mail: PlannedMessage,
  { outbox, planned, round, connection, onBytes }: Delivering,
  system: System,
): Promise<DeliveryOutcome> {
  const { part, parts, bytes, message } = mail;
  const common = { round, part, parts, messageId: message.messageId, bytes };
  const record = (step: Parameters<typeof recordStep>[2]) =>
    recordStep(outbox, planned, { ...common, ...step }, system);
  const opening = await connection.open();
  if (opening.kind === 'failed') {
    await record({ state: 'failed', ...wordsOf(opening.failure) });
    return opening;
  }
  await record({ state: 'sending' });
  const outcome = await opening.session.send(message, (sent) => onBytes?.(mail, sent));
  switch (outcome.kind) {
    case 'accepted':
      await record({ state: 'sent', reply: replyText(outcome.reply) });
      return outcome;
    case 'failed':
    case 'in-doubt':
      await record({ state: outcome.kind, ...wordsOf(outcome.failure) });
      return outcome;
  }
}

function wordsOf({ stage, cause, reply, detail }: MailFailure) {
  return {
    reason: `${stage}/${cause}`,
    ...(reply ? { reply: replyText(reply) } : detail === undefined ? {} : { reply: detail }),
  };
}

function replyText({ code, enhanced, text }: SmtpReply): string {
  return [code, enhanced, text].filter((piece) => piece !== undefined && piece !== '').join(' ');
}
