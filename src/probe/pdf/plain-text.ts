/** Text out of a file on one line, without anything that could steer a terminal; cut to `limit` characters. */
export function plainText(text: string, limit: number): string {
  const start = text.slice(0, limit * 20);
  const plain = start.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return Array.from(plain).slice(0, limit).join('');
}
