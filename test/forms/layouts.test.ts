import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/forms/fill-form.ts';
import { inspectForm } from '../../src/forms/inspect-form.ts';
import type { FormAliases, FormFilled, FormInspected, FormValues } from '../../src/model/form.ts';
import { c, formOf, mergeStart, merged, p, span, table, textOf, underlined } from './build-form.ts';

const values: FormValues = {
  ...{
    unit: '马克思主义学院党委',
    title: '逆行者的二十四小时',
    category: '视频',
    author: '张三',
    presenter: '李四',
  },
  ...{
    post: '支部书记',
    contact: '王五',
    phone: '13800138000',
    email: 'w@example.edu.cn',
    duration: '12分30秒',
  },
  ...{ period: '2020年2月至5月', summary: '第一段。\n第二段。', fillDate: '2020-07-15', remark: '一切属实' },
};

async function inspected(body: string, aliases?: FormAliases): Promise<FormInspected> {
  const result = await inspectForm(formOf(body), aliases);
  if (result.kind !== 'form') throw new Error(result.detail);
  return result;
}

async function filled(body: string, more: FormValues = {}, aliases?: FormAliases): Promise<FormFilled> {
  const result = await fillForm(formOf(body), { ...values, ...more }, aliases);
  if (result.kind !== 'filled') throw new Error(JSON.stringify(result));
  return result;
}

async function fieldsOf(body: string): Promise<readonly (string | undefined)[]> {
  return (await inspected(body)).slots.map((slot) => slot.kept ?? slot.field ?? slot.doubt);
}

describe('every way a school lays a form out is filled in the right cells', () => {
  it('two pairs a row, labels with spaces, colons and hints', async () => {
    const body = table(
      [c('作 品 名 称：'), c('', span(3))],
      [c('作者姓名'), c(), c('职　　务'), c()],
      [c('联系人*'), c(), c('联系电话（手机）'), c()],
      [c('内容简介（300字以内）'), c('', span(3))],
    );
    expect(await fieldsOf(body)).toEqual(['title', 'author', 'post', 'contact', 'phone', 'summary']);
    expect((await inspected(body)).slots.at(-1)).toMatchObject({ limit: 300 });
    expect((await inspected(body)).slots[3]).toMatchObject({ required: true });
    expect(textOf((await filled(body)).bytes)).toBe(
      '作 品 名 称：|逆行者的二十四小时|作者姓名|张三|职　　务|支部书记|联系人*|王五|联系电话（手机）|13800138000|内容简介（300字以内）|第一段。|第二段。|',
    );
  });

  it('one character a line, and merged cells', async () => {
    const body = table(
      [c(['作', '品', '简', '介'], mergeStart), c('', mergeStart)],
      [merged, merged],
      [c('推荐单位'), c()],
    );
    expect(await fieldsOf(body)).toEqual(['summary', 'unit']);
    expect(textOf((await filled(body)).bytes)).toContain('介|第一段。|第二段。|');
  });

  it('a group in front: the phone of the contact is not put beside the expert', async () => {
    const body = table(
      [c('联系人', mergeStart), c('姓名'), c(), c('手机'), c()],
      [merged, c('邮箱'), c('', span(3))],
      [c('推荐专家', mergeStart), c('姓名'), c(), c('手机'), c()],
      [merged, c('职务'), c('', span(3))],
    );
    expect(await fieldsOf(body)).toEqual([
      ...['contact', 'phone', 'email'],
      ...['推荐专家姓名', '推荐专家手机', '推荐专家职务'],
    ]);
    expect(textOf((await filled(body)).bytes)).toContain(
      '联系人|姓名|王五|手机|13800138000|邮箱|w@example.edu.cn|推荐专家|姓名|手机|',
    );
  });

  it('a table within a cell', async () => {
    const inner = `<w:tbl><w:tr>${c('作品名称')}${c()}</w:tr></w:tbl><w:p/>`;
    const body = table([c('基本情况'), `<w:tc><w:tcPr/>${inner}</w:tc>`], [c('备注'), c()]);
    expect(await fieldsOf(body)).toEqual(expect.arrayContaining(['title', 'remark']));
    expect(textOf((await filled(body)).bytes)).toContain('作品名称|逆行者的二十四小时|');
  });

  it('underscores, underlined spaces and spaces behind a colon, several in a line', async () => {
    const body =
      p('推荐单位：____________  联系人：______') +
      p('作品名称', underlined('            '), '主讲人', underlined('      ')) +
      p('电话：        邮箱：') +
      p('备注：见附件');
    expect(await fieldsOf(body)).toEqual(['unit', 'contact', 'title', 'presenter', 'phone', 'email']);
    const text = textOf((await filled(body)).bytes).replace(/[\s\u00a0]/g, '');
    expect(text).toBe(
      '推荐单位：马克思主义学院党委联系人：王五|作品名称逆行者的二十四小时主讲人李四|电话：13800138000邮箱：w@example.edu.cn|备注：见附件|',
    );
  });

  it('boxes before and behind their texts are ticked in their own family; a value without a box is told', async () => {
    const body = table([c('作品类别'), c('□文字　□图片　□视频')]) + p('作品形式：☐图文 ☐短视频');
    const done = await filled(body, { genre: '短视频' });
    expect(textOf(done.bytes)).toBe('作品类别|□文字　□图片　■视频|作品形式：☐图文 ☑短视频|');
    const behind = await filled(table([c('作品类别'), c('（请打√） 文字□　视频□')]));
    expect(textOf(behind.bytes)).toBe('作品类别|（请打√） 文字□　视频☑|');
    expect((await filled(body, { category: '广播剧' })).skipped).toMatchObject([{ reason: 'no-option' }]);
  });

  it('a cover page with lines and a date, then the table', async () => {
    const body =
      p('推荐表') +
      p('申报单位：', underlined('                    ')) +
      p('题    目：', underlined('                    ')) +
      p('      年    月    日') +
      table([c('作品名称'), c()], [c('填表日期'), c('   年  月  日')]);
    const text = textOf((await filled(body)).bytes).replace(/[\s\u00a0]/g, '');
    expect(text).toBe(
      '推荐表|申报单位：马克思主义学院党委|题目：逆行者的二十四小时|2020年7月15日|作品名称|逆行者的二十四小时|填表日期|2020年7月15日|',
    );
  });

  it('opinions, seals, signatures, photos and what is filled already stay as they are', async () => {
    const body = table(
      [c('作者'), c('已填好的人'), c('照片')],
      [c('推荐单位意见'), c(['同意推荐。', '', '（盖章）', '年　月　日'], span(2))],
      [c(['学校意见：', '', '负责人（签字）：____   电话：____', '   年  月  日'], span(3))],
      [c('申请人签名'), c('', span(2))],
    );
    const done = await filled(body);
    expect(done.filled).toEqual([]);
    expect(done.bytes).toEqual(formOf(body));
    expect(await fieldsOf(body)).toEqual(expect.arrayContaining(['filled', 'opinion', 'signature']));
  });

  it('content controls with a prompt, a list and a check box', async () => {
    const control = (properties: string, content: string): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const prompt = '<w:r><w:t>单击此处输入文字。</w:t></w:r>';
    const list =
      '<w:dropDownList><w:listItem w:displayText="视频" w:value="1"/><w:listItem w:displayText="图片" w:value="2"/></w:dropDownList>';
    const body =
      `<w:p>${control('<w:alias w:val="作品名称"/><w:showingPlcHdr/>', prompt)}</w:p>` +
      `<w:p><w:r><w:t>联系人：</w:t></w:r>${control('<w:showingPlcHdr/><w:dataBinding/>', prompt)}</w:p>` +
      `<w:p>${control(`<w:tag w:val="category"/><w:showingPlcHdr/>${list}`, prompt)}</w:p>` +
      table([
        c('推荐单位'),
        `<w:tc><w:tcPr/>${control('<w:showingPlcHdr/>', `<w:p>${prompt}</w:p>`)}</w:tc>`,
      ]);
    const done = await filled(body);
    expect(textOf(done.bytes)).toBe('逆行者的二十四小时|联系人：王五|视频|推荐单位|马克思主义学院党委|');
    const boxes = control(
      '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>',
      '<w:r><w:t>☐</w:t></w:r>',
    );
    const ticked = await filled(table([c('作品类别'), c([`<w:p>${boxes}<w:r><w:t>视频</w:t></w:r></w:p>`])]));
    expect(textOf(ticked.bytes)).toBe('作品类别|☑视频|');
  });

  it('labels above a full-width cell, and a head over one blank row', async () => {
    const body = table(
      [c('作品简介：', span(3))],
      [c(['', '', ''], span(3))],
      [c('主讲人'), c('联系电话'), c('备注')],
      [c(), c(), c()],
    );
    expect(await fieldsOf(body)).toEqual(['summary', 'presenter', 'phone', 'remark']);
  });

  it('a list of many people is told, not filled', async () => {
    const body =
      p('报送汇总表') + table([c('序号'), c('作品名称'), c('作者')], [c('1'), c(), c()], [c('2'), c(), c()]);
    const done = await filled(body);
    expect(done.filled).toEqual([]);
    expect(done.rosters).toEqual([{ columns: ['序号', '作品名称', '作者'], blankRows: 2 }]);
  });

  it('durations between their units, and a printed year that says otherwise', async () => {
    const body = table([c('作品时长'), c('    分    秒')], [c('填报日期'), c('2019年  月  日')]);
    const done = await filled(body);
    expect(textOf(done.bytes)).toContain('12分30秒');
    expect(done.skipped).toMatchObject([{ reason: 'contradicts' }]);
  });

  it('无 only where the form asks for it', async () => {
    const asked = await filled(table([c('获奖情况（没有请填“无”）'), c()]));
    expect(textOf(asked.bytes)).toContain('|无|');
    const silent = await filled(table([c('获奖情况'), c()]));
    expect(silent.unfilled.map((slot) => slot.field)).toEqual(['awards']);
  });

  it('over the limit is told with the count, and nothing is cut', async () => {
    const done = await filled(table([c('作品简介（不超过5字）'), c()], [c('题目'), c('（限10字）')]), {
      summary: '一二三四五六',
    });
    expect(done.filled[0]).toMatchObject({ value: '一二三四五六' });
    const [, title] = done.filled;
    expect(title?.slot.limit).toBe(10);
  });

  it('a notice may add labels and fields; a value may be named by its printed label', async () => {
    const body = table([c('微课代号'), c()], [c('项目编号'), c()]);
    const done = await filled(body, { code: 'W-1', 项目编号: 'X-2' }, { code: ['微课代号'] });
    expect(textOf(done.bytes)).toBe('微课代号|W-1|项目编号|X-2|');
  });

  it('a contract keeps its blanks', async () => {
    const done = await filled(
      p('技术服务合同') + p('甲方：________') + p('联系人：______  联系电话：______'),
    );
    expect(done.filled).toEqual([]);
    expect(done.unknown.map((slot) => slot.doubt)).toContain('running-text');
  });
});
