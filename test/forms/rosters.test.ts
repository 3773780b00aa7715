import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/forms/fill-form.ts';
import type { FormFilled, FormValues } from '../../src/model/form.ts';
import { c, formOf, p, table, textOf } from './build-form.ts';

async function filled(body: string, values: FormValues): Promise<FormFilled> {
  const result = await fillForm(formOf(body), values);
  if (result.kind !== 'filled') throw new Error(JSON.stringify(result));
  return result;
}

const members = table(
  [c('序号'), c('姓名'), c('学号'), c('分工')],
  [c('1'), c(), c(), c()],
  [c('2'), c(), c(), c()],
);
const person: FormValues = { author: '张三', studentId: '201801', title: '逆行者', unit: '马院' };

describe('a list of people in a form', () => {
  it('is not filled from what is known of the author: nobody said who belongs in it', async () => {
    const done = await filled(p('项目组成员') + members, person);
    expect(done.filled).toEqual([]);
    expect(done.rosters).toEqual([{ columns: ['序号', '姓名', '学号', '分工'], blankRows: 2 }]);
  });

  it('takes the lines that a person gave, by its columns or other words for them', async () => {
    const done = await filled(members, {
      成员: [
        { 姓名: '李四', 学号: '1' },
        { 学生姓名: '王五', 分工: '摄像' },
      ],
    });
    expect(textOf(done.bytes)).toBe('序号|姓名|学号|分工|1|李四|1|2|王五|摄像|');
    expect(done.rosters).toMatchObject([{ blankRows: 2, filledRows: 2 }]);
    expect(done.unplaced).toEqual([]);
  });

  it('says how many lines had no row, and places none where two tables could be meant', async () => {
    const lines = ['一', '二', '三'].map((姓名) => ({ 姓名 }));
    expect((await filled(members, { 成员: lines })).unplaced).toEqual([{ name: '成员', lines: 1 }]);
    const two = await filled(members + p('评委') + members, { 成员: lines });
    expect(two.filled).toEqual([]);
    expect(two.unplaced).toEqual([{ name: '成员', lines: 3 }]);
    expect((await filled(members, { 家庭: [{ 称谓: '父' }] })).unplaced).toEqual([
      { name: '家庭', lines: 1 },
    ]);
  });
});

describe('a 汇总表', () => {
  const list = table(
    [c('序号'), c('单位'), c('姓名'), c('题目'), c('评审费')],
    [c('1'), c(), c(), c(), c()],
    [c('2'), c(), c(), c(), c()],
  );

  it('gets one line of the work, in its first row alone', async () => {
    const done = await filled(p('优秀作品登记汇总表') + list, person);
    expect(textOf(done.bytes)).toMatch(/评审费\|1\|马院\|张三\|逆行者\|2\|$/);
    expect(done.rosters).toMatchObject([{ blankRows: 2, filledRows: 1 }]);
  });

  it('gets none where too little of a line is known', async () => {
    const done = await filled(p('登记汇总表') + list, { title: '逆行者' });
    expect(done.filled).toEqual([]);
  });
});
