import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/forms/fill-form.ts';
import { inspectForm } from '../../src/forms/inspect-form.ts';
import type { FormAliases, FormFilled, FormInspected, FormValues } from '../../src/model/form.ts';
import { c, formOf, mergeStart, merged, p, r, span, table, textOf, underlined } from './build-form.ts';

/** What a project knows of every work, whatever a form calls its blanks. */
const project: FormValues = {
  ...{ unit: '马克思主义学院党委', title: '逆行者', category: '视频', author: '张三', post: '支部书记' },
  ...{ contact: '王五', phone: '13800138000', email: 'w@example.edu.cn', college: '马克思主义学院' },
  ...{ rank: '讲师', fillDate: '2020-07-15' },
};

async function inspected(body: string, aliases?: FormAliases): Promise<FormInspected> {
  const result = await inspectForm(formOf(body), aliases);
  if (result.kind !== 'form') throw new Error(result.detail);
  return result;
}

async function filled(body: string, said: FormValues = {}, aliases?: FormAliases): Promise<FormFilled> {
  const result = await fillForm(formOf(body), { ...project, ...said }, aliases);
  if (result.kind !== 'filled') throw new Error(JSON.stringify(result));
  return result;
}

async function namesIn(body: string): Promise<readonly (string | undefined)[]> {
  return (await inspected(body)).slots.map((slot) => slot.kept ?? slot.field ?? slot.doubt);
}

const bare = (bytes: Uint8Array): string => textOf(bytes).replace(/[\s\u00a0]/g, '');

describe('a blank that only the form has a word for', () => {
  const body = table([c('立项批次'), c(), c('抄送'), c()], [c('实践基地（校外）'), c('', span(3))]);

  it('is listed, stays blank when nobody says a word for it, and is filled when somebody does', async () => {
    expect(await namesIn(body)).toEqual(['立项批次', '抄送', '实践基地']);
    const silent = await filled(body);
    expect(silent.filled).toEqual([]);
    expect(silent.unknown.map(({ field, own }) => [field, own])).toContainEqual(['抄送', true]);
    const said = await filled(body, { 立项批次: '第二批', '实践基地（校外）': '天河街道' });
    expect(bare(said.bytes)).toBe('立项批次|第二批|抄送|实践基地（校外）|天河街道|');
  });

  it('of another person takes that person’s name in front, and never the author’s own', async () => {
    const two = table(
      [c('负责人'), c(), c('学院'), c(), c('联系电话'), c()],
      [c('指导教师'), c(), c('学院'), c(), c('职 称'), c()],
    );
    expect(await namesIn(two)).toEqual([
      'leader',
      'college',
      'phone',
      'advisor',
      '指导教师学院',
      '指导教师职称',
    ]);
    const done = await filled(two, { 指导老师: '陈教授', 指导教师职称: '教授', 职称: '讲师' });
    expect(bare(done.bytes)).toBe(
      '负责人|学院|马克思主义学院|联系电话|13800138000|指导教师|陈教授|学院|职称|教授|',
    );
  });

  it('that stands twice is told apart by its number, and the bare word fills neither', async () => {
    const twice = p('施工经理：          日期：') + p('项目经理：          日期：');
    expect(await namesIn(twice)).toEqual(['施工经理', '日期（第1处）', '项目经理', '日期（第2处）']);
    expect((await filled(twice, { 日期: '2020-01-01' })).filled).toEqual([]);
    const done = await filled(twice, { '日期（第2处）': '2020-07-15', 项目经理: '赵六' });
    expect(bare(done.bytes)).toBe('施工经理：日期：|项目经理：赵六日期：2020年7月15日|');
  });
});

describe('a value under another word for the same thing', () => {
  it('finds its blank', async () => {
    const done = await filled(table([c('导师姓名'), c(), c('课题编号'), c()]), {
      指导教师: '陈教授',
      项目编号: 'X-1',
    });
    expect(bare(done.bytes)).toBe('导师姓名|陈教授|课题编号|X-1|');
  });

  it('fills nothing where two such words say different things', async () => {
    const done = await filled(table([c('导师姓名'), c()], [c('备注'), c()]), {
      指导教师: '甲',
      指导老师: '乙',
    });
    expect(done.filled).toEqual([]);
  });
});

describe('blanks within lines', () => {
  it('behind a colon at the end of a line are seen; a heading over its text is none', async () => {
    const body =
      p('编号：') +
      table([c('取消： ')], [c('关闭：')]) +
      p('具体要求：') +
      p('一、按时报送。') +
      p('文件编号：') +
      p('编    制：') +
      p('');
    expect((await namesIn(body)).toSorted()).toEqual(['关闭', '取消', '文件编号', '编制', '编号'].toSorted());
    const done = await filled(body, { 编号: '7', 关闭: '已关', 编制: '李四' });
    expect(bare(done.bytes)).toBe(
      '编号：7|取消：|关闭：已关|具体要求：|一、按时报送。|文件编号：|编制：李四||',
    );
  });

  it('before a page break leave the page break where it is', async () => {
    const body = p('编制日期：   ', '<w:r><w:br w:type="page"/></w:r>') + p('第一章');
    const done = await filled(body, { 编制日期: '2020-07-15' });
    const parts = (await import('fflate')).unzipSync(done.bytes);
    expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('w:type="page"');
    expect(bare(done.bytes)).toBe('编制日期：2020年7月15日|第一章|');
  });

  it('of two lines in one paragraph stay two lines', async () => {
    const done = await filled(p('立项批次：', '<w:r><w:br/></w:r>', '结项批次：'), {
      立项批次: '一',
      结项批次: '二',
    });
    expect(bare(done.bytes)).toBe('立项批次：一|结项批次：二|');
  });

  it('for a period take both of its days, the first before the first 年', async () => {
    const body = table([c('报告期'), c('年 月  日 至 年 月  日')], [c('日期'), c('年   月  日')]);
    const done = await filled(body, { 报告期: '2020-07-01至2020-07-31', 日期: '2020-07-15' });
    expect(bare(done.bytes)).toBe('报告期|2020年7月1日至2020年7月31日|日期|2020年7月15日|');
    expect((await filled(body, { 报告期: '2020-07-01' })).skipped).toMatchObject([{ reason: 'shape' }]);
  });
});

describe('choices', () => {
  it('without a label are called by their options, in one line or over cells', async () => {
    const body = p('（初中□、高中□）') + table([c('小组  □'), c('个人   □'), c('字数'), c()]);
    expect(await namesIn(body)).toEqual(['初中/高中', 'words', '小组/个人']);
    const done = await filled(body, { '初中/高中': '高中', '小组/个人': '个人' });
    expect(bare(done.bytes)).toBe('（初中□、高中■）|小组□|个人■|字数|');
  });

  it('behind a question without a colon are called by the question', async () => {
    const done = await filled(p('是否同意公开 □是 □否'), { 是否同意公开: '是' });
    expect(bare(done.bytes)).toBe('是否同意公开■是□否|');
  });

  it('of old form fields are ticked as old Word ticks them', async () => {
    const box =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = table([c('作品类别'), c([`<w:p>${box}${r('图片 ')}${box}${r('视频')}</w:p>`])]);
    expect((await inspected(body)).slots[0]?.options).toEqual(['图片', '视频']);
    const done = await filled(body);
    const xml = new TextDecoder().decode((await import('fflate')).unzipSync(done.bytes)['word/document.xml']);
    expect(xml.indexOf('<w:checked')).toBeGreaterThan(xml.indexOf('图片'));
    expect(xml.match(/<w:checked/g)).toHaveLength(1);
  });
});

describe('other places', () => {
  it('an old text field and a text box are filled where they show', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>\u2002\u2002\u2002\u2002</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p('联系人：', underlined('        '))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const done = await filled(`<w:p>${r('作品名称：')}${field}</w:p>` + `<w:p>${box}</w:p>`);
    expect(bare(done.bytes)).toContain('作品名称：逆行者|');
    expect(bare(done.bytes)).toContain('联系人：王五|');
  });

  it('a table of rows and columns is told by its heads; a row’s name is no label of its first blank', async () => {
    const body = table(
      [c('设备', mergeStart), c('总数', mergeStart), c('安装告知', span(2))],
      [merged, merged, c('本月完成'), c('累计完成')],
      [c('锅炉'), c(), c(), c()],
      [c('电梯'), c(), c(), c()],
    );
    const { slots, rosters } = await inspected(body);
    expect(slots).toEqual([]);
    expect(rosters.at(-1)).toMatchObject({ blankRows: 2 });
    expect((await filled(body, { 锅炉: '3' })).filled).toEqual([]);
  });

  it('values are in ink, though the blank is in the red of a sample', async () => {
    const red = '<w:p><w:pPr><w:rPr><w:color w:val="FF0000"/><w:sz w:val="24"/></w:rPr></w:pPr></w:p>';
    const done = await filled(table([c('作品名称'), c([red])]));
    const xml = new TextDecoder().decode((await import('fflate')).unzipSync(done.bytes)['word/document.xml']);
    expect(xml).toMatch(/<w:rPr>(?:(?!color)[^/]|\/(?!w:rPr))*<\/w:rPr><w:t xml:space="preserve">逆行者/);
  });

  it('labels of a notice mean the field they are listed under, by its id or by any of its labels', async () => {
    const aliases = { 作品名称: ['微课代号'], code: ['教务编码'] };
    const done = await filled(table([c('微课代号'), c()], [c('教务编码'), c()]), { code: 'J-1' }, aliases);
    expect(bare(done.bytes)).toBe('微课代号|逆行者|教务编码|J-1|');
  });
});
