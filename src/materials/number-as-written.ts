/**
 * A number in the words of the file: 6.10 may be the tenth of June, 007 a code. `place` is where the entry, or its
 * key, stands; line and column count from 1.
 */
export function numberAsWritten(
  value: number | bigint,
  text: string,
  place: { readonly line: number; readonly column: number },
): string {
  const line = text.replace(/^\uFEFF/, '').split(/\r\n|\n/)[place.line - 1] ?? '';
  const rest = line.slice(place.column - 1);
  const candidates = [rest, rest.slice(rest.indexOf(':') + 1)].map(
    (words) => /^\s*([^\s#,\]]+)/.exec(words)?.[1],
  );
  return candidates.find((words) => words !== undefined && Number(words) === Number(value)) ?? String(value);
}
