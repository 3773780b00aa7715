import type { Check, Subject } from '../model/check.ts';
import { countWords } from '../model/count-words.ts';
import type { BlankFacts } from '../model/facts.ts';
import { INFO_FIELD_BY_WORD } from '../model/info-words.ts';
import type { Item, Part } from '../model/materials.ts';
import type { FormFieldRule, FormSpec } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { within } from '../model/range.ts';
import { finding, reasonUnlearned, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/**
 * What the notice asks of single fields of a form: in the Word form that is handed in; where there is none, in what
 * 作品信息.yaml says for it. A form of this very run is judged once it is filled.
 */
export const formValues: Rule<ItemCase> = (input) => {
  const { category, item, notice, making } = input;
  return (category?.forms ?? []).flatMap(({ value: id }) => {
    const form = notice.forms.find((candidate) => candidate.id === id);
    if (!form?.fields) return [];
    const handed = item.parts.filter((part) => part.form === id);
    const [readable] = handed.filter((part) => part.facts.form !== undefined);
    if (readable) {
      const subject = { path: readable.path, ...subjectOfItem(item) };
      return judgeBlanks(form, readable.facts.form?.blanks ?? [], subject);
    }
    const [unreadable] = handed;
    if (unreadable) return form.fields.map((rule) => unseen(form, rule, unreadable, input));
    return making?.forms.includes(id) === true ? [] : judgeInfo(form, item);
  });
};

/** Of a filled form, each field that something is asked of. A blank that is not there cannot be judged. */
export function judgeBlanks(
  form: FormSpec,
  blanks: readonly BlankFacts[],
  subject: Subject,
): readonly Check[] {
  return (form.fields ?? []).map((rule) => {
    const names = namesOf(form, rule.value);
    const meant = blanks.filter((blank) => names.some((name) => isCalled(name, blank)));
    if (meant.length > 0) {
      const most = Math.max(...meant.map(({ words }) => words));
      return judged(form, rule, most, subject);
    }
    return finding('form.values', { ...rule, level: 'should' }, subject, 'unknown', argsOf(form, rule.value));
  });
}

/** Before the form is filled: what is not said yet can still be asked for then. */
function judgeInfo(form: FormSpec, item: Item): readonly Check[] {
  const subject = { ...subjectOfItem(item), ...(item.info && { path: item.info.path }) };
  return (form.fields ?? []).flatMap((rule) => {
    const said = saidOf(item, namesOf(form, rule.value));
    if (said !== undefined) return [judged(form, rule, countWords(said), subject)];
    if (rule.value.required !== true) return [];
    const level = rule.level === 'must' ? 'should' : rule.level;
    return [judged(form, { ...rule, level }, 0, subject)];
  });
}

function judged(form: FormSpec, rule: Ruled<FormFieldRule>, actual: number, subject: Subject): Check {
  const { chars, required } = rule.value;
  const lacks = actual === 0 && required === true;
  // What may stay empty has no least length.
  const fits = chars === undefined || (actual === 0 && required !== true) || within(chars, actual);
  const args = { ...argsOf(form, rule.value), actual };
  return finding('form.values', rule, subject, !lacks && fits ? 'pass' : 'fail', args);
}

function unseen(form: FormSpec, rule: Ruled<FormFieldRule>, part: Part, input: ItemCase): Check {
  const subject = { path: part.path, ...subjectOfItem(input.item) };
  const because = reasonUnlearned({ ...input, part, media: {} });
  const args = argsOf(form, rule.value);
  return finding('form.values', { ...rule, level: 'should' }, subject, 'unknown', args, because);
}

function argsOf({ name }: FormSpec, { field, chars }: FormFieldRule) {
  return { form: name, field, ...(chars && { range: chars }) };
}

/** The field itself, and other words by which this form asks for it. */
function namesOf({ labels = {} }: FormSpec, { field }: FormFieldRule): readonly string[] {
  return [field, ...(Object.hasOwn(labels, field) ? (labels[field] ?? []) : [])];
}

function isCalled(name: string, { label, field }: BlankFacts): boolean {
  if (name === field || fold(name) === fold(label)) return true;
  const meant = INFO_FIELD_BY_WORD.get(name);
  return meant !== undefined && field !== undefined && INFO_FIELD_BY_WORD.get(field) === meant;
}

function saidOf({ info }: Item, names: readonly string[]): string | undefined {
  for (const name of names) {
    const own = Object.entries(info?.others ?? {}).find(([label]) => fold(label) === fold(name));
    if (own) return own[1];
    const field = INFO_FIELD_BY_WORD.get(name);
    const value = field && info?.fields[field];
    if (value !== undefined) return typeof value === 'string' ? value : value.join('、');
  }
  return undefined;
}

function fold(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[\s:：]/gu, '')
    .toLowerCase();
}
