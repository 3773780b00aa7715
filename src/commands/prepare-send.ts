import path from 'node:path';
import { isAddress } from '../mail/is-address.ts';
import { loadMailTemplates } from '../mail/mail-templates.ts';
import { settleAccount } from '../mail/settle-account.ts';
import { readLedger } from '../mail/read-ledger.ts';
import { otherSenders, type OtherSender } from '../mail/sender-lock.ts';
import type { FileLink } from '../model/bundle.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { DEFAULT_MAIL_LIMIT } from '../model/mail-size.ts';
import type { MailAccount } from '../model/mail.ts';
import { UsageError } from '../model/problems.ts';
import type { SendPlan } from '../model/send.ts';
import type { System } from '../system/system.ts';
import { CONFIG_NAME, loadConfig, type LoadedConfig } from './load-config.ts';
import { outboxFolder } from './outbox-folder.ts';
import { planSend, type PlanSettings } from './plan-send.ts';
import { readOutbox, type Outbox } from './read-outbox.ts';
import { paceOf, type SendingPace } from './sending-pace.ts';

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
  readonly pace: SendingPace;
  /** Sends from this outbox at this moment, or may. */
  readonly other?: OtherSender;
}

/** Decides what would be sent. Nothing is written and nothing goes over the network. */
export async function prepareSend(params: SendParams, system: System): Promise<PreparedSend> {
  assertConfirmed(params);
  const loaded = await loadConfig(params.config, system);
  const { mail } = loaded.config;
  const { folder, shown } = outboxFolder(params.outbox, loaded, system.environment);
  const outbox = await readOutbox(folder, shown, system);
  const { entries, unreadable } = await readLedger(folder, system.files);
  assertKnown(params, outbox);
  const [other] = await otherSenders(folder, system);
  const settings: PlanSettings = {
    account: () => accountOf(loaded),
    templates: await loadMailTemplates(templateFolders(loaded, system), system.files),
    limit: mail?.limit ?? DEFAULT_MAIL_LIMIT,
    links: linksByBundle(params.links ?? [], outbox),
    date: system.now(),
    resend: params.resend ?? false,
    senderLives: other !== undefined,
    ...(params.only && { only: params.only }),
    ...(params.to !== undefined && { to: params.to }),
    ...noticeOf(params, loaded),
  };
  const plan = await planSend(outbox, entries, settings, system);
  assertResendMeant(params, plan);
  return {
    ...{ plan, outbox, entries, settings },
    unreadableLines: unreadable.filter(({ why }) => why !== 'torn').map(({ line }) => line),
    pace: paceOf(loaded.config),
    ...(other && { other }),
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
  if (to !== undefined && !isAddress(to)) {
    throw new UsageError({
      zh: `--to 写的“${to}”不是一个邮箱地址，应写成 名字@域名，只写一个，不带姓名和空格`,
      en: `“${to}”, given with --to, is no address: write name@domain alone, and only one`,
    });
  }
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
