import { expect, it } from 'vitest';
import { findTables } from '../../src/materials/find-tables.ts';
import { categoryMatcher } from '../../src/materials/match-category.ts';
import type { Format } from '../../src/model/format.ts';
import type { FormSpec } from '../../src/model/notice.ts';
import type { SummaryRule } from '../../src/model/summary.ts';
import { category, clause, notice } from '../bundle/make-plan.ts';

const PLAIN: SummaryRule = {
  name: '汇总表',
  file: '{org}汇总表',
  formats: ['xlsx'],
  heading: '',
  above: [],
  columns: [{ title: '序号' }],
  per: 'category',
};
const TABLE: SummaryRule = { ...PLAIN, stamped: true };
const FORM: FormSpec = { id: 'f', name: '推荐汇总表', aliases: [], clause };

function found(
  path: string,
  format: Format = 'pdf',
  table: Partial<SummaryRule> = {},
  forms: readonly FormSpec[] = [],
) {
  const value = { ...TABLE, ...table };
  const own = category({ summary: { value, level: 'must', clause } });
  const other = category({ id: 'talk', name: '微党课' });
  const asked = { ...notice([own, other]), forms };
  const clues = { matcher: categoryMatcher(asked.categories), rootName: '材料' };
  return findTables([{ path, bytes: 1, identity: '', format }], asked, clues).tables.map(
    (one) => one.category.id,
  );
}

it.each([
  ['战疫故事汇/汇总表（盖章）.pdf', 'pdf'],
  ['战疫故事汇/作品/某学院汇总表.pdf', 'pdf'],
  ['战疫故事汇汇总表.jpg', 'jpg'],
  ['汇总表.pdf', 'pdf'],
] as const)('%s is the stamped table, of no work', (path, format) => {
  expect(found(path, format)).toEqual(['story']);
});

it.each([
  ['an Excel file, which nobody stamped', '战疫故事汇/汇总表.xlsx', 'xlsx'],
  ['a Word file, which nobody stamped', '战疫故事汇/汇总表（盖章）.docx', 'docx'],
  ['a scan of something else', '战疫故事汇/推荐表（盖章）.pdf', 'pdf'],
  ['a table of another category, which wants none', '微党课/汇总表.pdf', 'pdf'],
] as const)('%s is not', (_, path, format) => {
  expect(found(path, format)).toEqual([]);
});

it('a form that is called more like it keeps its scan', () => {
  expect(found('战疫故事汇/推荐汇总表.pdf', 'pdf', {}, [FORM])).toEqual([]);
  expect(found('战疫故事汇/汇总表.pdf', 'pdf', {}, [FORM])).toEqual(['story']);
});

it('one that nobody wants stamped is material like any other', () => {
  const own = category({ summary: { value: PLAIN, level: 'must', clause } });
  const clues = { matcher: categoryMatcher([own]), rootName: '材料' };
  const file = { path: '战疫故事汇/汇总表.pdf', bytes: 1, identity: '', format: 'pdf' } as const;
  expect(findTables([file], notice([own]), clues).others).toEqual([file]);
});
