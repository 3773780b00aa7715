import { joinerOf, type Values } from './name-values.ts';

/** The subject as the route asks: one line; a joiner with nothing on one side of it goes. */
export function subjectOf(pattern: string, values: Values): string {
  const joiner = joinerOf(pattern);
  const filled = pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? '');
  const kept = filled.split(joiner).filter((piece) => piece.trim() !== '');
  return kept
    .join(joiner)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
