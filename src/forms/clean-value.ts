/** Characters that XML 1.0 forbids (2.2), and marks that turn the direction of the text around. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ufffc]/g;
const LONGEST_VALUE = 100_000;

/** A value as it may stand in a document: lines parted by `\n`, no control characters, no blank edges. */
export function cleanValue(value: string): string {
  // Half of a surrogate pair is no character.
  return value
    .slice(0, LONGEST_VALUE)
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(/\t/g, ' ')
    .replace(/[ \u3000]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** For places with room for one line only. */
export function oneLine(value: string): string {
  return value.replace(/\s*\n\s*/g, ' ');
}

/** Half-width columns that a text takes: Chinese characters two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) || character.length > 1 ? 2 : 1;
  return width;
}
