import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { fillTable, type TableFilling } from '../../src/forms/fill-table.ts';
import type { FormValues } from '../../src/model/form.ts';
import { c, checksums, formOf, p, r, table, textOf } from './build-form.ts';

const HEAD = ['序号', '作品名称', '作者', '联系电话'];
const ROWS = [
  ['1', '逆行者的二十四小时', '李四、王五', '020-1'],
  ['2', 'A & B <一>', '张三', ''],
  ['3', '丙', '赵六', '020-3'],
];
const head = HEAD.map((title) => c(title));
const blank = (count: number, first: (index: number) => string = () => '') =>
  Array.from({ length: count }, (_, index) => [c(first(index)), c(), c(), c()]);
const numbered = (index: number) => String(index + 1);

function fill(
  body: string,
  rows: readonly (readonly string[])[] = ROWS,
  values: FormValues = {},
  titles = HEAD,
) {
  return fillTable(formOf(body), { head: titles, rows }, values);
}

function textIn(filling: TableFilling): string {
  if (filling.kind !== 'filled') throw new Error(JSON.stringify(filling));
  return textOf(filling.bytes);
}

const LINES = '1|逆行者的二十四小时|李四、王五|020-1|2|A & B <一>|张三|3|丙|赵六|020-3|';

describe('the notice’s own blank table', () => {
  it.each([
    ['no line below its head', []],
    ['one blank line', blank(1)],
    ['as many as works', blank(3, numbered)],
    ['fewer than works, numbered', blank(2, numbered)],
    ['more than works, numbered', blank(8, numbered)],
    ['dots below its lines', [...blank(2, numbered), [c('……'), c(), c(), c()]]],
  ])('with %s has one line a work, and keeps its heading', async (_, lines) => {
    const body = p('附件3') + p('某大学优秀作品汇总表') + table(head, ...lines) + p('填表人签字：');
    expect(textIn(await fill(body))).toBe(
      `附件3|某大学优秀作品汇总表|序号|作品名称|作者|联系电话|${LINES}填表人签字：|`,
    );
  });

  it('sets each line as its own lines are set, not as its head is', async () => {
    const bold = HEAD.map((title) => c(p(r(title, '<w:b/>'))));
    const cell = '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:sz w:val="21"/></w:rPr></w:pPr></w:p>';
    const line = [c(cell), c(cell), c(cell), c(cell)];
    const done = await fill(p('汇总表') + table(bold, line));
    if (done.kind !== 'filled') throw new Error(done.kind);
    const xml = new TextDecoder().decode(unzipSync(done.bytes)['word/document.xml']);
    const rows = xml.split('<w:tr>').slice(2);
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row.match(/<w:jc w:val="center"\/>/g)).toHaveLength(4);
      expect(row).toContain('<w:sz w:val="21"/>');
      expect(row).not.toContain('<w:b/>');
    }
  });

  it('has its columns found in any order, with spaces and hints of its own', async () => {
    const other = [c('联 系 电 话'), c('序号'), c('作者（限3人）'), c('作品名称')];
    expect(textIn(await fill(p('汇总表') + table(other, ...blank(1)), ROWS.slice(0, 1)))).toContain(
      '020-1|1|李四、王五|逆行者的二十四小时|',
    );
  });

  it('has what stands around the table filled too, and nothing of that within', async () => {
    const body =
      p('报送单位：') + p('联系人：　　　　联系电话：') + table(head, ...blank(1)) + p('填报日期：');
    const values = { unit: '马院', contact: '王老师', phone: '020-9', fillDate: '2020-07-10' };
    const text = textIn(await fill(body, [['1', '甲', '乙', '']], values));
    expect(text).toMatch(/报送单位：马院/);
    expect(text).toMatch(/王老师.*020-9/);
    expect(text).toContain('|1|甲|乙|填报日期');
    const alone = await fill(body, [['1', '甲', '乙', '']]);
    expect(alone.kind === 'filled' && alone.unfilled.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['unit', 'contact', 'phone']),
    );
  });

  it('is the same Word file but for its text, and reads the same to another reader', async () => {
    const bytes = formOf(p('汇总表') + table(head, ...blank(2)), { 'word/styles.xml': '<x/>' });
    const done = await fillTable(bytes, { head: HEAD, rows: ROWS }, {});
    if (done.kind !== 'filled') throw new Error(done.kind);
    const [before, after] = [checksums(bytes), checksums(done.bytes)];
    const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
    expect(changed).toEqual(['word/document.xml']);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(done.bytes) });
    expect(value.split(/\n+/)).toEqual(
      expect.arrayContaining(['逆行者的二十四小时', '李四、王五', 'A & B <一>']),
    );
    const again = await fillTable(bytes, { head: HEAD, rows: ROWS }, {});
    expect(again.kind === 'filled' && Buffer.compare(again.bytes, done.bytes)).toBe(0);
  });

  it('of a thousand works takes a moment', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [
      String(index + 1),
      `作品${index + 1}`,
      '甲',
      '1',
    ]);
    const started = process.cpuUsage();
    expect(textIn(await fill(p('汇总表') + table(head, ...blank(1)), rows))).toContain(
      '|1000|作品1000|甲|1|',
    );
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});

describe('a blank that is not what the columns say is told, never filled by a guess', () => {
  const unfit = async (body: string, titles = HEAD) => {
    const done = await fill(body, ROWS, {}, titles);
    return done.kind === 'unfit' ? done.why : done.kind;
  };

  it('a column that one of them lacks', async () => {
    expect(await unfit(table([...head.slice(0, 3), c('备注')], ...blank(2)))).toEqual({
      kind: 'unlike',
      missing: ['联系电话'],
      extra: ['备注'],
    });
  });

  it('a table of two such heads, or two tables', async () => {
    expect(await unfit(table(head, ...blank(2)) + p('') + table(head, ...blank(2)))).toEqual({
      kind: 'several',
    });
  });

  it('a column that comes twice', async () => {
    const twice = [...head, c('作者')];
    expect(await unfit(table(twice, [c(), c(), c(), c(), c()]))).toMatchObject({ kind: 'unlike' });
  });

  it('no table at all, and no Word file', async () => {
    expect(await unfit(p('汇总表'))).toEqual({ kind: 'unlike', missing: HEAD, extra: [] });
    expect((await fillTable(Buffer.from('no zip'), { head: HEAD, rows: ROWS }, {})).kind).toBe('unreadable');
  });

  it('a line that is an example, and would be handed in as a work', async () => {
    const example = [c('1'), c('某作品'), c('某人'), c('123')];
    expect(await unfit(table(head, example, ...blank(2)))).toEqual({ kind: 'printed', text: '某作品' });
  });
});

it('a sum below the lines stays below the works', async () => {
  const sum = [c('合计'), c('3 件'), c(), c('无')];
  expect(textIn(await fill(p('汇总表') + table(head, ...blank(2), sum)))).toContain(
    `联系电话|${LINES}合计|3 件|无|`,
  );
});
