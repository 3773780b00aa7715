const QUOTES = /["'`“”‘’„«»‹›《》〈〉「」『』]/g;
const SPACES = /[\s\u200b-\u200d\u2060\ufeff]/g;
/** “1.” “01-” “(一)” “一、” “①” after width folding; a Chinese numeral needs its mark, or 四个一 would lose its 四. */
const NUMBERING =
  /^(?:\(\d{1,3}\)|\([一二三四五六七八九十]{1,3}\)|(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、,。:_)\-—])[.、]?/;

/** A name for comparing: one spelling, narrow letters, lower case, no spaces, no quotes. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(SPACES, '').replace(QUOTES, '');
}

/** The same without its leading numbering. */
export function foldTitle(text: string): string {
  const folded = foldName(text);
  const bare = folded.replace(NUMBERING, '');
  return bare === '' ? folded : bare;
}
