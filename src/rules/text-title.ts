import { escapePattern } from '../model/escape-pattern.ts';
import { workDetail } from '../model/work-details.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** The first paragraph reads as the notice asks; where nobody said what belongs in it, a person has to look. */
export const textTitle: Rule<PartCase> = (input) => {
  const { titlePattern } = input.media;
  if (!titlePattern) return [];
  const actual = input.part.facts.text?.outline?.heading;
  const values = knownValues(input);
  const variables = [...titlePattern.value.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const unknown = variables.filter((name) => values(name) === undefined && name !== 'date');
  const args = {
    expected: titlePattern.value.replace(
      /\{([^{}]*)\}/g,
      (variable, name: string) => values(name)?.[0] ?? variable,
    ),
    ...(actual !== undefined && { actual }),
    unknown,
  };
  const subject = subjectOfPart(input);
  if (actual === undefined)
    return [finding('text.title', titlePattern, subject, 'unknown', args, reasonUnlearned(input))];
  const fits = patternOf(titlePattern.value, values).test(fold(actual));
  const result = !fits ? 'fail' : unknown.length > 0 ? 'unknown' : 'pass';
  return [finding('text.title', titlePattern, subject, result, args)];
};

/** What may stand for a variable, as far as anybody said: the name of a folder is no word of anybody's. */
type Values = (variable: string) => readonly string[] | undefined;

function knownValues({ org, category, item }: PartCase): Values {
  const common: Readonly<Record<string, readonly string[] | undefined>> = {
    org: org === undefined ? undefined : [org],
    category: category && [category.name, ...category.aliases],
  };
  return (variable) => {
    const entries = [workDetail(item.info, variable) ?? []].flat();
    const written =
      entries.length === 0 ? undefined : [entries.join('、'), entries.join(''), entries.join('，')];
    return common[variable] ?? written;
  };
}

const DATE = '\\d{4}[-./年]?\\d{1,2}[-./月]?\\d{1,2}日?';

function patternOf(pattern: string, values: Values): RegExp {
  const source = pattern
    .split(/(\{[^{}]*\})/)
    .map((piece) => {
      const [, name] = /^\{([^{}]*)\}$/.exec(piece) ?? [];
      if (name === undefined) return escapePattern(fold(piece));
      if (name === 'date') return DATE;
      const known = values(name)?.map((value) => escapePattern(fold(value)));
      return known ? `(?:${known.join('|')})` : '.+';
    })
    .join('');
  return new RegExp(`^${source}$`, 'u');
}

/** Blanks, width and title brackets make no difference. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s《》]+/g, '')
    .toLowerCase();
}
