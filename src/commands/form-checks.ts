import type { Check } from '../model/check.ts';
import type { Judgement } from '../model/report.ts';
import { judgeBlanks } from '../rules/form-values.ts';
import type { FilledForm } from './fill-forms.ts';

/**
 * The forms that were just filled, judged like those a user hands in: a blank that nothing is known for is named, a
 * value that is too long is told with its numbers.
 */
export function formChecks(forms: readonly FilledForm[], judgement: Judgement): readonly Check[] {
  return forms.flatMap((filled) => checksOf(filled, judgement));
}

function checksOf(
  { planned, empty, unknown, over, untouched, blanks }: FilledForm,
  { notice, materials }: Judgement,
): readonly Check[] {
  const form = notice.forms.find(({ id }) => id === planned.form);
  const category = materials.items.find(({ path }) => path === planned.item)?.category;
  const base = {
    code: 'form.fields',
    subject: { item: planned.item, ...(category !== undefined && { category }) },
    ...(form && { clause: form.clause }),
  } as const;
  const args = { ...(form && { form: form.name }), made: true } as const;
  const hard = over.filter(({ about }) => about !== true);
  const soft = over.filter(({ about }) => about === true);
  const nothing = untouched === true && empty.length === 0;
  if (nothing) {
    return [{ ...base, level: 'must', result: 'unknown', args: { ...args, empty, unknown, untouched } }];
  }
  return [
    {
      ...base,
      level: 'must',
      result: empty.length > 0 ? 'fail' : 'pass',
      args: { ...args, empty, unknown: [] },
    },
    ...(unknown.length > 0
      ? [{ ...base, level: 'should', result: 'unknown', args: { ...args, empty: [], unknown } } as const]
      : []),
    ...(hard.length > 0
      ? [{ ...base, level: 'must', result: 'fail', args: { ...args, over: hard } } as const]
      : []),
    ...(soft.length > 0
      ? [{ ...base, level: 'should', result: 'fail', args: { ...args, over: soft } } as const]
      : []),
    ...(form ? judgeBlanks(form, blanks, base.subject) : []),
  ];
}
