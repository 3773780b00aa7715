import type { DeliveryOutcome, MailFailure, SmtpReply } from '../model/mail.ts';
import type { DeliveredMail, PlannedDelivery, PlannedMessage } from '../model/send.ts';
import type { System } from '../system/system.ts';
import type { MailConnection } from './mail-connection.ts';
import { recordStep } from './record-step.ts';
import type { SendingPace } from './sending-pace.ts';
import { tryAgain, type Patience } from './try-again.ts';

export interface Delivering extends Pick<Patience, 'onWait'> {
  readonly outbox: string;
  readonly planned: PlannedDelivery;
  readonly round: number;
  readonly connection: MailConnection;
  readonly pace: SendingPace;
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
  const { pace, onWait } = delivering;
  const patience = { retries: pace.retries, ...(onWait && { onWait }) };
  const { result, tries } = await tryAgain(() => tryOnce(mail, delivering, system), patience, system);
  const { part, parts, bytes } = mail;
  return { part, parts, bytes, outcome: result, tries };
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
