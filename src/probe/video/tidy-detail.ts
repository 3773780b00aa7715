const DETAIL_LENGTH = 200;

/** One line of a program's complaint, fit to be shown: no path of the user's, no addresses, no control characters. */
export function tidyDetail(line: string, path: string): string {
  return line
    .replaceAll(`file:${path}`, '')
    .replaceAll(path, '')
    .replace(/ @ (?:0x)?[0-9a-f]{6,}/gi, '')
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:]+/, '')
    .trim()
    .slice(0, DETAIL_LENGTH);
}
