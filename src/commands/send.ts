import { readLedger } from '../mail/read-ledger.ts';
import { takeSenderLock, type OtherSender } from '../mail/sender-lock.ts';
import type { MailFailure } from '../model/mail.ts';
import { EnvironmentError } from '../model/problems.ts';
import type { PlannedDelivery, PlannedMessage, SendOutcome, SendPlan } from '../model/send.ts';
import type { System } from '../system/system.ts';
import { createMailConnection } from './mail-connection.ts';
import { planSend } from './plan-send.ts';
import type { PreparedSend } from './prepare-send.ts';
import { sendPlanned } from './send-planned.ts';
import { tryAgain, type Patience } from './try-again.ts';

export interface Sending extends Pick<Patience, 'onWait'> {
  readonly password: string;
  /** The server takes less than was planned for; what goes now is this. */
  readonly onReplanned?: (plan: SendPlan) => void;
  readonly onLogin?: () => void | Promise<void>;
  readonly onMail?: (planned: PlannedDelivery, mail: PlannedMessage) => void;
  readonly onBytes?: (mail: PlannedMessage, sent: number) => void;
}

/** Carries a plan out: alone in this outbox, with one log-in. */
export async function send(prepared: PreparedSend, sending: Sending, system: System): Promise<SendOutcome> {
  const { outbox } = prepared;
  const locking = await takeSenderLock(outbox.folder, system);
  if (locking.kind === 'taken') throw someoneSends(locking.by);
  try {
    await assertStillTrue(prepared, system);
    return await sendLocked(prepared, sending, system);
  } finally {
    await locking.lock.release();
  }
}

async function sendLocked(
  { plan, outbox, entries, settings, pace }: PreparedSend,
  { password, onReplanned, onLogin, ...watching }: Sending,
  system: System,
): Promise<SendOutcome> {
  const connection = createMailConnection(settings.account(), password, system, pace.limits);
  try {
    const { onWait } = watching;
    const patience = { retries: pace.retries, ...(onWait && { onWait }) };
    const { result: opening, tries } = await tryAgain(() => connection.open(), patience, system);
    if (opening.kind === 'failed') return notBegun(plan, opening.failure, tries, system);
    await onLogin?.();
    const { sizeLimit = Infinity } = opening.session;
    if (sizeLimit >= settings.limit)
      return await sendPlanned(plan, { connection, pace, ...watching }, system);
    const smaller = await planSend(outbox, entries, { ...settings, limit: sizeLimit }, system);
    onReplanned?.(smaller);
    return await sendPlanned(smaller, { connection, pace, ...watching }, system);
  } finally {
    await connection.close();
  }
}

/** Nothing was begun, so nothing needs to be recorded. */
function notBegun(
  plan: SendPlan,
  stoppedBy: MailFailure,
  tries: number,
  { interrupted }: Pick<System, 'interrupted'>,
): SendOutcome {
  return interrupted.aborted
    ? { plan, deliveries: [], interrupted: true }
    : { plan, deliveries: [], stoppedBy, tries };
}

/** Between the plan and the lock another one may have sent. */
async function assertStillTrue({ outbox, entries }: PreparedSend, system: System): Promise<void> {
  const now = await readLedger(outbox.folder, system.files);
  if (now.entries.length === entries.length) return;
  throw new EnvironmentError(
    {
      zh: '就在刚才，另一个窗口或另一台电脑也在这里发送过',
      en: 'someone else has sent from this outbox just now',
    },
    { zh: '请再运行一次，看看还剩什么没发', en: 'run again to see what is left' },
  );
}

export function someoneSends({ owner, path: file, state }: OtherSender): EnvironmentError {
  const who = owner
    ? { zh: `电脑 ${owner.host}`, en: `computer ${owner.host}` }
    : { zh: '有人', en: 'someone' };
  return new EnvironmentError(
    {
      zh: `${who.zh} 正在从这个文件夹发送，同时发会重复`,
      en: `${who.en} is sending from this outbox; two at once would send twice`,
    },
    state === 'alive'
      ? { zh: '请等它发完再运行', en: 'wait until it has ended, then run again' }
      : {
          zh: `请等它发完；确定那台电脑已经不在发送时，删掉 ${file} 再运行`,
          en: `wait until it has ended; when that computer certainly sends no more, delete ${file} and run again`,
        },
  );
}
