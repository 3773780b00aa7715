import type { Integrity } from '../../model/facts.ts';
import type { SlidesFacts } from '../../model/slides-facts.ts';

/** Where the deck cannot be read in full, its facts are left out rather than guessed. */
export interface SlidesProbe {
  readonly slides?: SlidesFacts;
  readonly integrity: Integrity;
}
