import type { UnclassifiedProblem } from '../model/check.ts';
import { extensionOf } from '../model/file-name.ts';
import { familyOf, isSource } from '../model/format.ts';
import { isDocumentIn } from '../model/true-extension.ts';
import { isCaptionOf } from './photo-caption.ts';
import { finding, HOUSE_MUST, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** What nobody could sort is not looked at with the right rules: unknown, whatever else holds. */
export const fileUnclassified: Rule<PartCase> = (input) => {
  const problem = problemOf(input);
  return [
    finding('file.unclassified', HOUSE_MUST, subjectOfPart(input), problem ? 'unknown' : 'pass', {
      ...(problem && { problem }),
      candidates: candidatesOf(input),
    }),
  ];
};

function problemOf({ part, item, media }: PartCase): UnclassifiedProblem | undefined {
  const { format } = part.facts;
  // What is what the notice asks for by name, or a source file, is of a known kind.
  if (part.role === 'other' && !isSource(format) && media.formats?.value.includes(format) !== true) {
    // A .sketch is a ZIP that nobody should unpack.
    if (familyOf(format) === 'archive' && !isDocumentIn(extensionOf(part.path), format)) return 'archive';
    if (format === 'shortcut') return 'shortcut';
    if (familyOf(format) === 'sheet') return 'sheet';
    return item.parts.some((photo) => isCaptionOf(part, photo)) ? undefined : 'unknown-kind';
  }
  if (item.category !== undefined) return undefined;
  return item.candidates ? 'ambiguous' : 'no-category';
}

/** The names to choose from: those that were equally meant, else all that take files. */
function candidatesOf({ item, notice }: PartCase): readonly string[] {
  const { candidates } = item;
  return notice.categories
    .filter(({ id, accepts }) => (candidates ? candidates.includes(id) : accepts.length > 0))
    .map(({ name }) => name);
}
