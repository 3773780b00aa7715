import type { LedgerEntry, PartNumber } from '../model/ledger.ts';
import type { BundleState } from '../model/send.ts';
import { endState, isPersonsWord, mayBeOut, nextState, type PartState } from './part-state.ts';

/** What a delivery is told apart by: `contentKey`, and the mailbox where it is a mail. */
export interface DeliveryKey {
  readonly content: string;
  readonly to?: string;
}

export interface BundleDelivery {
  readonly state: BundleState;
  /** The latest; 0 where there is none. */
  readonly round: number;
  /** Of the latest round, in order; empty where nothing was recorded. */
  readonly parts: readonly PartDelivery[];
  readonly counts: Readonly<Record<PartState, number>>;
  /**
   * Names of the files of each mail, as planned; present as soon as a mail of the round may have gone out, and then
   * kept for the rest of it. Undefined for a mail whose plan was not recorded.
   */
  readonly division?: readonly (readonly string[] | undefined)[];
}

export interface PartDelivery extends PartNumber {
  readonly state: PartState;
  /** What was recorded of it last. */
  readonly last?: LedgerEntry;
  /** Names of the files it takes, as planned last; absent where the plan was not recorded. */
  readonly files?: readonly string[];
}

/** The entries of each content, in the order of the ledger. */
export type DeliveryIndex = ReadonlyMap<string, readonly LedgerEntry[]>;

/** One pass over the ledger, for looking up any number of bundles. */
export function indexDeliveries(entries: readonly LedgerEntry[]): DeliveryIndex {
  const index = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const known = index.get(entry.content);
    if (known) known.push(entry);
    else index.set(entry.content, [entry]);
  }
  return index;
}

/**
 * Where a bundle stands. `senderLives`: another process holds the sender's lock, so that a `sending` without an outcome
 * is under way; otherwise it is in doubt.
 */
export function deliveryOf(
  index: DeliveryIndex,
  { content, to }: DeliveryKey,
  senderLives: boolean,
): BundleDelivery {
  const entries = (index.get(content) ?? []).filter((entry) => entry.to === to);
  const round = entries.reduce((latest, entry) => Math.max(latest, entry.round), 0);
  const own = entries.filter((entry) => entry.round === round);
  const { chosen, torn } = chooseDivision(own, senderLives);
  // Files of its mails may have gone out in mails of the other division: a person has to look.
  const parts = torn ? chosen.map(doubted) : chosen;
  const bound = parts.some(({ state }) => mayBeOut(state));
  const counts = countStates(parts);
  return {
    state: stateOf(parts.length, counts),
    round,
    parts,
    counts,
    ...(bound && { division: parts.map(({ files }) => files) }),
  };
}

function doubted(part: PartDelivery): PartDelivery {
  return part.state === 'sent' || part.state === 'done' ? part : { ...part, state: 'in-doubt' };
}

/** The division by which mails went out first; before that, the one planned last. */
function chooseDivision(
  entries: readonly LedgerEntry[],
  senderLives: boolean,
): { readonly chosen: readonly PartDelivery[]; readonly torn: boolean } {
  const totals = new Set(entries.filter((entry) => !isAboutAll(entry)).map(totalOf));
  // Ticked without ever having been planned.
  if (totals.size === 0 && entries.length > 0) totals.add(1);
  const divisions = [...totals].map((total) => partsOf(entries, total, senderLives));
  const out = divisions.filter((parts) => parts.some(({ state }) => mayBeOut(state)));
  const last = entries.findLast((entry) => !isAboutAll(entry));
  const planned = divisions.find(([first]) => last !== undefined && first?.parts === totalOf(last));
  return { chosen: out[0] ?? planned ?? divisions[0] ?? [], torn: out.length > 1 };
}

/** A person's word about the bundle, whatever its division. */
function isAboutAll(entry: LedgerEntry): boolean {
  return isPersonsWord(entry) && entry.part === undefined;
}

function totalOf({ part = 1, parts = part }: LedgerEntry): number {
  return parts;
}

function partsOf(
  entries: readonly LedgerEntry[],
  total: number,
  senderLives: boolean,
): readonly PartDelivery[] {
  const parts = Array.from({ length: total }, (_, place): PartDelivery => {
    return { part: place + 1, parts: total, state: 'unsent' };
  });
  for (const entry of entries) {
    if (isAboutAll(entry)) parts.forEach((part, place) => (parts[place] = withEntry(part, entry)));
    else if (totalOf(entry) === total) {
      const place = (entry.part ?? 1) - 1;
      const part = parts[place];
      if (part) parts[place] = withEntry(part, entry);
    }
  }
  return parts.map((part) => ({ ...part, state: endState(part.state, senderLives) }));
}

function withEntry(part: PartDelivery, entry: LedgerEntry): PartDelivery {
  const { files } = entry;
  return { ...part, state: nextState(part.state, entry), last: entry, ...(files && { files }) };
}

function countStates(parts: readonly PartDelivery[]): Readonly<Record<PartState, number>> {
  const counts = { unsent: 0, planned: 0, sending: 0, sent: 0, failed: 0, 'in-doubt': 0, done: 0 };
  for (const { state } of parts) counts[state] += 1;
  return counts;
}

function stateOf(total: number, counts: Readonly<Record<PartState, number>>): BundleState {
  const handed = counts.sent + counts.done;
  if (total === 0) return 'none';
  if (counts['in-doubt'] > 0) return 'in-doubt';
  if (handed === total) return counts.done > 0 ? 'done' : 'sent';
  if (counts.sending > 0) return 'sending';
  if (handed > 0) return 'partly-sent';
  return counts.failed > 0 ? 'failed' : 'planned';
}

/** Other content of this bundle that went, or may have gone, to the same place: what is sent now comes on top of it. */
export function otherContentSent(
  entries: readonly LedgerEntry[],
  { bundle, content, to }: DeliveryKey & { readonly bundle: string },
): readonly LedgerEntry[] {
  const others = entries.filter(
    (entry) => entry.bundle === bundle && entry.to === to && entry.content !== content,
  );
  const states: ReadonlySet<string> = new Set(['sent', 'in-doubt', 'sending', 'done']);
  const lastOf = new Map(
    others.filter(({ state }) => states.has(state)).map((entry) => [entry.content, entry]),
  );
  return [...lastOf.values()];
}
