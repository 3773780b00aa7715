import type { Check } from '../model/check.ts';
import type { Judgement } from '../model/report.ts';
import type { Clause } from '../model/ruled.ts';
import { judgeBlanks } from '../rules/form-values.ts';
import type { FilledForm } from './fill-forms.ts';
import type { FilledSummary, Lacking } from './fill-summaries.ts';

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

/** What a 汇总表 lacks, work by work, told once for all of its files; a whole one is a pass of its category. */
export function summaryChecks(
  summaries: readonly FilledSummary[],
  { notice, materials }: Judgement,
): readonly Check[] {
  const told = new Set<string>();
  return summaries.flatMap(({ planned, category: id, lacking, filled }) => {
    const rule = notice.categories.find((category) => category.id === id)?.summary;
    const level = rule?.level === 'must' ? 'must' : 'should';
    const checkOf = ({ item, empty }: Lacking): Check => {
      const category = materials.items.find(({ path }) => path === item)?.category ?? id;
      return {
        code: 'form.fields',
        level,
        result: empty.length > 0 ? 'fail' : 'pass',
        subject: { ...(item !== undefined && { item }), category },
        ...(rule && { clause: rule.clause }),
        args: {
          ...{ form: planned.title, empty, unknown: [], made: true },
          ...(item === undefined && empty.length > 0 && { settings: true }),
        },
      };
    };
    const open = openCheck(planned.title, filled?.open ?? [], id, rule?.clause);
    const checks = (lacking.length > 0 ? lacking : [{ empty: [] }]).map(checkOf);
    return [...checks, ...open].filter((check) => {
      const key = JSON.stringify([check.subject, check.args]);
      return !told.has(key) && told.add(key);
    });
  });
}

/** Blanks of the notice's own table, beside its lines, of which nobody here knows what belongs there. */
function openCheck(
  form: string,
  unknown: readonly string[],
  category: string,
  clause: Clause | undefined,
): readonly Check[] {
  if (unknown.length === 0) return [];
  const args = { form, empty: [], unknown, made: true } as const;
  return [
    {
      code: 'form.fields',
      level: 'should',
      result: 'unknown',
      subject: { category },
      ...(clause && { clause }),
      args,
    },
  ];
}
