import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/**
 * A form that is handed in has its blanks filled. A scan cannot be read for that, nor can a blank whose meaning nobody
 * here knows: told, but not held against the work.
 */
export const formFields: Rule<PartCase> = (input) => {
  const { part, category, notice } = input;
  if (part.form === undefined && part.role !== 'form') return [];
  const asked = category?.forms.find(({ value }) => value === part.form);
  const form = notice.forms.find(({ id }) => id === part.form)?.name;
  const source = asked ?? { level: 'must' as const };
  const subject = subjectOfPart(input);
  const blanks = part.facts.form;
  const args = {
    ...(form !== undefined && { form }),
    ...(blanks && { empty: blanks.empty, unknown: blanks.unknown }),
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
  if (blanks.empty.length > 0) return [finding('form.fields', source, subject, 'fail', args)];
  if (blanks.unknown.length === 0) return [finding('form.fields', source, subject, 'pass', args)];
  return [finding('form.fields', { ...source, level: 'should' }, subject, 'unknown', args)];
};
