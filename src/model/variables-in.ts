/** Variables of a text: `{phone}` is phone. */
export function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
