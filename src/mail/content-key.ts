import { createHash } from 'node:crypto';
import type { BundledFile } from '../model/bundle.ts';

/** What a delivery is told apart by. */
export interface DeliveredContent {
  readonly files: readonly Pick<BundledFile, 'name' | 'sha256'>[];
  readonly route?: string;
  /** The mailbox; absent for a way that is no mail. */
  readonly to?: string;
  readonly attach?: 'bundle' | 'files' | 'none';
  /** What stands in the mail itself. It counts where nothing is attached: then it is all that is handed in. */
  readonly fields?: readonly { readonly label: string; readonly value: string }[];
}

/**
 * What “the same” means: SHA-256 in lower-case hex over names and checksums of all files, in an order of their own,
 * and where and how they go. Each piece stands in JSON, so that no two lists give one text.
 */
export function contentKey({ files, route, to, attach, fields = [] }: DeliveredContent): string {
  const named = files.map(({ name, sha256 }) => [name.normalize('NFC'), sha256.toLowerCase()] as const);
  named.sort(([a, aSum], [b, bSum]) => compare(a, b) || compare(aSum, bSum));
  const said = attach === 'none' ? fields.map(({ label, value }) => [label, value]) : [];
  const whole = JSON.stringify([named, route ?? null, to ?? null, attach ?? null, ...said]);
  return createHash('sha256').update(whole).digest('hex');
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
