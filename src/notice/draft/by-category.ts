import { readQuota } from './read-counts.ts';
import type { Finding } from './finding.ts';
import type { Sentence } from './sentence.ts';

/**
 * 每单位报微视频不超过2部、征文不少于3篇: how many of each category, by its place in the list. Undefined where a piece
 * with a figure names no category, or several.
 */
export function quotasByCategory(
  { plain }: Sentence,
  names: readonly string[],
): ReadonlyMap<number, Finding> | undefined {
  const found = new Map<number, Finding>();
  for (const piece of plain.split(/[,;、。]/)) {
    const [only, ...others] = namedIn(piece, names);
    // 限报微视频2部 is 限报2部.
    const counted = only === undefined ? piece : piece.replace(names[only] ?? '', '');
    const [quota, ...more] = readQuota(`每单位${counted}`);
    if (!quota) continue;
    if (only === undefined || others.length > 0 || more.length > 0 || found.has(only)) return undefined;
    found.set(only, quota);
  }
  return found.size > 0 ? found : undefined;
}

/** 微视频发送至 a@…，征文、摄影作品发送至 b@…: which categories the words before an address name. */
export function categoriesBefore(
  address: string,
  { plain }: Sentence,
  names: readonly string[],
): readonly number[] {
  const before = plain.split(address)[0] ?? '';
  return namedIn(before.slice(before.lastIndexOf('@') + 1), names);
}

/** A name within another one is not named by it: 视频 is not 微视频. */
function namedIn(text: string, names: readonly string[]): readonly number[] {
  const byLength = names
    .map((name, index) => ({ name, index }))
    .sort((a, b) => b.name.length - a.name.length);
  let rest = text;
  return byLength
    .filter(({ name }) => {
      const isNamed = rest.includes(name);
      rest = rest.replaceAll(name, '\u0000');
      return isNamed;
    })
    .map(({ index }) => index);
}
