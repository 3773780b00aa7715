import type { DeliveryState, LedgerEntry } from '../model/ledger.ts';

/** `unsent`: nothing was recorded of it yet. */
export type PartState = 'unsent' | DeliveryState;

/**
 * One entry more of one mail of one round, in the order of the ledger. The last word counts, with two exceptions that
 * keep a mail from going out twice: only a person takes back what a server took, and only a person or a later yes of
 * the server ends a doubt.
 */
export function nextState(state: PartState, entry: LedgerEntry): PartState {
  return isPersonsWord(entry) ? settled(state, entry) : stepped(state, entry.state);
}

/** After the last entry: nobody who lives will say any more how it ended. */
export function endState(state: PartState, senderLives: boolean): PartState {
  return state === 'sending' && !senderLives ? 'in-doubt' : state;
}

/** Ticked or settled by somebody: `--done`, `--settle`. */
export function isPersonsWord({ by, state }: LedgerEntry): boolean {
  return by !== undefined && state !== 'planned' && state !== 'sending';
}

/** A word about the whole bundle settles what is in doubt of it, and leaves alone what is known. */
function settled(state: PartState, { state: said, part }: LedgerEntry): PartState {
  if (part !== undefined) return said;
  if (said === 'done') return state === 'sent' ? state : said;
  return state === 'in-doubt' || state === 'sending' ? said : state;
}

function stepped(state: PartState, step: DeliveryState): PartState {
  switch (state) {
    case 'sent':
      return state;
    case 'done':
    case 'in-doubt':
      return step === 'sent' ? step : state;
    case 'sending':
      // Whoever begins anew without saying how it ended does not know.
      return step === 'planned' || step === 'sending' ? 'in-doubt' : step;
    case 'unsent':
    case 'planned':
    case 'failed':
      return step;
  }
}

/** It may have arrived. */
export function mayBeOut(state: PartState): boolean {
  return !isToSend(state);
}

/** A run may send it without asking. */
export function isToSend(state: PartState): boolean {
  return state === 'unsent' || state === 'planned' || state === 'failed';
}
