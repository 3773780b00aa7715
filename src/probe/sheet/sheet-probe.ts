import type { Integrity } from '../../model/facts.ts';
import type { SheetFacts } from '../../model/sheet-facts.ts';

/** Where the sheets cannot be read in full, their facts are left out rather than guessed. */
export interface SheetProbe {
  readonly sheet?: SheetFacts;
  readonly integrity: Integrity;
}
