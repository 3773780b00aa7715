import type { PlannedDelivery, SendOutcome, SendPlan } from '../model/send.ts';

/** What `send --format json` prints: the plan, and what became of it. Keys are only ever added. */
export interface JsonSending {
  readonly schemaVersion: 1;
  readonly deliveries: readonly JsonDelivery[];
  readonly unreadable: readonly string[];
  /** Of the ledger. */
  readonly unreadableLines: readonly number[];
  readonly interrupted?: true;
  readonly stoppedBy?: SendOutcome['stoppedBy'];
}

type JsonDelivery = Omit<PlannedDelivery, 'decision'> & {
  readonly decision: Omit<PlannedDelivery['decision'], 'mails'>;
  readonly mails?: readonly JsonMail[];
};

interface JsonMail {
  readonly part: number;
  readonly parts: number;
  readonly subject: string;
  readonly messageId: string;
  readonly bytes: number;
  readonly attachments: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** Absent where it was not tried. */
  readonly outcome?: unknown;
}

export function toJsonSending(
  plan: SendPlan,
  unreadableLines: readonly number[],
  outcome?: SendOutcome,
): JsonSending {
  return {
    schemaVersion: 1,
    deliveries: plan.deliveries.map((delivery) => toJsonDelivery(delivery, outcome)),
    unreadable: plan.unreadable,
    unreadableLines,
    ...(outcome?.interrupted && { interrupted: true }),
    ...(outcome?.stoppedBy && { stoppedBy: outcome.stoppedBy }),
  };
}

function toJsonDelivery(delivery: PlannedDelivery, outcome: SendOutcome | undefined): JsonDelivery {
  const { decision, ...rest } = delivery;
  if (decision.kind !== 'send') return { ...rest, decision };
  const { mails, ...deciding } = decision;
  const done = outcome?.deliveries.find(({ planned }) => planned.bundle === delivery.bundle)?.mails ?? [];
  return {
    ...rest,
    decision: deciding,
    mails: mails.map(({ part, parts, bytes, message: { subject, messageId, attachments } }): JsonMail => {
      const became = done.find((one) => one.part === part)?.outcome;
      return {
        ...{ part, parts, subject, messageId, bytes },
        attachments: attachments.map(({ name, bytes: size, sha256 }) => ({ name, bytes: size, sha256 })),
        ...(became && { outcome: became }),
      };
    }),
  };
}
