import { command, paragraph, type Hanging, type Line } from './line.ts';

/** Text of several lines, wrapped; those that are commands of ours are left whole, so that they can be copied. */
export function withCommands(text: string, hanging: Hanging): readonly Line[] {
  const { indent, hang = 0 } = hanging;
  return text
    .split('\n')
    .flatMap((line) =>
      line.startsWith('four-ones ') ? [command(line, indent + hang + 2)] : paragraph(line, hanging),
    );
}
