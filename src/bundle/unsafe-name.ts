import type { UnsafeName } from '../model/bundle-verification.ts';
import { bytesOf, MOST_NAME_BYTES } from './fit-name.ts';
import { isDevice } from './safe-text.ts';

/** Why a path inside a bundle must not be unpacked as it stands; undefined where nothing is wrong with it. */
export function unsafeNameOf(name: string): UnsafeName | undefined {
  const segments = name.replace(/\/$/, '').split('/');
  if (name.startsWith('/')) return 'absolute';
  if (/^[a-z]:/i.test(name)) return 'drive';
  if (segments.some((segment) => segment === '..')) return 'traversal';
  if (/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(name)) return 'control';
  if (segments.some((segment) => bytesOf(segment) > MOST_NAME_BYTES)) return 'too-long';
  return segments.some(isChangedByWindows) ? 'windows' : undefined;
}

function isChangedByWindows(segment: string): boolean {
  return segment === '' || /[<>:"|?*]|[. ]$/.test(segment) || isDevice(segment);
}

/** Faults that endanger whoever unpacks it; the others are only a nuisance on Windows. */
export function isDangerous(why: UnsafeName): boolean {
  return why !== 'windows' && why !== 'too-long';
}
