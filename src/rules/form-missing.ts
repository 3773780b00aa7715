import { finding, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/**
 * The form a notice asks for lies with each work, as Word or as a scan. At most a *should* in a materials folder: like
 * the names, a form that is not there yet is made when the bundle is.
 */
export const formMissing: Rule<ItemCase> = ({ notice, category, item, making }) =>
  (category?.forms ?? []).map((rule) => {
    const form = notice.forms.find(({ id }) => id === rule.value);
    const present = item.parts.some((part) => part.form === rule.value);
    const level = rule.level === 'must' ? 'should' : rule.level;
    const made = !present && making?.forms.includes(rule.value) === true;
    return finding(
      'form.missing',
      { ...rule, level },
      subjectOfItem(item),
      made ? 'skip' : present ? 'pass' : 'fail',
      {
        form: form?.name ?? rule.value,
        ...(form?.annex !== undefined && { annex: form.annex }),
      },
    );
  });
