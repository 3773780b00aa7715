import { isLabel } from './work-details.ts';

/** What a variable stands for, in the words of a notice. */
export const VARIABLE_WORDS: Readonly<Record<string, string>> = {
  org: '单位名称',
  category: '类别',
  date: '报送日期',
  title: '作品名称',
  authors: '作者',
  author: '作者',
  presenter: '主讲人',
  topic: '选题',
  keywords: '关键词',
  seq: '序号',
};

/** Text for a person with `{name}` filled in; a value that nobody knows yet is called by what it is. */
export function fillVariables(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => values[name] ?? VARIABLE_WORDS[name] ?? (isLabel(name) ? name : whole),
  );
}
