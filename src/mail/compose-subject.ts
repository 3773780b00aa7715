import type { BundleManifest } from '../model/bundle.ts';
import type { PartNumber } from '../model/ledger.ts';
import { singleLine } from './single-line.ts';

/** One line, safe in a header: marked when it is sent again, numbered where the bundle takes several mails. */
export function composeSubject(
  { bundle, mail }: Pick<BundleManifest, 'bundle' | 'mail'>,
  { part, parts, round }: PartNumber & { readonly round: number },
): string {
  const mark = round > 0 ? '【重发】' : '';
  const number = parts > 1 ? `（${part}/${parts}）` : '';
  return singleLine(`${mark}${mail?.subject ?? bundle}${number}`);
}
