import path from 'node:path';
import { loadMailTemplates } from '../mail/mail-templates.ts';
import { settleAccount } from '../mail/settle-account.ts';
import { readLedger } from '../mail/read-ledger.ts';
import { otherSenders, takeSenderLock, type OtherSender } from '../mail/sender-lock.ts';
import type { FileLink } from '../model/bundle.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { DEFAULT_MAIL_LIMIT } from '../model/mail-size.ts';
import type { MailAccount, MailFailure } from '../model/mail.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { PlannedDelivery, PlannedMessage, SendOutcome, SendPlan } from '../model/send.ts';
import type { MailLimits, System } from '../system/system.ts';
import { CONFIG_NAME, loadConfig, type LoadedConfig } from './load-config.ts';
import { createMailConnection } from './mail-connection.ts';
import { outboxFolder } from './outbox-folder.ts';
import { planSend, type PlanSettings } from './plan-send.ts';
import { readOutbox, type Outbox } from './read-outbox.ts';
import { sendPlanned } from './send-planned.ts';

export interface SendParams {
  readonly outbox?: string;
  readonly config?: string;
  /** Of one's own: id or file; the config's where absent. */
  readonly notice?: string;
  /** Names of the bundles that are meant; all where absent. */
  readonly only?: readonly string[];
  readonly resend?: boolean;
  /** Another mailbox than the notice's. */
  readonly to?: string;
  readonly confirmRecipient?: boolean;
  /** For files that no mail takes: by new name, of whatever bundle has it. */
  readonly links?: readonly FileLink[];
}

/** A plan, with all that carrying it out needs. */
export interface PreparedSend {
  readonly plan: SendPlan;
  readonly outbox: Outbox;
  /** What the ledger said when the plan was made. */
  readonly entries: readonly LedgerEntry[];
  /** Lines of the ledger that nobody can read, other than a torn last one. */
  readonly unreadableLines: readonly number[];
  readonly settings: PlanSettings;
  readonly pauseSeconds: number;
}

/** Seconds between two mails of a run, where the config says nothing else. */
const PAUSE_SECONDS = 2;
/** Seconds before the second and the third try. */
const WAITS: readonly number[] = [5, 30];

/** Decides what would be sent. Nothing is written and nothing goes over the network. */
export async function prepareSend(params: SendParams, system: System): Promise<PreparedSend> {
  assertConfirmed(params);
  const loaded = await loadConfig(params.config, system);
  const { mail } = loaded.config;
  const { folder, shown } = outboxFolder(params.outbox, loaded, system.environment);
  const outbox = await readOutbox(folder, shown, system);
  const { entries, unreadable } = await readLedger(folder, system.files);
  assertKnown(params, outbox);
  const settings: PlanSettings = {
    account: () => accountOf(loaded),
    templates: await loadMailTemplates(templateFolders(loaded, system), system.files),
    limit: mail?.limit ?? DEFAULT_MAIL_LIMIT,
    links: linksByBundle(params.links ?? [], outbox),
    date: system.now(),
    resend: params.resend ?? false,
    senderLives: (await otherSenders(folder, system)).length > 0,
    ...(params.only && { only: params.only }),
    ...(params.to !== undefined && { to: params.to }),
    ...noticeOf(params, loaded),
  };
  const plan = await planSend(outbox, entries, settings, system);
  assertResendMeant(params, plan);
  return {
    ...{ plan, outbox, entries, settings },
    unreadableLines: unreadable.filter(({ why }) => why !== 'torn').map(({ line }) => line),
    pauseSeconds: mail?.pause ?? PAUSE_SECONDS,
  };
}

/** One's own mailbox as the config says. Throws a `UsageError` that names the key to write. */
export function accountOf({ config, file }: LoadedConfig): MailAccount {
  const contactEmail = config.contact?.email;
  return settleAccount({
    ...(config.mail && { mail: config.mail }),
    ...(contactEmail !== undefined && { contactEmail }),
    file: file ?? CONFIG_NAME,
  });
}

function assertConfirmed({ to, confirmRecipient }: SendParams): void {
  if (to === undefined || confirmRecipient === true) return;
  throw new UsageError({
    zh: `${to} 不是通知写明的邮箱。核对无误后，请同时加上 --confirm-recipient`,
    en: `${to} is not the mailbox that the notice names; once you are sure, add --confirm-recipient`,
  });
}

function assertKnown({ only, links }: SendParams, { bundles }: Outbox): void {
  const names = bundles.map(({ manifest }) => manifest.bundle);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw noSuchBundle(unknown, names);
  const files = bundles.flatMap(({ manifest }) => manifest.files.map(({ name }) => name));
  const stray = links?.find(({ name }) => !files.includes(name));
  if (stray) {
    throw new UsageError({
      zh: `--link 写的文件“${stray.name}”不在任何包里；请写包里的新文件名`,
      en: `no bundle has the file “${stray.name}” that --link names; write its name inside the bundle`,
    });
  }
}

export function noSuchBundle(name: string, known: readonly string[]): UsageError {
  return new UsageError({
    zh: `发件文件夹里没有包“${name}”；现有：${known.join('、') || '没有'}`,
    en: `there is no bundle “${name}” in the outbox; there are: ${known.join(', ') || 'none'}`,
  });
}

/** Sending everything once more by a slip of one word would be hard to take back. */
function assertResendMeant({ resend, only }: SendParams, { deliveries }: SendPlan): void {
  if (resend !== true || only) return;
  const again = deliveries.filter(({ decision }) => decision.kind === 'send' && decision.round > 0);
  if (again.length < 2) return;
  throw new UsageError({
    zh: `已经发过的包有 ${again.length} 个；请用 --bundle 写明重发哪一个：${again.map(({ bundle }) => bundle).join('、')}`,
    en: `${again.length} bundles were sent before; name the one to send again with --bundle: ${again.map(({ bundle }) => bundle).join(', ')}`,
  });
}

function templateFolders({ folder }: LoadedConfig, { environment }: System): readonly string[] {
  return [path.join(folder, 'templates', 'mail'), path.join(environment.templates, 'mail')];
}

function noticeOf({ notice }: SendParams, { config, folder }: LoadedConfig): Pick<PlanSettings, 'notice'> {
  if (notice !== undefined) return { notice: { named: notice } };
  return config.notice === undefined ? {} : { notice: { named: config.notice, from: folder } };
}

function linksByBundle(
  links: readonly FileLink[],
  { bundles }: Outbox,
): ReadonlyMap<string, readonly FileLink[]> {
  return new Map(
    bundles.map(({ manifest: { bundle, files } }) => [
      bundle,
      links.filter((link) => files.some(({ name }) => name === link.name)),
    ]),
  );
}

export interface Sending {
  readonly password: string;
  /** The server takes less than was planned for; what goes now is this. */
  readonly onReplanned?: (plan: SendPlan) => void;
  readonly onLogin?: () => void | Promise<void>;
  readonly onMail?: (planned: PlannedDelivery, mail: PlannedMessage) => void;
  readonly onBytes?: (mail: PlannedMessage, sent: number) => void;
  readonly waits?: readonly number[];
  readonly limits?: Partial<MailLimits>;
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
  { plan, outbox, entries, settings, pauseSeconds }: PreparedSend,
  { password, onReplanned, onLogin, waits = WAITS, limits, ...watching }: Sending,
  system: System,
): Promise<SendOutcome> {
  const connection = createMailConnection(settings.account(), password, system, limits);
  try {
    const opening = await connection.open();
    if (opening.kind === 'failed') return notBegun(plan, opening.failure);
    await onLogin?.();
    const { sizeLimit = Infinity } = opening.session;
    if (sizeLimit >= settings.limit)
      return await sendPlanned(plan, { connection, waits, pauseSeconds, ...watching }, system);
    const smaller = await planSend(outbox, entries, { ...settings, limit: sizeLimit }, system);
    onReplanned?.(smaller);
    return await sendPlanned(smaller, { connection, waits, pauseSeconds, ...watching }, system);
  } finally {
    await connection.close();
  }
}

/** Nothing was begun, so nothing needs to be recorded. */
function notBegun(plan: SendPlan, stoppedBy: MailFailure): SendOutcome {
  return { plan, deliveries: [], stoppedBy };
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

function someoneSends({ owner, path: file, state }: OtherSender): EnvironmentError {
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
