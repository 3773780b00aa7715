import type { Code } from '../model/check.ts';
import type { Decided } from '../model/decision.ts';

/** A person's word about one check of one file, as `confirmations.yaml` keeps it. */
export interface KeptDecision extends Decided {
  readonly code: Code;
  /** Of what it is about: see `placeOf`. */
  readonly path: string;
  /** Of an attestation or a step by hand, where it is one category's. */
  readonly category?: string;
  /** What the notice asked for when it was given; absent where a person wrote the entry without it. */
  readonly asked?: string;
  /** Of the file; of several files, of their digests (`digestOfAll`). Lower-case hex. */
  readonly sha256: string;
}

/** What tells one decision from all others: a new one with the same key takes its place. */
export function keyOf({ code, path, category, asked }: Partial<KeptDecision>): string {
  return JSON.stringify([path ?? '', code ?? '', category ?? '', asked ?? '']);
}
