import type { PersonRole } from '../../model/notice.ts';
import { levelOf, type Finding } from './finding.ts';
import { readAmounts } from './read-amounts.ts';

const PERSONS: readonly (readonly [PersonRole, RegExp])[] = [
  ['advisor', /指导教师|指导老师|指导者|导师/],
  ['presenter', /主讲|授课|讲授/],
  ['author', /作者|参赛者|参赛选手|选手|参赛人员|投稿|申报人|个人|教师|老师|学生|同学|党员|人/],
];
const EACH =
  /(?:每(?:1|一)?(?:个|位|名)?|各位|同(?:1|一)(?:个|位|名)?)(?:(?:指导|主讲|授课)?(?:教师|老师)|指导者|导师|主讲人|(?:参赛)?作者(?!团队)|参赛者|(?:参赛)?选手|参赛人员|投稿[人者]|申报人|个人|学生|同学|党员|人(?!次|数|均))|(?:^|\s)(?:1|一|个)人(?=限|只|最多|至多|不)/;

const WORK = '(?:项|个|件|部|篇|份|幅|组|首|集|门|节)(?!月|工作日|小时|方面|环节|阶段|字|人|关键词|名额)';
const KINDS = '(?:个)?类(?:别)?';
const LIMITED = /限|只(?:能|可|准|得)?|可|不(?:得|能)?超|最多|至多|以内|为限/;
/** Handed in with a work, and no work. */
const PAPERS = /表|承诺|简历|照片|附件|材料|证/;

/** 各学院共5件且每人不超过2件: what is said of a unit, and from there on what is said of one person; either may be empty. */
export function partByPersons(clause: string): readonly [unit: string, persons: string] {
  const at = PAPERS.test(clause) ? -1 : clause.search(EACH);
  return at < 0 ? [clause, ''] : [clause.slice(0, at), clause.slice(at)];
}

/** 每人限投2件, 每位指导教师不超过3项, 每人限报1类: at most so many works, or categories, of one person. */
export function readPersonQuotas(clause: string): readonly Finding[] {
  if (clause === '') return [];
  const per = roleIn(clause);
  const limited = clause
    .replace(/([一二两三])(?=(?:个)?类)/g, (digit) =>
      String('一二三'.indexOf(digit === '两' ? '二' : digit) + 1),
    )
    .replace(
      /(?:限|只)(?:能|可|准|得)?(?:指导|报送|报名|申报|参加|选择|选|报|送|推荐|投稿|投|交|提交)?(?=\s?\d)/g,
      '不超过',
    );
  return [
    ...limitsOf(limited, WORK, per, clause),
    ...limitsOf(limited, KINDS, per, clause).map(ofCategories),
  ];
}

function limitsOf(text: string, unit: string, per: PersonRole, clause: string): readonly Finding[] {
  const [first] = readAmounts(text, unit, (figure) => (/^[1-9]\d{0,2}$/.test(figure) ? figure : undefined));
  if (!first) return [];
  const { max = first.bare, under } = first.sides;
  const most = under === undefined ? max : String(Number(under) - 1);
  if (most === undefined || most === '0') return [];
  const value = { kind: 'range', sides: { max: most }, per, ...levelOf(clause) } as const;
  const reading = { target: { kind: 'category', key: 'quota' }, value } as const;
  // 每人1件 may be asked of each, or allowed to each.
  const isSaid = first.bare === undefined || LIMITED.test(clause);
  return [{ readings: [reading], ...(!isSaid && { unsure: true, note: '没有说至多' }) }];
}

function ofCategories(finding: Finding): Finding {
  const readings = finding.readings.map(({ value }) => ({
    target: { kind: 'together' } as const,
    value: value.kind === 'range' ? { ...value, count: 'categories' as const } : value,
  }));
  return { ...finding, readings };
}

function roleIn(clause: string): PersonRole {
  const [named = ''] = EACH.exec(clause) ?? [];
  // 每人限指导2件.
  if (clause.includes('指导')) return 'advisor';
  return PERSONS.find(([, words]) => words.test(named))?.[0] ?? 'author';
}
