import path from 'node:path';
import type { Notice } from '../model/notice.ts';
import { readNotice } from './notice.ts';
import type { System } from '../system/system.ts';

export interface NewNotice {
  /** What it builds on: the id of a built-in notice, or a file as seen from the working folder. */
  readonly from: string;
  readonly year: number;
  readonly title: string;
  /** Absolute path of the file to be. */
  readonly target: string;
}

/** The text of a notice that extends another one, with what may be changed as comments. */
export async function newNoticeText(
  { from, year, title, target }: NewNotice,
  system: System,
): Promise<string> {
  const { workingFolder } = system.environment;
  const notice = await readNotice({ named: from, year }, system);
  const isFile = /[/\\]|\.ya?ml$/i.test(from);
  const beside = path.relative(path.dirname(target), path.resolve(workingFolder, from)).replaceAll('\\', '/');
  const parent = isFile ? JSON.stringify(beside.startsWith('.') ? beside : `./${beside}`) : from;
  return [
    `# 沿用 ${notice.lineage.join(' → ')}；这里只写不同的地方，写了的说了算。`,
    '# 行首的 # 去掉，那一行就生效。写好以后：four-ones notice check 文件名',
    `title: ${JSON.stringify(title)}`,
    `extends: ${parent}`,
    `year: ${year} # 沿用的通知里的日期都挪到这一年`,
    '',
    '# 各类文件的要求；写 null 就是取消这条要求。',
    '# media:',
    '#   photo: { size: { max: 10M }, clause: 三 } # clause：通知的第几条',
    '',
    '# 各类别现在的截止日期、邮箱；要改的把 # 去掉。不要的类别写 null。',
    '# categories:',
    ...notice.categories.flatMap((category) => categoryLines(category, notice)),
    '',
  ].join('\n');
}

function categoryLines(
  { id, name, deadlines, routes }: Notice['categories'][number],
  { routes: all }: Notice,
): readonly string[] {
  const days = deadlines.map(
    ({ on, at, label }) =>
      `{ on: ${on}${at === undefined ? '' : `, at: "${at}"`}${label === undefined ? '' : `, label: ${JSON.stringify(label)}`} }`,
  );
  const mailboxes = all.flatMap((route) => (routes.includes(route.id) && route.mail ? [route.mail.to] : []));
  return [
    `#   ${id}: # ${name.replace(/\s+/g, ' ')}${mailboxes.length > 0 ? `，报送到 ${mailboxes.join('、')}` : ''}`,
    `#     deadlines: ${days.length > 0 ? `[${days.join(', ')}]` : `[{ on: 12-31 }] # 现在没有截止日期`}`,
  ];
}
