import type { Check } from '../model/check.ts';
import type { OverLimit } from '../model/form.ts';
import { formCopies } from '../model/form-copies.ts';
import { familyOf } from '../model/format.ts';
import type { Item } from '../model/materials.ts';
import type { Notice } from '../model/notice.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule, type Source } from './rule.ts';

/**
 * A form that is handed in has its blanks filled. A scan cannot be read for that, nor can a blank whose meaning nobody
 * here knows: told, but not held against the work.
 */
export const formFields: Rule<PartCase> = (input) => {
  const { part, category, notice, item } = input;
  if (part.form === undefined && part.role !== 'form') return [];
  if (!part.facts.form && part.form !== undefined && isReadAsWord(item, part.form, notice)) return [];
  const asked = category?.forms.find(({ value }) => value === part.form);
  const form = notice.forms.find(({ id }) => id === part.form)?.name;
  const source = asked ?? { level: 'must' as const };
  const subject = subjectOfPart(input);
  const blanks = part.facts.form;
  const args = {
    ...(form !== undefined && { form }),
    ...(blanks && { empty: blanks.empty, unknown: blanks.unknown }),
    ...(familyOf(part.facts.format) === 'sheet' && { excel: true as const }),
  };
  if (!blanks)
    return [
      finding(
        'form.fields',
        { ...source, level: 'should' },
        subject,
        'unknown',
        args,
        reasonUnlearned(input),
      ),
    ];
  return [fieldsCheck(), ...overChecks(blanks.over ?? [], input, source, form)];

  function fieldsCheck(): Check {
    if (blanks && blanks.empty.length > 0) return finding('form.fields', source, subject, 'fail', args);
    if (blanks?.unknown.length === 0) return finding('form.fields', source, subject, 'pass', args);
    return finding('form.fields', { ...source, level: 'should' }, subject, 'unknown', args);
  }
};

/** The scan of a form that is wanted as Word too says nothing that the Word form does not. */
function isReadAsWord(item: Item, id: string, { forms }: Notice): boolean {
  const paired = forms.find((form) => form.id === id)?.copies?.includes('word') === true;
  return paired && formCopies(item, id, 'word').some(({ facts }) => facts.form !== undefined);
}

/** “300字以内” is a must of whoever hands out the form, “300字左右” a wish. */
function overChecks(
  over: readonly OverLimit[],
  input: PartCase,
  source: Source,
  form: string | undefined,
): readonly Check[] {
  const of = (about: boolean) => over.filter((one) => (one.about === true) === about);
  const say = (level: Source['level'], some: readonly OverLimit[]): readonly Check[] =>
    some.length === 0
      ? []
      : [
          finding('form.fields', { ...source, level }, subjectOfPart(input), 'fail', {
            ...(form !== undefined && { form }),
            over: some,
          }),
        ];
  return [...say(source.level, of(false)), ...say('should', of(true))];
}
