import type { Check } from '../model/check.ts';
import type { Judgement } from '../model/report.ts';
import type { FilledForm } from './fill-forms.ts';

/** The forms that were just filled, judged like those a user hands in: a blank that nothing is known for is named. */
export function formChecks(forms: readonly FilledForm[], { notice, materials }: Judgement): readonly Check[] {
  return forms.map(({ planned, empty }) => {
    const form = notice.forms.find(({ id }) => id === planned.form);
    const category = materials.items.find(({ path }) => path === planned.item)?.category;
    return {
      code: 'form.fields',
      level: 'must',
      result: empty.length > 0 ? 'fail' : 'pass',
      subject: { item: planned.item, ...(category !== undefined && { category }) },
      ...(form && { clause: form.clause }),
      args: { ...(form && { form: form.name }), empty, unknown: [], made: true },
    };
  });
}
