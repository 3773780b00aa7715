import type { Ruled } from '../model/ruled.ts';
import type { SummaryFormat, SummaryRule } from '../model/summary.ts';
import { describeWeight } from './describe-notice-rules.ts';
import type { NoticeWords } from './describe-notice-words.ts';

const FORMAT_NAMES: Readonly<Record<SummaryFormat, string>> = { xlsx: 'Excel', docx: 'Word' };

/** `附件2 汇总表（Excel）：{org}汇总表；栏目：序号、作品名称（必须，test 三）` */
export function describeSummary(rule: Ruled<SummaryRule>, words: NoticeWords): string {
  const { language } = words;
  const { name, annex, file, formats, columns, stamped, template, per } = rule.value;
  const zh = language === 'zh';
  const [open, close] = words.brackets;
  const asked = [
    ...formats.map((format) => FORMAT_NAMES[format]),
    ...(stamped ? [words.copies.stamped] : []),
  ];
  const made = asked.join(words.comma);
  const title = `${annex === undefined ? '' : `${annex} `}${name}${open}${made}${close}`;
  const titles = columns.map((column) => column.title).join(words.comma);
  const parts = [
    `${title}${words.colon}${file}`,
    `${zh ? '栏目' : 'columns'}${words.colon}${titles}`,
    ...(template === undefined
      ? []
      : [`${zh ? '空白表' : 'blank'}${words.colon}${template.split(/[/\\]/).at(-1) ?? ''}`]),
    ...(per === 'notice' ? [zh ? '所有类别合成一张' : 'one for all categories'] : []),
  ];
  return parts.join(words.semicolon) + describeWeight(rule, words, 'pack');
}
