import { isTransient } from '../mail/failure-kind.ts';
import type { DeliveryOutcome, MailFailure } from '../model/mail.ts';
import type { MailOpening, System } from '../system/system.ts';
import { pause } from './pause.ts';

export interface Patience {
  /** Seconds before each further try; their number is that of the tries after the first. */
  readonly retries: readonly number[];
  readonly onWait?: (seconds: number, failure: MailFailure) => void;
}

export interface Tried<T> {
  readonly result: T;
  readonly tries: number;
}

/** Repeats what certainly changed nothing, and may go well a moment later, until it does or patience is at its end. */
export async function tryAgain<T extends MailOpening | DeliveryOutcome>(
  act: () => Promise<T>,
  { retries, onWait }: Patience,
  system: Pick<System, 'interrupted'>,
): Promise<Tried<T>> {
  for (let tries = 1; ; tries++) {
    const result = await act();
    const wait = retries[tries - 1];
    if (result.kind !== 'failed' || !isTransient(result.failure) || wait === undefined)
      return { result, tries };
    onWait?.(wait, result.failure);
    if (!(await pause(wait, system))) return { result, tries };
  }
}
