const OF_PERSONS = String.raw`\{(?:org|authors?|presenter)\}`;
const IN_BRACKETS = new RegExp(String.raw`[（(【「]${OF_PERSONS}[）)】」]`, 'gu');
/** With what joins it to the next. */
const JOINED = new RegExp(String.raw`${OF_PERSONS}[-+_—·、.\s]*`, 'gu');

/** A naming pattern without unit and persons, for a file that may not show them: `{author}+{title}` → `{title}`. */
export function anonymousPattern(pattern: string): string {
  const kept = pattern
    .replace(IN_BRACKETS, '')
    .replace(JOINED, '')
    .replace(/[-+_—·、.\s]+$/u, '');
  return kept.includes('{') ? kept : `${kept}{title}`;
}
