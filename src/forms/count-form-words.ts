const WORD =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014-\u2027\u2030-\u205e\u2100-\u2bff]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014-\u2027\u2030-\u205e\u2100-\u2bff]+/gu;

/** 字数 as Word counts it: each Chinese character or mark 1, each run of Latin letters or digits 1. */
export function countFormWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
