import { execFileSync } from 'node:child_process';
import { home } from '../run-cli.ts';

export type LimitedUser =
  | { readonly kind: 'other'; readonly user: number }
  | { readonly kind: 'self' }
  | { readonly kind: 'none'; readonly reason: string };

const NOBODY = 65_534;

/** Somebody whom permissions stop: oneself, or, for root, whom none stop, the user `nobody`. */
export function limitedUser(): LimitedUser {
  if (process.getuid === undefined)
    return { kind: 'none', reason: 'no permissions of this kind on this system' };
  if (process.getuid() !== 0) return { kind: 'self' };
  try {
    execFileSync(process.execPath, [`${home}/bin/four-ones.js`, '--version'], {
      uid: NOBODY,
      gid: NOBODY,
      stdio: 'pipe',
    });
    return { kind: 'other', user: NOBODY };
  } catch {
    return { kind: 'none', reason: 'run by root, whom no permission stops, from a folder closed to others' };
  }
}
