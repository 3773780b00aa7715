import type { KeyWords } from './file-words.ts';

/** How what is handed in lies together, and the table of all works. */
export const PACKING_WORDS: Readonly<Record<string, KeyWords>> = {
  packing: ['怎样打包', { each: { as: 'zip', name: '{seq}-{title}' }, size: { max: '500M' } }],
  'packing.name': ['包的名称，不写同 naming', '{org}报送材料'],
  'packing.each': [
    '每件作品单独放：各一个文件夹，或各一个压缩包',
    { as: 'zip', name: '{title}' },
    { as: 'folder', name: '{seq}-{title}' },
  ],
  'each.as': 'folder 文件夹；zip 压缩包',
  'each.name': [
    '文件夹或压缩包的名称（不带 .zip），不写是 {title}；几层的用 / 隔开',
    '{seq}-{title}',
    '{category}/{org}/{title}',
  ],
  'each.size': ['单件作品的大小', { max: '50M' }],
  'packing.size': ['一类材料的总大小', { max: '500M' }],

  summary: ['汇总表：打包时生成，一件作品一行', { columns: ['序号', '作品名称', '作者', '联系电话'] }],
  'summary.name': ['通知怎么叫它，不写就是“汇总表”', '报送统计表'],
  'summary.annex': ['附件号', '附件2'],
  'summary.file': ['文件名（不带扩展名）；可用 {org}、{category}、{date}', '{org}{category}汇总表'],
  'summary.format': [
    '做成 Excel（xlsx）还是 Word（docx）；不写是 xlsx，有空白表（template）的照空白表',
    ['xlsx', 'docx'],
  ],
  'summary.heading': ['表的标题，不写同文件名', '优秀案例作品汇总表'],
  'summary.above': [
    '标题与表之间的几行；可用 {org}、{category}、{date}、{contact}、{phone}、{email}、{count}',
    '填报单位（盖章）：{org}　联系人：{contact}',
  ],
  'summary.columns': [
    '栏目；只写标题的按标题认',
    ['序号', '作品名称', { title: '署名', value: '{org} {author}' }],
  ],
  'columns.title': ['这一栏的标题', '作品名称'],
  'columns.value': [
    '这一栏填什么：文字，可用命名和表格的代号（{title}、{author}、{phone}……）和作品信息.yaml 的标签',
    '{org} {author}',
  ],
  'columns.optional': 'true：可以空着',
  'summary.template': [
    '通知自己的空白汇总表（.xlsx 或 .docx，从通知文件所在的地方算起）：表头要和 columns 一致，一件作品填一行',
    './附件3汇总表.xlsx',
  ],
  'summary.stamped': 'true：另要一份盖章扫描件：打包生成的表打印、盖章、扫描，放进材料里，再打包',
  'summary.per': 'category 一类一张（不写就是它）；notice 各类合成一张，每个包里都放',

  'deadlines.monthly': ['每月几号截止；31 是每月最后一天', 25],
  'deadlines.until': ['每月截止的，到哪天为止；不写到年底', '12-31'],

  'form.copies': [
    '要交哪几样：word 填好的 Word 版、stamped 盖章扫描件；不写：交一样就行',
    ['word', 'stamped'],
  ],
};
