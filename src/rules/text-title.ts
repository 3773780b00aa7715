import { escapePattern } from '../model/escape-pattern.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** The first paragraph reads as the notice asks; where nobody said what belongs in it, a person has to look. */
export const textTitle: Rule<PartCase> = (input) => {
  const { titlePattern } = input.media;
  if (!titlePattern) return [];
  const actual = input.part.facts.text?.outline?.heading;
  const values = knownValues(input);
  const variables = [...titlePattern.value.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const unknown = variables.filter((name) => values[name] === undefined && name !== 'date');
  const args = {
    expected: titlePattern.value.replace(
      /\{(\w+)\}/g,
      (variable, name: string) => values[name]?.[0] ?? variable,
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

type Values = Readonly<Record<string, readonly string[] | undefined>>;

/** What may stand for each variable, as far as anybody said: the name of a folder is no word of anybody's. */
function knownValues({ org, category, item }: PartCase): Values {
  const fields = item.info?.fields ?? {};
  const list = (value: string | readonly string[] | undefined) => {
    const entries = [value ?? []].flat();
    return entries.length === 0 ? undefined : [entries.join('、'), entries.join(''), entries.join('，')];
  };
  const authors = list(fields.authors);
  return {
    org: org === undefined ? undefined : [org],
    category: category && [category.name, ...category.aliases],
    title: list(fields.title),
    authors,
    author: authors,
    presenter: list(fields.presenter),
    topic: list(fields.topic),
    keywords: list(fields.keywords),
  };
}

const DATE = '\\d{4}[-./年]?\\d{1,2}[-./月]?\\d{1,2}日?';

function patternOf(pattern: string, values: Values): RegExp {
  const source = pattern
    .split(/(\{\w+\})/)
    .map((piece) => {
      const [, name] = /^\{(\w+)\}$/.exec(piece) ?? [];
      if (name === undefined) return escapePattern(fold(piece));
      if (name === 'date') return DATE;
      const known = values[name]?.map((value) => escapePattern(fold(value)));
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
