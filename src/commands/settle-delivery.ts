import { deliveryOf, indexDeliveries } from '../mail/delivery-state.ts';
import { readLedger } from '../mail/read-ledger.ts';
import { otherSenders } from '../mail/sender-lock.ts';
import { UsageError } from '../model/problems.ts';
import type { BundleState } from '../model/send.ts';
import type { System } from '../system/system.ts';
import { loadConfig } from './load-config.ts';
import { outboxFolder } from './outbox-folder.ts';
import { keyOf, readOutbox } from './read-outbox.ts';
import { recordStep } from './record-step.ts';
import { noSuchBundle } from './prepare-send.ts';

/** What a person says about a bundle: found out where it was in doubt, or handed in by a way that is no mail. */
export interface SettleParams {
  readonly outbox?: string;
  readonly config?: string;
  readonly bundle: string;
  readonly word: 'sent' | 'not-sent' | 'done';
  /** Who says so; the contact of the config where absent. */
  readonly by?: string;
  readonly note?: string;
  /** The mailbox, where it was sent to another one than the notice's. */
  readonly to?: string;
}

export interface Settled {
  readonly bundle: string;
  readonly to?: string;
  readonly before: BundleState;
  readonly word: SettleParams['word'];
  readonly by: string;
}

/** Writes a person's word into the ledger. Throws a `UsageError` where there is nothing to settle. */
export async function settleDelivery(params: SettleParams, system: System): Promise<Settled> {
  const loaded = await loadConfig(params.config, system);
  const { folder, shown } = outboxFolder(params.outbox, loaded, system.environment);
  const { bundles } = await readOutbox(folder, shown, system);
  const found = bundles.find(({ manifest }) => manifest.bundle === params.bundle);
  const names = bundles.map(({ manifest }) => manifest.bundle);
  if (!found) throw noSuchBundle(params.bundle, names);
  const { manifest } = found;
  const to = params.to ?? manifest.mail?.to;
  const content = keyOf(manifest, to);
  const { entries } = await readLedger(folder, system.files);
  const senderLives = (await otherSenders(folder, system)).length > 0;
  const key = { content, ...(to !== undefined && { to }) };
  const { state, round } = deliveryOf(indexDeliveries(entries), key, senderLives);
  assertOpen(params, state);
  const by = params.by ?? loaded.config.contact?.name;
  if (by === undefined || by.trim() === '') throw noName();
  const { bundle, notice, org, category, categoryName, date, route } = manifest;
  const planned = {
    ...{ bundle, notice: notice.id, org, category, categoryName, date, content },
    ...(route !== undefined && { route }),
    ...(to !== undefined && { to }),
  };
  const said = { round, by: by.trim(), ...(params.note !== undefined && { note: params.note.trim() }) };
  await recordStep(folder, planned, { state: STATES[params.word], ...said }, system);
  return { bundle, ...(to !== undefined && { to }), before: state, word: params.word, by: by.trim() };
}

const STATES = { sent: 'sent', 'not-sent': 'failed', done: 'done' } as const;

function assertOpen({ bundle, word }: SettleParams, state: BundleState): void {
  if (word === 'done' ? CAN_BE_TICKED.has(state) : state === 'in-doubt') return;
  throw new UsageError(
    word === 'done'
      ? {
          zh: `“${bundle}”已经报送过，或正在发送，不能再打勾`,
          en: `“${bundle}” was handed in before, or is being sent; it cannot be ticked`,
        }
      : {
          zh: `“${bundle}”没有待确认的发送；只有“未知是否送达”的才用 --settle`,
          en: `nothing about “${bundle}” is in doubt; --settle is for what is`,
        },
  );
}

const CAN_BE_TICKED: ReadonlySet<BundleState> = new Set([
  'none',
  'planned',
  'failed',
  'partly-sent',
  'in-doubt',
]);

function noName(): UsageError {
  return new UsageError({
    zh: '请写明是谁确认的：加 --by 姓名，或写进 four-ones.yaml 的 contact: name',
    en: 'say who confirms it: --by NAME, or contact: name in four-ones.yaml',
  });
}
