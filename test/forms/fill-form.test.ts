import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/forms/fill-form.ts';
import { inspectForm } from '../../src/forms/inspect-form.ts';
import type { FormFilled, FormValues } from '../../src/model/form.ts';
import { c, checksums, formOf, p, r, table, textOf } from './build-form.ts';

const own = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../templates/forms/${name}`, import.meta.url)));

async function filled(bytes: Uint8Array, values: FormValues): Promise<FormFilled> {
  const result = await fillForm(bytes, values);
  if (result.kind !== 'filled') throw new Error(JSON.stringify(result));
  return result;
}

const values: FormValues = {
  ...{
    unit: '马克思主义学院党委',
    title: '逆行者',
    category: '视频',
    genre: '视频',
    author: '张三',
    post: '教师',
  },
  ...{
    contact: '王五',
    phone: '13800138000',
    email: 'w@example.edu.cn',
    duration: '12分30秒',
    period: '2020年2月',
  },
  ...{ summary: '简介。', fillDate: '2020-07-15', remark: '—' },
};

describe("the project's own forms", () => {
  const common = [
    'unit',
    'title',
    'category',
    'author',
    'post',
    'contact',
    'phone',
    'email',
    'summary',
    'awards',
    'fillDate',
    'remark',
  ];
  it.each([
    ['story-recommendation.docx', common, {}],
    ['library-recommendation.docx', [...common, 'genre', 'duration', 'period'], { category: '党建特色案例' }],
  ])('%s is filled in every field and keeps the opinion cell for the stamp', async (name, fields, more) => {
    const done = await filled(own(name), { ...values, ...more });
    expect(done.filled.map(({ slot }) => slot.field).sort()).toEqual([...fields].sort());
    expect([...done.unfilled, ...done.skipped, ...done.unknown]).toEqual([]);
    expect(textOf(done.bytes)).toContain('（盖章）|年　　月　　日|');
    expect(textOf(done.bytes)).toContain('|无|');
  });

  it('are drawn with the same bytes each time', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'four-ones-forms-'));
    execFileSync('node', ['fixtures/make/draw-forms.mjs', folder]);
    for (const name of ['story-recommendation.docx', 'library-recommendation.docx']) {
      expect(readFileSync(path.join(folder, name)).equals(own(name))).toBe(true);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('placeholders', () => {
  const mark = '{{title}}';
  it.each(Array.from({ length: mark.length - 1 }, (_, at) => at + 1))(
    'cut into runs after %i characters are still found and leave nothing behind',
    async (at) => {
      const body = p(r('《'), r(mark.slice(0, at), '<w:b/>'), r(mark.slice(at)), r('》推荐表'));
      expect(textOf((await filled(formOf(body), values)).bytes)).toBe('《逆行者》推荐表|');
    },
  );

  it('one character a run, a dollar sign, a Chinese name, twice in a line, in a header', async () => {
    const body =
      p(...Array.from(mark, (character) => r(character))) +
      p('${phone} / {{ 联系人 }} / {{contact}}') +
      p('{{unknown}}');
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('{{unit}}')}</w:hdr>`;
    const done = await filled(formOf(body, { 'word/header1.xml': header }), values);
    expect(textOf(done.bytes)).toBe('逆行者|13800138000 / 王五 / 王五|{{unknown}}|');
    expect(done.filled.map(({ slot }) => slot.field)).toContain('unit');
    expect(done.unknown.map((slot) => slot.label)).toEqual(['unknown']);
  });
});

describe('the file', () => {
  const body = table([c('作品名称'), c()], [c('作品简介'), c()]);

  it('has the same bytes for the same values, and a filled form filled again is left alone', async () => {
    const once = await filled(formOf(body), values);
    expect(await filled(formOf(body), values)).toEqual(once);
    expect((await filled(once.bytes, values)).bytes).toEqual(once.bytes);
  });

  it('keeps every other part to the byte', async () => {
    const bytes = formOf(body, { 'word/styles.xml': '<x/>', 'word/media/图.bin': '\u0000\u0001' });
    const { 'word/document.xml': before, ...others } = checksums(bytes);
    const { 'word/document.xml': after, ...now } = checksums((await filled(bytes, values)).bytes);
    expect(now).toEqual(others);
    expect(after).not.toBe(before);
  });

  it.each([
    '<w:p/>&amp;]]>',
    'a\u0000b\u000bc\uffffd',
    '"\'＜＞',
    '{{title}}',
    '\ud800x',
    '行一\r\n行二\u2028行三',
    '\u202e倒',
    '____',
  ])('takes hostile text %j as text', async (title) => {
    const done = await filled(formOf(body), { title });
    const [entry] = done.filled;
    expect(entry?.value.replace(/\n/g, '|')).toBe(
      textOf(done.bytes).split('作品名称|')[1]?.split('|作品简介')[0],
    );
  });

  it('keeps the font of the cell, else takes the letters of the label without its weight', async () => {
    const label = `<w:p>${r('作品名称', '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:b/><w:sz w:val="28"/>')}</w:p>`;
    const done = await filled(formOf(table([c([label]), c()])), values);
    const parts = (await import('fflate')).unzipSync(done.bytes);
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    expect(xml).toMatch(
      /<w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"\/><w:sz w:val="28"\/><\/w:rPr><w:t xml:space="preserve">逆行者/,
    );
  });

  it.each([
    ['empty', new Uint8Array()],
    ['not-docx', new TextEncoder().encode('not a zip at all, only text')],
    ['old-doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['broken', formOf('<w:p>')],
    ['broken', formOf('<w:sdt>'.repeat(5000))],
    ['broken', formOf(body).slice(0, 400)],
  ])('says what is wrong with one that is %s', async (cause, bytes) => {
    expect(await inspectForm(bytes)).toMatchObject({ kind: 'unreadable', cause });
    expect(await fillForm(bytes, values)).toMatchObject({ kind: 'unreadable', cause });
  });
});

describe('a form that was filled', () => {
  it('does not count a ticked choice as left empty', async () => {
    const blank = new Uint8Array(
      readFileSync(new URL('../../templates/forms/story-recommendation.docx', import.meta.url)),
    );
    const filling = await fillForm(blank, { 作品类别: '文字' });
    if (filling.kind !== 'filled') throw new Error(filling.kind);
    const inspection = await inspectForm(filling.bytes);
    const slots = inspection.kind === 'form' ? inspection.slots : [];
    expect(slots.find(({ label }) => label === '作品类别')).toMatchObject({ holds: '文字' });
  });
});
