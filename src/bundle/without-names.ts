import { joinerOf, variablesOf } from './name-values.ts';

/** What tells nobody who made a work, or where. */
const IMPERSONAL: ReadonlySet<string> = new Set(['category', 'date', 'title', 'topic', 'keywords', 'seq']);

/**
 * A naming pattern for what is judged without names: variables that name a unit or a person go, and with them what
 * joined or bracketed them. The title where nothing else is left.
 */
export function withoutNames(pattern: string): string {
  const joiner = joinerOf(pattern);
  const kept = pattern
    .split(joiner)
    .map((piece) =>
      tidy(piece.replace(/\{([^{}]*)\}/g, (whole, name: string) => (IMPERSONAL.has(name) ? whole : ''))),
    )
    .filter((piece) => piece !== '')
    .join(joiner);
  return variablesOf(kept).length > 0 ? kept : '{title}';
}

/** Without brackets that hold nothing any more, and without joiners at either end. */
function tidy(piece: string): string {
  return piece
    .replace(/（\s*）|\(\s*\)|【\s*】|\[\s*\]|《\s*》|“\s*”/gu, '')
    .replace(/^[-_+—－、，,.\s]+|[-_+—－、，,.\s]+$/gu, '');
}
