import { OPENING_LETTERS, type OutlineParagraph } from '../model/outline.ts';
import { foldWords } from '../model/sought.ts';
import { workDetail } from '../model/work-details.ts';
import { shortForms } from './names-to-hide.ts';
import { authorsOf } from './persons.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** The lines under the title that a byline may stand in, and 字 that none is longer than. */
const LINES = 4;
const LONGEST = 60;

/** Unit, author and the like under the title, as far as anybody said who and which they are. */
export const textByline: Rule<PartCase> = (input) => {
  const { byline } = input.media;
  if (!byline) return [];
  const asked = byline.value;
  const subject = subjectOfPart(input);
  const { outline } = input.part.facts.text ?? {};
  if (!outline) {
    const args = { asked, unknown: asked };
    return [finding('text.byline', byline, subject, 'unknown', args, reasonUnlearned(input))];
  }
  const lines = outline.paragraphs.slice(1, 1 + LINES);
  const states = asked.map((field) => [field, stateOf(field, lines, input)] as const);
  const of = (wanted: State) => states.filter(([, state]) => state === wanted).map(([field]) => field);
  const [missing, unknown] = [of('missing'), of('unknown')];
  const result = missing.length > 0 ? 'fail' : unknown.length > 0 ? 'unknown' : 'pass';
  return [finding('text.byline', byline, subject, result, { asked, missing, unknown })];
};

type State = 'there' | 'missing' | 'unknown';

/** A unit may be written in other words; of a long line, unless it is a sentence, only its beginning is known. */
function stateOf(field: string, lines: readonly OutlineParagraph[], input: PartCase): State {
  const words = wordsOf(field, input).map(foldWords);
  if (words.length === 0) return 'unknown';
  const text = lines.map(({ opening }) => foldWords(opening)).join('\n');
  if (words.some((word) => text.includes(word))) return 'there';
  const isCut = lines.some(mayGoOn);
  return field === 'unit' || isCut ? 'unknown' : 'missing';
}

function mayGoOn({ opening, words }: OutlineParagraph): boolean {
  return (
    Array.from(opening).length >= OPENING_LETTERS && words <= LONGEST && !/[，。；！？,;!?]/.test(opening)
  );
}

function wordsOf(field: string, { org, item }: PartCase): readonly string[] {
  if (field === 'unit') return org === undefined ? [] : shortForms(org);
  if (field === 'name') return authorsOf(item);
  return [workDetail(item.info, field) ?? []].flat();
}
