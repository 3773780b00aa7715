/** The words by which a person finds an example line again: not the number it bears. */
export function tellExample(texts: readonly string[]): string | undefined {
  const written = texts.map((text) => text.trim()).filter((text) => text !== '');
  return written.find((text) => /\p{L}/u.test(text)) ?? written[0];
}
