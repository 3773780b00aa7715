import { isLabel } from './work-details.ts';

/** What a variable stands for, in the words of a notice. */
const WORDS: Readonly<Record<string, string>> = {
  org: '单位',
  category: '类别',
  date: '日期',
  title: '作品名称',
  authors: '作者',
  author: '作者',
  presenter: '主讲人',
  topic: '主题',
  keywords: '关键词',
  seq: '序号',
};

/** Text for a person with `{name}` filled in; a value that nobody knows yet is called by what it is. */
export function fillVariables(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => values[name] ?? WORDS[name] ?? (isLabel(name) ? name : whole),
  );
}
