import type { Role } from '../model/format.ts';
import type { MediaByRole, MediaRules } from '../model/media-rules.ts';
import type { MediaOverlay, Overlay } from './layer.ts';
import { withoutRemoved } from './present.ts';

/** What is left of an overlay once nothing more is laid on it. */
export function remaining<K, V>(overlay: Overlay<K, V> | undefined): [K, V][] {
  return [...(overlay?.entries ?? [])].flatMap(([key, value]): [K, V][] =>
    value === null ? [] : [[key, value]],
  );
}

/** Rules in force, role by role; a role of which nothing is asked is left out. */
export function settleMedia(media: Overlay<Role, MediaOverlay> | undefined): MediaByRole {
  const roles = remaining(media).map(([role, { rules }]): [Role, MediaRules] => [
    role,
    withoutRemoved<MediaRules>(rules),
  ]);
  return Object.fromEntries(roles.filter(([, rules]) => Object.keys(rules).length > 0));
}
