// Spaces as Word sees them, and characters that are not there at all (zero width, soft hyphen).
const SPACE = '\\s\\u0000-\\u001f\\u3000';
const NOTHING = /[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/g;

// Always set in the East Asian font: ECMA-376 Part 1, 17.3.2.26 (rFonts), without the ranges that need a hint.
const EAST_ASIAN =
  '\\u2e80-\\u2fff\\u3001-\\u312f\\u3190-\\u4dbf\\u4e00-\\ua4cf\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff9f\\uffe0-\\uffef\\u{20000}-\\u{3ffff}';
// Set in the East Asian font where the text around is Chinese (the rFonts hint): “ ” ‘ ’ — … → ① □ ★.
// Hyphens and the en dash (2010–2013) stay with the number or the word they stand in.
const SHARED = '\\u2014-\\u2027\\u2030-\\u205e\\u2100-\\u2bff';
const HANGUL = '\\u1100-\\u11ff\\u3130-\\u318f\\ua960-\\ua97f\\uac00-\\ud7ff\\uffa0-\\uffdc';

const eastAsian = new RegExp(`[${EAST_ASIAN}]`, 'u');
/** An apostrophe inside a Latin word (don’t) belongs to it. */
const apostrophe = '(?<=[A-Za-z])’(?=[A-Za-z])';
const tokens = new RegExp(
  `[${EAST_ASIAN}]|[${HANGUL}]+|(?:[^${SPACE}${EAST_ASIAN}${HANGUL}${SHARED}]|${apostrophe})+|[${SHARED}]`,
  'gu',
);
const latinTokens = new RegExp(`[${HANGUL}]+|[^${SPACE}${HANGUL}]+`, 'gu');

/**
 * 字数 as Word shows it: 中文字符和朝鲜语单词 + 非中文单词. Each Chinese or Japanese character and each
 * full-width mark counts 1; so does each Korean word, and each run of anything else between spaces and Chinese.
 *
 * Word chooses by the font of a run whether “ ” — … are Chinese. Text alone does not tell: here they are Chinese
 * except in a line of Latin words without any East Asian character; there they are part of the word they touch.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const line of text.replace(NOTHING, '').split(/[\n\r\v\f\u0085\u2028\u2029]/)) {
    words += countMatches(line, isLatin(line) ? latinTokens : tokens);
  }
  return words;
}

function isLatin(line: string): boolean {
  return /[A-Za-z]/.test(line) && !eastAsian.test(line);
}

function countMatches(line: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(line)) count++;
  return count;
}
