import type { Language } from '../model/report.ts';
import { fieldOfVariable } from '../model/work-details.ts';
import { fieldNamesEn } from './en/format-names-en.ts';
import { visible } from './show-name.ts';
import { fieldNamesZh } from './zh/format-names-zh.ts';

/** What a pattern asks of a work, by the name of the field or by the label itself. */
export function detailName(variable: string, language: Language): string {
  const field = fieldOfVariable(variable);
  const person = CONTACT[variable];
  if (person) return person[language];
  if (field === undefined) return visible(variable);
  return language === 'zh' ? fieldNamesZh[field] : fieldNamesEn[field];
}

const CONTACT: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  contact: { zh: '联系人', en: 'the contact person' },
  phone: { zh: '联系电话', en: 'a telephone number' },
  email: { zh: '邮箱', en: 'a mail address' },
};

/** Several of them. */
export function detailNames(variables: readonly string[], language: Language): string {
  return variables.map((variable) => detailName(variable, language)).join(language === 'zh' ? '、' : ', ');
}
