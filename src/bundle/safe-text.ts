/** What Windows forbids in a name (Microsoft, “Naming Files, Paths, and Namespaces”), and what it looks like in full width. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};
const FORBIDDEN = /[<>:"/\\|?*]/g;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Controls, and marks that turn the direction of what follows or cannot be seen. Joiners inside emoji stay. */
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;
const ENDS = /^[\s.]+|[\s.]+$/gu;

/**
 * A value as part of a file name, on Windows, macOS and Linux alike: in NFC, on one line, without reserved characters.
 * Its letters stay what they are; only spaces and dots at its ends go.
 */
export function safeText(text: string): string {
  return keepable(text).replace(ENDS, '').normalize('NFC');
}

/** The same for what stands between values: its ends stay. */
export function safeLiteral(text: string): string {
  return keepable(text).normalize('NFC');
}

function keepable(text: string): string {
  return text
    .replace(BREAKS, ' ')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .normalize('NFC')
    .replace(FORBIDDEN, (character) => LOOK_ALIKES[character] ?? '');
}

/** Devices of DOS: reserved with any extension, in any case, superscript digits included. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/iu;

/**
 * A whole name, or what stands before its extension: no device of DOS, not hidden, no lock of Word (`~$`), and no dot
 * or space at its end.
 */
export function safeStem(stem: string): string {
  const trimmed = stem.normalize('NFC').replace(ENDS, '');
  const visible = trimmed.replace(/^~\$/u, '～$');
  return visible.replace(DEVICE, (device) => `${device}_`);
}

export function isDevice(name: string): boolean {
  return DEVICE.test(name);
}

/** Two names that some file system takes for one have one key: case and composition do not count. */
export function nameKey(name: string): string {
  return name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
}
