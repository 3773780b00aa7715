import type { Check } from '../model/check.ts';
import type { FormCopy } from '../model/form.ts';
import { formCopies } from '../model/form-copies.ts';
import type { FormSpec } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { finding, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/**
 * The form a notice asks for lies with each work, as Word or as a scan; or as both, where it asks for both. At most a
 * *should* in a materials folder: like the names, a form that is not there yet is made when the bundle is, and what is
 * to be stamped is made before it can be stamped. No mail goes without the stamped one.
 */
export const formMissing: Rule<ItemCase> = (input) =>
  (input.category?.forms ?? []).flatMap((rule) => {
    const form = input.notice.forms.find(({ id }) => id === rule.value);
    const copies = form?.copies ?? [];
    if (copies.length > 0) return copies.map((copy) => copyCheck(input, rule, form, copy));
    const there = input.item.parts.some((part) => part.form === rule.value);
    return [checkOf(input, rule, form, there, {})];
  });

/** As many stamped ones as there are to be stamped; further pages of one scan are no fault. */
function copyCheck(input: ItemCase, rule: Ruled<string>, form: FormSpec | undefined, copy: FormCopy): Check {
  const there = formCopies(input.item, rule.value, copy).length;
  const wanted = copy === 'word' ? 1 : Math.max(1, formCopies(input.item, rule.value, 'word').length);
  return checkOf(input, rule, form, there >= wanted, { copy, there, wanted });
}

function checkOf(
  { item, making }: ItemCase,
  rule: Ruled<string>,
  form: FormSpec | undefined,
  present: boolean,
  copied: { readonly copy?: FormCopy; readonly there?: number; readonly wanted?: number },
): Check {
  const level = rule.level === 'must' ? 'should' : rule.level;
  const made = !present && copied.copy !== 'stamped' && making?.forms.includes(rule.value) === true;
  return finding(
    'form.missing',
    { ...rule, level },
    subjectOfItem(item),
    made ? 'skip' : present ? 'pass' : 'fail',
    {
      form: form?.name ?? rule.value,
      ...(form?.annex !== undefined && { annex: form.annex }),
      ...copied,
    },
  );
}
