import { isOfAccount } from '../mail/failure-kind.ts';
import type { MailFailure } from '../model/mail.ts';
import type {
  DeliveredBundle,
  DeliveredMail,
  PlannedDelivery,
  PlannedMessage,
  SendOutcome,
  SendPlan,
} from '../model/send.ts';
import type { System } from '../system/system.ts';
import { deliverMail, type Delivering } from './deliver-mail.ts';
import { pause } from './pause.ts';
import { recordStep } from './record-step.ts';

export type SendingSettings = Pick<Delivering, 'connection' | 'pace' | 'onWait'> & {
  readonly onMail?: (planned: PlannedDelivery, mail: PlannedMessage) => void;
  readonly onBytes?: (mail: PlannedMessage, sent: number) => void;
};

/**
 * Sends what the plan says, in its order, and nothing else. The caller holds the sender's lock. An interruption ends it
 * as soon as it is known what became of the mail under way.
 */
export async function sendPlanned(
  plan: SendPlan,
  settings: SendingSettings,
  system: System,
): Promise<SendOutcome> {
  const deliveries: DeliveredBundle[] = [];
  let begun = false;
  for (const planned of plan.deliveries) {
    if (planned.decision.kind !== 'send') continue;
    if (begun && !(await pause(settings.pace.pause, system))) break;
    begun = true;
    const delivered = await sendBundle(plan, planned, planned.decision, settings, system);
    deliveries.push(delivered);
    const stoppedBy = delivered.mails.map(failureOf).find((failure) => failure && isOfAccount(failure));
    if (stoppedBy) return { plan, deliveries, stoppedBy };
    if (system.interrupted.aborted) break;
  }
  return { plan, deliveries, ...(system.interrupted.aborted && { interrupted: true }) };
}

type Sending = Extract<PlannedDelivery['decision'], { kind: 'send' }>;

/** All mails of one bundle are written down before the first one goes; the first that does not arrive ends it. */
async function sendBundle(
  { outbox }: SendPlan,
  planned: PlannedDelivery,
  { mails, round }: Sending,
  settings: SendingSettings,
  system: System,
): Promise<DeliveredBundle> {
  for (const { part, parts, files, message, bytes } of mails) {
    const step = {
      state: 'planned',
      round,
      part,
      parts,
      files,
      messageId: message.messageId,
      bytes,
    } as const;
    await recordStep(outbox, planned, step, system);
  }
  const delivered: DeliveredMail[] = [];
  for (const [index, mail] of mails.entries()) {
    if (index > 0 && !(await pause(settings.pace.pause, system))) break;
    settings.onMail?.(planned, mail);
    const result = await deliverMail(mail, { ...settings, outbox, planned, round }, system);
    delivered.push(result);
    if (result.outcome.kind !== 'accepted' || system.interrupted.aborted) break;
  }
  return { planned, mails: delivered };
}

function failureOf({ outcome }: DeliveredMail): MailFailure | undefined {
  return outcome.kind === 'accepted' ? undefined : outcome.failure;
}
