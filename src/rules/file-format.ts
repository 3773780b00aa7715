import { extensionOf } from '../model/file-name.ts';
import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** What the bytes are, not what the name says. */
export const fileFormat: Rule<PartCase> = (input) => {
  const { formats } = input.media;
  if (!formats) return [];
  const { part } = input;
  const result = formats.value.includes(part.facts.format) ? 'pass' : 'fail';
  return [
    finding('file.format', formats, subjectOfPart(input), result, {
      role: part.role,
      allowed: formats.value,
      actual: part.facts.format,
      extension: extensionOf(part.path),
    }),
  ];
};
