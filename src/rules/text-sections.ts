import type { CheckArgs, Result } from '../model/check.ts';
import type { SectionRule } from '../model/media-rules.ts';
import { within } from '../model/range.ts';
import { hitOf, type SoughtFacts } from '../model/sought.ts';
import { findSections, namesOf, type SectionFound } from './find-sections.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** Each part that the notice wants in a text is there, under a heading, and as long as asked. */
export const textSections: Rule<PartCase> = (input) => {
  const { sections } = input.media;
  if (!sections) return [];
  const { sought } = input.part;
  const { text } = input.part.facts;
  const subject = subjectOfPart(input);
  const because = text?.outline ? undefined : reasonUnlearned(input);
  const found = text?.outline && findSections(text.outline, sections.value);
  return sections.value.map((section, at) => {
    const args = argsOf(found?.[at], section, sought);
    return finding('text.sections', sections, subject, resultOf(args), args, because);
  });
};

function argsOf(
  found: SectionFound | undefined,
  section: SectionRule,
  sought: SoughtFacts | undefined,
): CheckArgs['text.sections'] {
  const standing = found && standingOf(found, sought);
  const words = found?.words;
  return {
    section: section.name,
    ...(standing !== undefined && { standing }),
    ...(section.words && { words: section.words }),
    ...(standing === 'heading' && words !== undefined && { actual: words }),
  };
}

function standingOf(
  { section, heading, mentioned }: SectionFound,
  sought: SoughtFacts | undefined,
): CheckArgs['text.sections']['standing'] {
  if (heading) return 'heading';
  if (mentioned || namesOf(section).some((name) => hitOf(sought, name))) return 'mentioned';
  return sought && !sought.cause ? 'absent' : undefined;
}

/** A heading with nothing beneath it may stand over a table or a picture. */
function resultOf({ standing, words, actual }: CheckArgs['text.sections']): Result {
  if (standing === 'absent') return 'fail';
  if (standing !== 'heading' || actual === 0) return 'unknown';
  if (!words) return 'pass';
  return actual === undefined ? 'unknown' : within(words, actual) ? 'pass' : 'fail';
}
