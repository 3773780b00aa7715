/** A text as a regular expression that matches just it: inside a class or outside, with the flag `u` or without. */
export function escapePattern(text: string): string {
  // A hyphen behind a backslash is an error under `u` outside a class, and a range inside one without it.
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('-', '\\x2d');
}
