import type { NameProblem } from '../model/check.ts';
import { anonymousPattern } from '../model/anonymous-pattern.ts';
import { formatCalendarDate } from '../model/calendar-date.ts';
import { familyOf, type Format } from '../model/format.ts';
import { baseName, extensionOf, stemOf } from '../model/file-name.ts';
import type { Naming } from '../model/notice.ts';
import { isTrueExtension } from '../model/true-extension.ts';
import { workDetail } from '../model/work-details.ts';
import { matchesPattern } from './name-pattern.ts';
import { finding, subjectOfPart, type PartCase, type Rule, type Source } from './rule.ts';

/**
 * The name a notice asks for, an extension that tells the truth, and characters every system takes. At most a
 * *should* in a materials folder: files are renamed when the bundle is made, never at their source.
 */
export const nameFile: Rule<PartCase> = (input) => {
  const naming = input.category?.naming;
  const asked = naming && namingOf(input, naming.value);
  const problem = problemOf(input, asked);
  if (!naming && !problem) return [];
  const source: Source = { level: 'should', ...(naming && { clause: naming.clause }) };
  return [
    finding('name.file', source, subjectOfPart(input), input.making ? 'skip' : problem ? 'fail' : 'pass', {
      expected: asked ? expectedName(input, asked) : '',
      ...(problem && { problem }),
    }),
  ];
};

/** As the bundle will name it. */
function namingOf({ media }: PartCase, naming: Naming): Naming {
  return media.anonymous ? { ...naming, pattern: anonymousPattern(naming.pattern) } : naming;
}

function problemOf({ part, category, org }: PartCase, naming: Naming | undefined): NameProblem | undefined {
  const { format } = part.facts;
  if (isMisleading(extensionOf(part.path), format)) return { kind: 'extension', format };
  const unsafe = unsafeIn(baseName(part.path));
  if (unsafe !== '') return { kind: 'unsafe', characters: unsafe };
  if (!naming || !category) return undefined;
  const names = { org, categories: [category.name, ...category.aliases] };
  return matchesPattern(stemOf(part.path), naming, names) ? undefined : { kind: 'pattern' };
}

/** The pattern with what is known put in; what is not known yet stays a variable in braces. */
function expectedName({ category, org, date, item }: PartCase, naming: Naming): string {
  const said = (variable: string) => {
    const text = [workDetail(item.info, variable) ?? []].flat().join('、');
    return text === '' ? undefined : text;
  };
  const values: Readonly<Record<string, string | undefined>> = {
    org,
    category: category?.name,
    date: formatCalendarDate(date, naming.date),
    title: item.title,
  };
  return naming.pattern.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => values[name] ?? said(name) ?? whole,
  );
}

/** Only where the format is sure and has a usual extension; `.docx` on anything else is the classic. */
function isMisleading(extension: string, format: Format): boolean {
  if (['plain', 'other'].includes(familyOf(format)) || format === 'playlist') return false;
  if (format === 'word2003xml' || format === 'encrypted-office') return false;
  return !isTrueExtension(extension, format);
}

/** What Windows refuses in a name (Microsoft, “Naming Files, Paths, and Namespaces”), and what no name should hold. */
function unsafeIn(name: string): string {
  const characters: string[] =
    name.match(/[<>:"\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu) ?? [];
  if (/[. ]$/u.test(name)) characters.push(name.slice(-1));
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu.test(name)) characters.push(name);
  return [...new Set(characters)].join('');
}
