import {
  deliveryOf,
  indexDeliveries,
  otherContentSent,
  type BundleDelivery,
  type DeliveryIndex,
} from '../mail/delivery-state.ts';
import type { BundleManifest } from '../model/bundle.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import type { PlannedDelivery, SendDecision, SendPlan } from '../model/send.ts';
import type { System } from '../system/system.ts';
import { fitBundle, type FitSettings, type MailedBundle } from './fit-bundle.ts';
import { keyOf, type Outbox, type OutboxBundle } from './read-outbox.ts';
import { createRecipientBook, type RecipientBook } from './recipient-book.ts';

export interface PlanSettings extends FitSettings {
  /** Names of the bundles that are meant; all where absent. */
  readonly only?: readonly string[];
  /** Sends again what was sent. */
  readonly resend: boolean;
  /** Another mailbox than the notice's, which a person has confirmed. */
  readonly to?: string;
  /** A notice of one's own: id or path, from the command line or the config. */
  readonly notice?: { readonly named: string; readonly from?: string };
  /** Another process sends from this outbox at this moment. */
  readonly senderLives: boolean;
}

/** What a run would do, bundle by bundle. Reads the bundles that are to go, and nothing else; writes nothing. */
export async function planSend(
  outbox: Outbox,
  entries: readonly LedgerEntry[],
  settings: PlanSettings,
  system: System,
): Promise<SendPlan> {
  const book = createRecipientBook(settings.notice, system);
  const planning = { outbox, entries, index: indexDeliveries(entries), settings, book };
  const deliveries: PlannedDelivery[] = [];
  for (const bundle of outbox.bundles) {
    if (settings.only && !settings.only.includes(bundle.manifest.bundle)) continue;
    deliveries.push(await planDelivery(bundle, planning, system));
  }
  const { unreadable } = outbox;
  return { outbox: outbox.folder, deliveries, unreadable };
}

interface Planning {
  readonly outbox: Outbox;
  readonly entries: readonly LedgerEntry[];
  readonly index: DeliveryIndex;
  readonly settings: PlanSettings;
  readonly book: RecipientBook;
}

async function planDelivery(
  { manifest }: OutboxBundle,
  planning: Planning,
  system: System,
): Promise<PlannedDelivery> {
  const { settings, index } = planning;
  const to = manifest.mail && (settings.to ?? manifest.mail.to);
  const content = keyOf(manifest, to);
  const key = { content, ...(to !== undefined && { to }) };
  const delivery = deliveryOf(index, key, settings.senderLives);
  const decision =
    to === undefined
      ? byHand(manifest, delivery)
      : await decide({ manifest, to, content, delivery }, planning, system);
  const { bundle, notice, org, category, categoryName, date, route, routeName } = manifest;
  return {
    ...{ bundle, notice: notice.id, org, category, categoryName, date, content },
    ...(route !== undefined && { route }),
    ...(routeName !== undefined && { routeName }),
    ...(to !== undefined && { to }),
    state: delivery.state,
    decision,
  };
}

function byHand(
  { steps, unstamped: names = [] }: BundleManifest,
  { state, parts }: BundleDelivery,
): SendDecision {
  const done = state === 'done' ? parts[0]?.last : undefined;
  if (names.length > 0 && !done) return { kind: 'stopped', why: { kind: 'unstamped', names } };
  return { kind: 'by-hand', steps, ...(done && { done }) };
}

async function decide(
  mailed: MailedBundle,
  { outbox, entries, settings, book }: Planning,
  system: System,
): Promise<SendDecision> {
  const { manifest, to, content, delivery } = mailed;
  const last = delivery.parts.findLast((part) => part.last)?.last;
  if (delivery.state === 'in-doubt' || delivery.state === 'sending')
    return { kind: 'in-doubt', ...(last && { last }) };
  const isOver = delivery.state === 'sent' || delivery.state === 'done';
  if (isOver && !settings.resend) return { kind: 'already', ...(last && { last }) };
  const { unstamped: names = [] } = manifest;
  if (names.length > 0) return { kind: 'stopped', why: { kind: 'unstamped', names } };
  const lacking = manifest.mail?.lacking ?? [];
  if (lacking.length > 0) return { kind: 'stopped', why: { kind: 'mail', fields: lacking } };
  const doubt = settings.to === undefined ? await book.doubtAbout(manifest, to) : undefined;
  if (doubt) return { kind: 'stopped', why: doubt };
  // What was sent in part is finished, unless this very bundle is named to be sent whole once more.
  const fresh =
    isOver || (delivery.state === 'partly-sent' && settings.resend && settings.only !== undefined);
  const round = fresh ? delivery.round + 1 : delivery.round;
  const fitted = await fitBundle({ ...mailed, round, fresh }, outbox.folder, settings, system);
  if (fitted.kind === 'stopped') return fitted;
  const { mails, limit, links } = fitted;
  const earlier = otherContentSent(entries, { bundle: manifest.bundle, content, to });
  return { kind: 'send', round, mails, limit, links, earlier };
}
