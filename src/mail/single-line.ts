/** Controls, line and paragraph separators, lone surrogates, and marks that cannot be seen or turn what follows. */
const BREAKS = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
const INVISIBLE =
  /[\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Foreign text as one line of a mail, or of its header: it cannot begin another one, and shows all that it holds. */
export function singleLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(BREAKS, ' ').trim().normalize('NFC');
}
