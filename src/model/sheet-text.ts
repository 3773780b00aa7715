const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** Excel reads `_x000D_` as a character (ECMA-376-1, 22.4.2.4, ST_Xstring): an underscore that begins one is escaped. */
export function escapeSheetText(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** The text that a cell shows, of what is written in the file. */
export function plainSheetText(written: string): string {
  return written.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
