/** What tells nobody who made a work, or where; what stands under a label of one's own may. */
const TELL_NOBODY = 'category|date|title|topic|keywords|seq';
const TELLING = String.raw`\{(?!(?:${TELL_NOBODY})\})[^{}]*\}`;
const IN_BRACKETS = new RegExp(String.raw`[（(【「]${TELLING}[）)】」]`, 'gu');
/** With what joins it to the next. */
const JOINED = new RegExp(String.raw`${TELLING}[-+_—·、.\s]*`, 'gu');

/** A naming pattern without unit and persons, for a file that may not show them: `{author}+{title}` → `{title}`. */
export function anonymousPattern(pattern: string): string {
  const kept = pattern
    .replace(IN_BRACKETS, '')
    .replace(JOINED, '')
    .replace(/[-+_—·、.\s]+$/u, '');
  return kept.includes('{') ? kept : `${kept}{title}`;
}
