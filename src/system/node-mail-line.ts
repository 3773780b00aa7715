/** Line breaks of every kind, other control characters, and what turns the direction of writing around. */
const UNSHOWABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Text that cannot become two lines, and holds only characters that can be written as UTF-8. */
export function cleanLine(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replace(UNSHOWABLE, ' ').trim();
}
