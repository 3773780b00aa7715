import type { BrokenCause, Integrity, UnknownCause } from '../../model/facts.ts';

/** Thrown where a file cannot be read on; caught where its probe began, and turned into a fact. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
  readonly integrity: Integrity;

  constructor(integrity: Integrity) {
    super(integrity.state === 'whole' ? integrity.state : integrity.cause.kind);
    this.integrity = integrity;
  }
}

export function broken(cause: BrokenCause): Unfit {
  return new Unfit({ state: 'broken', cause });
}

export function unknown(cause: UnknownCause): Unfit {
  return new Unfit({ state: 'unknown', cause });
}

/** `where` may come from the file: shortened, and without control characters. */
export function corrupt(where: string, what: string): Unfit {
  const safe = where.replace(/[\p{C}]/gu, '?').slice(0, 120);
  return broken({ kind: 'corrupt', detail: safe === '' ? what : `${safe}: ${what}` });
}
