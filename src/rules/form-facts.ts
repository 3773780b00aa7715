import type { Check } from '../model/check.ts';
import type { Item } from '../model/materials.ts';
import { parseDuration } from './parse-duration.ts';
import { finding, judge, subjectOfPart, type PartCase, type Rule, type Source } from './rule.ts';

/** No notice asks for it in so many words; whoever compares form and work sends both back. */
const HOUSE_SHOULD: Source = { level: 'should' };

/** What a form that is handed in says of the work is what the work itself says. */
export const formFacts: Rule<PartCase> = (input) => {
  const { part } = input;
  const isForm = part.form !== undefined || part.role === 'form';
  const said = part.facts.form?.said;
  if (!isForm || !said) return [];
  return [...durationChecks(input, said.duration), ...titleChecks(input, said.title)];
};

/** Two films have no one length, and without a film nothing is contradicted. */
function durationChecks(input: PartCase, said: string | undefined): readonly Check[] {
  const [film, ...others] = filmsOf(input.item);
  if (said === undefined || film === undefined || others.length > 0) return [];
  const actual = film.facts.video?.duration ?? film.facts.audio?.duration;
  const args = { fact: 'duration' as const, said, ...(actual !== undefined && { actual }) };
  const written = parseDuration(said);
  if (actual === undefined || written === undefined) {
    return [finding('form.facts', HOUSE_SHOULD, subjectOfPart(input), 'unknown', args)];
  }
  const agrees = Math.abs(written.seconds - actual) <= written.tolerance;
  return [judge(input, 'form.facts', HOUSE_SHOULD, { fact: agrees, holds: (is) => is, args })];
}

function filmsOf({ parts }: Item): Item['parts'] {
  return parts.filter(({ role }) => role === 'video' || role === 'audio');
}

/** A title that was only guessed from a folder's name contradicts nobody. */
function titleChecks(input: PartCase, said: string | undefined): readonly Check[] {
  const actual = [input.item.info?.fields.title ?? []].flat().join(' ');
  if (said === undefined || actual === '') return [];
  const args = { fact: 'title' as const, said, actual };
  const agrees = fold(said) === fold(actual);
  return [judge(input, 'form.facts', HOUSE_SHOULD, { fact: agrees, holds: (is) => is, args })];
}

/** Spaces, marks around and between the words, and full width make no other title. */
function fold(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase();
}
