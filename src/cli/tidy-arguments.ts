/** A path as only Windows writes it, up to a quotation mark, which no name there can hold. */
const SWALLOWED = /^((?:[a-z]:[\\/]|\\\\|\.{1,2}[\\/])[^"]*)"(.*)$/isu;
/** A path pasted out of a letter, with the quotation marks of its sentence. */
const PASTED = /^[“”‘’'](?=[a-z]:[\\/]|\\\\)(.*)[“”‘’']$/isu;

/**
 * The arguments as they were meant. On Windows a folder that was dragged into the window or completed with Tab comes
 * as `"D:\材 料\"`, and the last two characters count as one quotation mark within the name: it, and all that follows
 * up to the next one, reaches the program as a single argument (Microsoft, “Parsing C command-line arguments”).
 */
export function tidyArguments(args: readonly string[], platform: string): readonly string[] {
  return platform === 'win32' ? args.flatMap(tidy) : args;
}

function tidy(arg: string): readonly string[] {
  const pasted = PASTED.exec(arg)?.[1];
  if (pasted !== undefined) return [pasted];
  const [, path, rest = ''] = SWALLOWED.exec(arg) ?? [];
  if (path === undefined) return [arg];
  const further = rest.trim() === '' ? [] : rest.trim().split(/\s+/u);
  return [path, ...further.map((word) => word.replaceAll('"', ''))];
}
