import { Chalk } from 'chalk';
import type { Line, Tone } from './line.ts';

/** The lines as text, in colour only when asked for: nothing is said by colour alone. */
export function paint(lines: readonly Line[], colors: boolean): string {
  const chalk = new Chalk({ level: colors ? 1 : 0 });
  const brush: Readonly<Record<Tone, (text: string) => string>> = {
    fail: chalk.red.bold,
    remind: chalk.yellow,
    unknown: chalk.magenta,
    pass: chalk.green,
    strong: chalk.bold,
    quiet: chalk.dim,
    command: chalk.cyan,
  };
  const painted = lines.map((line) => {
    const text = line.map((span) => (span.tone ? brush[span.tone](span.text) : span.text)).join('');
    return colors ? text : text.trimEnd();
  });
  return `${painted.join('\n')}\n`;
}
