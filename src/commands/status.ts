import { deliveryOf, indexDeliveries, type DeliveryIndex } from '../mail/delivery-state.ts';
import { formatLedgerTable } from '../mail/ledger-table.ts';
import { readLedger } from '../mail/read-ledger.ts';
import { otherSenders } from '../mail/sender-lock.ts';
import { leavesOf } from '../model/bundle.ts';
import { daysBetween, localCalendarDate, parseCalendarDate } from '../model/calendar-date.ts';
import { dueNow } from '../model/monthly.ts';
import { stepsOfCategory } from '../model/category-steps.ts';
import type { Category, Step } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import type { BundleStatus, CategoryStatus, Status, StatusStep } from '../model/status.ts';
import type { System } from '../system/system.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { readNotice } from './notice.ts';
import { outboxFolder } from './outbox-folder.ts';
import { readOutbox, type Outbox, type OutboxBundle } from './read-outbox.ts';
import { folderOf, noticeRequest } from './settle-request.ts';
import { judgeSeen, stepKey } from './status-materials.ts';

export interface StatusParams {
  readonly outbox?: string;
  readonly config?: string;
}

/** Reads the outbox, its ledger and the notice. An outbox that is not there yet is an empty one. */
export async function status(params: StatusParams, system: System): Promise<Status> {
  const loaded = await loadConfig(params.config, system);
  const notice = await readNotice(noticeRequest({}, loaded), system);
  const outbox = await outboxOf(params, loaded, system);
  const { entries, unreadable } = await readLedger(outbox.folder, system.files);
  const index = indexDeliveries(entries);
  const senderLives = (await otherSenders(outbox.folder, system)).length > 0;
  const date = parseCalendarDate(loaded.config.date ?? '') ?? localCalendarDate(system.now());
  const known = new Set(notice.categories.map(({ id }) => id));
  const own = outbox.bundles.filter(({ manifest }) => manifest.notice.id === notice.id);
  const bundlesIn = (id: string) => own.filter(({ manifest }) => manifest.category === id);
  const others = outbox.bundles.filter(
    (bundle) => !own.includes(bundle) || !known.has(bundle.manifest.category),
  );
  const { root } = folderOf({}, loaded, system);
  const seen = await judgeSeen(root, loaded, params.config, system);
  const ticked = seen?.ticked ?? new Set();
  const { org } = loaded.config;
  const stateOf = (bundle: OutboxBundle) => bundleStatus(bundle, index, senderLives);
  return {
    outbox: outbox.folder,
    notice: { id: notice.id, title: notice.title },
    date,
    ...(seen && { materials: seen.state }),
    steps: stepsWithDay(notice.steps, { date, ticked }),
    categories: notice.categories.map((category) => {
      const materials = seen?.byCategory.get(category.id);
      return {
        ...datesOf(category, date),
        ...(materials && { materials }),
        steps: stepsWithDay(stepsOfCategory(category, notice, org === undefined ? {} : { org }), {
          ...{ date, ticked },
          category: category.id,
        }),
        bundles: bundlesIn(category.id).map(stateOf),
      };
    }),
    others: others.map(stateOf),
    unreadable: outbox.unreadable,
    unreadableLines: unreadable.filter(({ why }) => why !== 'torn').map(({ line }) => line),
  };
}

/** 报送台账 of an outbox as a table for Excel and WPS. */
export async function ledgerTable(params: StatusParams, system: System): Promise<string> {
  const loaded = await loadConfig(params.config, system);
  const { folder, bundles } = await outboxOf(params, loaded, system);
  const { entries } = await readLedger(folder, system.files);
  const manifests = bundles.map(({ manifest }) => manifest);
  return formatLedgerTable(entries, {
    notices: new Map(manifests.map(({ notice }) => [notice.id, notice.title])),
    categories: new Map(manifests.map(({ category, categoryName }) => [category, categoryName])),
  });
}

async function outboxOf(params: StatusParams, loaded: LoadedConfig, system: System): Promise<Outbox> {
  const { folder, shown } = outboxFolder(params.outbox, loaded, system.environment);
  try {
    return await readOutbox(folder, shown, system);
  } catch (error) {
    if (error instanceof UsageError && params.outbox === undefined)
      return { folder, bundles: [], unreadable: [] };
    throw error;
  }
}

function datesOf(
  { id, name, deadlines, allYear }: Category,
  date: Status['date'],
): Omit<CategoryStatus, 'bundles' | 'steps'> {
  const { from } = allYear?.value ?? {};
  const opensIn = from === undefined ? 0 : daysBetween(date, from);
  return {
    id,
    name,
    ...(allYear && { allYear: opensIn > 0 ? { opensIn } : {} }),
    deadlines: dueNow(deadlines, date).map((deadline) => ({
      ...deadline,
      daysLeft: daysBetween(date, deadline.on),
    })),
  };
}

function stepsWithDay(
  steps: readonly Step[],
  told: { readonly date: Status['date']; readonly ticked: ReadonlySet<string>; readonly category?: string },
): readonly StatusStep[] {
  return steps.flatMap(({ text, due }) => {
    if (!due) return [];
    const done = told.ticked.has(stepKey(text, told.category));
    return [{ text, due, daysLeft: daysBetween(told.date, due.on), ...(done && { done: true as const }) }];
  });
}

function bundleStatus(
  { manifest, content }: OutboxBundle,
  index: DeliveryIndex,
  senderLives: boolean,
): BundleStatus {
  const { bundle, categoryName, date, routeName, mail, files } = manifest;
  const key = { content, ...(mail && { to: mail.to }) };
  const { state, parts, counts } = deliveryOf(index, key, senderLives);
  const last = parts.findLast((part) => part.last)?.last;
  return {
    ...{ bundle, categoryName, date, state },
    ...(routeName !== undefined && { routeName }),
    ...(mail && { to: mail.to }),
    mails: { sent: counts.sent, all: parts.length },
    files: leavesOf(files).filter(({ role }) => role !== 'list').length,
    ...(last && { last }),
  };
}
