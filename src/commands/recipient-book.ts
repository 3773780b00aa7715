import { isAddress } from '../mail/is-address.ts';
import type { BundleManifest } from '../model/bundle.ts';
import type { Notice } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import type { StopReason } from '../model/send.ts';
import type { System } from '../system/system.ts';
import { readNotice } from './notice.ts';

/** Knows which mailboxes the notices name. A record that was tampered with, or is of a notice nobody knows, is told. */
export interface RecipientBook {
  doubtAbout(manifest: BundleManifest, to: string): Promise<StopReason | undefined>;
}

export function createRecipientBook(
  own: { readonly named: string; readonly from?: string } | undefined,
  system: System,
): RecipientBook {
  const known = new Map<string, Promise<Notice | undefined>>();
  const noticeOf = (id: string) => {
    const found = known.get(id) ?? findNotice(id, own, system);
    known.set(id, found);
    return found;
  };
  return {
    doubtAbout: async ({ notice, route }, to) => {
      const found = await noticeOf(notice.id);
      if (!found) return { kind: 'notice-unknown' };
      const mailboxes = found.routes.flatMap((one) => (one.mail ? [{ id: one.id, to: one.mail.to }] : []));
      const own = mailboxes.filter((one) => one.id === route);
      if (isAddress(to) && own.some((one) => sameAddress(one.to, to))) return undefined;
      const meant = own.length > 0 ? own : mailboxes;
      return { kind: 'recipient', to, known: [...new Set(meant.map((one) => one.to))] };
    },
  };
}

/** One's own notice where it is the one the bundle was packed by, else a built-in one. */
async function findNotice(
  id: string,
  own: { readonly named: string; readonly from?: string } | undefined,
  system: System,
): Promise<Notice | undefined> {
  const named = own && (await readNotice(own, system));
  if (named?.id === id) return named;
  try {
    return await readNotice({ named: id }, system);
  } catch (error) {
    // No built-in notice of that name.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
