/** A space between Chinese characters and Latin letters or digits, as the format names put it within themselves. */
export function spaceLatin(text: string): string {
  return text
    .replace(/(?<=\p{Script=Han})(?=[A-Za-z0-9])/gu, ' ')
    .replace(/(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu, ' ');
}
