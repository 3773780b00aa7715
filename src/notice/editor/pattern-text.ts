/** A regular expression as JSON Schema takes it (ECMA-262, no flags): letters both ways where case is nothing. */
export function patternText({ source, flags }: RegExp): string {
  const plain = source
    .replaceAll(/\(\?<(?![=!])[^>]*>/g, '(?:')
    // Not every reader knows \p: all but ASCII signs and the Latin-1 controls come near enough.
    .replaceAll(String.raw`[\p{L}\p{N}]`, String.raw`[^\u0000-/:-@\[-\u0060{-\u00a9]`)
    .replaceAll(String.raw`[\p{L}\p{N}_-]`, String.raw`[^\u0000-,./:-@\[-^\u0060{-\u00a9]`)
    .replace(/^\^/, String.raw`^\s*`)
    .replace(/\$$/, String.raw`\s*$`);
  return flags.includes('i') ? eitherCase(plain) : plain;
}

function eitherCase(source: string): string {
  let inClass = false;
  return source.replaceAll(/\\u[0-9a-f]{4}|\\.|[[\]]|[a-z]-[a-z]|[a-z]/gi, (token) => {
    if (token === '[' || token === ']') inClass = token === '[';
    if (!/^[a-z]/i.test(token)) return token;
    const both = token.toLowerCase() + token.toUpperCase();
    return inClass ? both : `[${both}]`;
  });
}
