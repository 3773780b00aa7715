import type { Stray, StrayReason } from '../model/materials.ts';
import type { Level } from '../model/ruled.ts';
import { finding, type Case, type Rule } from './rule.ts';

/** Named, so that nothing is skipped in silence. What may hide material weighs more than litter. */
export const fileJunk: Rule<Case> = ({ materials }) => {
  const junk = materials.strays.filter((stray) => !isHollow(stray));
  if (junk.length === 0) return [finding('file.junk', { level: 'may' }, {}, 'pass', {})];
  return junk.map(({ path, reason }) => {
    const hidden = hidesMaterial(reason);
    const level: Level = hidden ? 'must' : 'may';
    return finding('file.junk', { level }, { path }, hidden ? 'unknown' : 'fail', { reason });
  });
};

/** Told by `file.empty`. */
export function isHollow(stray: Stray): stray is Stray & { reason: 'empty' | 'cloud-placeholder' } {
  return stray.reason === 'empty' || stray.reason === 'cloud-placeholder';
}

/** Behind these there may be material that nobody looked at; that is never a pass. */
function hidesMaterial(reason: StrayReason): boolean {
  switch (reason) {
    case 'link':
    case 'name-not-unicode':
    case 'unreadable':
    case 'too-deep':
      return true;
    case 'office-lock':
    case 'system-litter':
    case 'own-note':
    case 'temporary':
    case 'empty':
    case 'cloud-placeholder':
    case 'special':
      return false;
  }
}
