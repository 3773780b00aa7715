import type { SkipReason } from '../model/form.ts';

/** `text`: what stands in the form now. */
export type Outcome = { readonly text: string } | { readonly skipped: SkipReason };
