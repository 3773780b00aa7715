import type { Style, StyleSheet } from './read-styles.ts';

/** Based on one another deeper than this, styles are taken to run in a circle. */
const DEEPEST = 32;

/** A style and those it is based on, the farthest first. A circle ends where it meets itself. */
export function styleChain(
  id: string | undefined,
  kind: Style['kind'],
  { styles }: StyleSheet,
): readonly Style[] {
  const chain: Style[] = [];
  const seen = new Set<string>();
  for (let next = id; next !== undefined && !seen.has(next) && chain.length < DEEPEST;) {
    const style = styles.get(next);
    if (style?.kind !== kind) break;
    seen.add(next);
    chain.unshift(style);
    next = style.basedOn;
  }
  return chain;
}
