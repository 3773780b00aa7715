/**
 * What a terminal would obey or hide: controls (C0, DEL, C1), format characters (bidi, zero-width, tags), line and
 * paragraph separators, lone surrogates and everything Unicode draws as nothing. Emoji are matched first, whole, so
 * that the joiners inside them stay.
 */
const EMOJI = String.raw`\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]{0,2}`;
const HIDDEN = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;
const EMOJI_OR_HIDDEN = new RegExp(`(${EMOJI}(?:\\u200D${EMOJI}){0,7})|${HIDDEN}`, 'gu');
/** No script stacks more than a few marks on one letter; more than that paints over other lines. */
const STACKED_MARKS = /(?<=\p{M}{4})\p{M}+/gu;
const EDGE_SPACES = /(?<=^|\/) +| +(?=\/|$)/g;
const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A name from a disk, safe to print: nothing in it is obeyed by a terminal, nothing in it stays unseen. */
export function showName(name: string): string {
  return visible(name).replace(EDGE_SPACES, (spaces) => '␠'.repeat(spaces.length));
}

/** Any foreign text, safe to print. */
export function visible(text: string): string {
  return text
    .replace(EMOJI_OR_HIDDEN, (match: string, emoji?: string) => emoji ?? escapeCharacter(match))
    .replace(STACKED_MARKS, (marks) => Array.from(marks, escapeCharacter).join(''));
}

/** A tool's own complaint: one line, safe, at most `limit` characters. */
export function showDetail(detail: string, limit = 80): string {
  const line = visible(detail.replace(/\s+/g, ' ').trim());
  const characters = Array.from(line);
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}
