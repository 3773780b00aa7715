import type { CharacterLook } from '../../model/layout.ts';

/** So many characters in one look. */
export interface LookShare {
  readonly look: CharacterLook;
  characters: number;
  /** Chinese ones among them: only these show a Chinese typeface. */
  chinese: number;
  /** First words in this look. */
  readonly opening: string;
}

const MOST_LOOKS = 200;
const OPENING = 20;
/** Han characters and the punctuation that is always as wide; “ and ” may be either. */
const CHINESE = /[\p{Script=Han}\u3001\u3002\u300a-\u3011\uff00-\uffef]/gu;

/** Adds text without blanks to its look's share; gives its length in characters. */
export function addLook(shares: Map<string, LookShare>, look: CharacterLook, text: string): number {
  const characters = Array.from(text).length;
  const chinese = text.match(CHINESE)?.length ?? 0;
  const key = keyOfLook(look);
  const share = shares.get(key);
  if (share) {
    share.characters += characters;
    share.chinese += chinese;
  } else if (shares.size < MOST_LOOKS) {
    shares.set(key, { look, characters, chinese, opening: text.slice(0, OPENING) });
  }
  return characters;
}

export function keyOfLook({ eastAsian, ascii, size, bold, color, scale }: CharacterLook): string {
  return [eastAsian, ascii, size, bold, color, scale].join('\n');
}

/** The look of most Chinese characters; of most characters where there are none. */
export function mainLook(shares: readonly LookShare[]): LookShare | undefined {
  const [first, ...others] = shares;
  if (!first) return undefined;
  const weight = shares.some(({ chinese }) => chinese > 0)
    ? ({ chinese }: LookShare) => chinese
    : ({ characters }: LookShare) => characters;
  return others.reduce((most, share) => (weight(share) > weight(most) ? share : most), first);
}
