import { eastAsianWidth } from 'get-east-asian-width';

/** What takes no column of its own: marks over and under the letter before, joiners, selectors, invisible signs. */
const INVISIBLE =
  /^[\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}]$/u;
/** One picture, however many code points it is made of (UTS #51): with a selector, joined, or a flag. */
const PICTURE =
  /[\u{FE0F}\u{1F1E6}-\u{1F1FF}]|\p{Extended_Pictographic}\p{Emoji_Modifier}|\u{200D}\p{Extended_Pictographic}/u;

/**
 * Columns of one user-perceived character. Signs of ambiguous width (UAX #11: “ ” × →) count as two, as Chinese
 * Windows draws them, so that a line runs over the edge nowhere.
 */
export function graphemeWidth(grapheme: string): number {
  if (PICTURE.test(grapheme)) return 2;
  return Array.from(grapheme)
    .filter((point) => !INVISIBLE.test(point))
    .reduce((sum, point) => sum + widthOf(point), 0);
}

function widthOf(point: string): number {
  return eastAsianWidth(point.codePointAt(0) ?? 0, { ambiguousAsWide: true });
}
