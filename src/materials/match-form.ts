import type { Category, FormSpec, Notice } from '../model/notice.ts';
import { foldName } from './fold-name.ts';

const FORM_WORDS = /推荐表|申报表|申报书|登记表|报名表|信息表|汇总表|统计表|审批表|申请表|审核表|备案表/;

/** Whether a file name or a heading calls the document a form. */
export function namesForm(text: string): boolean {
  return FORM_WORDS.test(foldName(text));
}

/**
 * The id of the notice's form that a file name or a heading shows: by name or alias, then by annex, then because
 * the category has only one. Undefined where it shows none, or could be two.
 */
export function matchForm(text: string, notice: Notice, category: Category | undefined): string | undefined {
  const words = foldName(text);
  const own = new Set(category?.forms.map((form) => form.value));
  const byName = longest(notice.forms, own, (form) => longestLabel(words, [form.name, ...form.aliases]));
  const byAnnex = () => longest(notice.forms, own, (form) => longestLabel(words, [form.annex ?? '']));
  const [only, ...others] = own;
  return byName ?? byAnnex() ?? (others.length === 0 && namesForm(text) ? only : undefined);
}

/** Whether a file name shows the 汇总表 of this name, or annex, rather than one of the forms. */
export function matchTable(
  text: string,
  { name, annex = '' }: { readonly name: string; readonly annex?: string },
  forms: readonly FormSpec[],
): boolean {
  const words = foldName(text);
  const length = longestLabel(words, [name, annex]);
  const labels = forms.flatMap((form) => [form.name, form.annex ?? '', ...form.aliases]);
  return length > 0 && longestLabel(words, labels) <= length;
}

/** The form of the longest match; between equals one of the category's own, or none. */
function longest(
  forms: readonly FormSpec[],
  own: ReadonlySet<string>,
  lengthOf: (form: FormSpec) => number,
): string | undefined {
  const rated = forms
    .map((form) => ({ id: form.id, length: lengthOf(form) }))
    .filter(({ length }) => length > 0);
  const most = Math.max(...rated.map(({ length }) => length));
  const best = rated.filter(({ length }) => length === most).map(({ id }) => id);
  const preferred = best.filter((id) => own.has(id));
  const [first, ...others] = preferred.length > 0 ? preferred : best;
  return others.length === 0 ? first : undefined;
}

function longestLabel(words: string, labels: readonly string[]): number {
  return Math.max(0, ...labels.map((label) => lengthWithin(words, foldName(label))));
}

/** 0 where it does not occur; “附件1” is not in “附件12”. */
function lengthWithin(words: string, label: string): number {
  const at = label === '' ? -1 : words.indexOf(label);
  const isCut = /\d$/.test(label) && /^\d/.test(words.slice(at + label.length));
  return at < 0 || isCut ? 0 : label.length;
}
