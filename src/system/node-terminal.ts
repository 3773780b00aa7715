import type { Terminal } from './system.ts';

export function createTerminal(variables: Readonly<Record<string, string | undefined>>): Terminal {
  const outIsTerminal = process.stdout.isTTY;
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    outIsTerminal,
    errIsTerminal: process.stderr.isTTY,
    get columns() {
      return process.stdout.columns > 0 ? process.stdout.columns : 80;
    },
    colors: outIsTerminal && !variables['NO_COLOR'] && variables['TERM'] !== 'dumb',
  };
}
