/** Longest name of a file on Linux, in bytes; on Windows and macOS it is 255 UTF-16 units, which is never less. */
export const MOST_NAME_BYTES = 255;

const ELLIPSIS = '…';
const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

export function bytesOf(name: string): number {
  return Buffer.byteLength(name, 'utf8');
}

/**
 * The longest beginning of `title` with which every one of the names fits into `limit` bytes; undefined where they
 * do not even with its first letter. Never cuts a letter or an emoji in two.
 */
export function fitTitle(
  title: string,
  limit: number,
  namesWith: (title: string) => readonly string[],
): string | undefined {
  const fits = (candidate: string) => namesWith(candidate).every((name) => bytesOf(name) <= limit);
  if (fits(title)) return title;
  const parts = [...letters.segment(title.slice(0, 4 * limit))].map(({ segment }) => segment);
  const cut = (count: number) => parts.slice(0, count).join('').trimEnd() + ELLIPSIS;
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cut(middle))) low = middle;
    else high = middle - 1;
  }
  return low > 0 ? cut(low) : undefined;
}
