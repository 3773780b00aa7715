import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/forms/fill-form.ts';
import type { FormValues } from '../../src/model/form.ts';
import { probePdf } from '../../src/probe/pdf/probe-pdf.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { convert, soffice } from '../commands-form/office.ts';
import { c, formOf, p, r, table, underlined } from './build-form.ts';

// No value lies in another, so that each is found for itself.
const values: FormValues = {
  ...{ unit: '马克思主义学院党委', title: '逆行者的二十四小时', category: '党建特色案例', genre: '视频' },
  ...{ author: '张三丰', presenter: '李时珍', post: '副教授', contact: '王五一', phone: '13800138000' },
  ...{ email: 'wang@example.edu.cn', duration: '12分30秒', period: '2020年2月至4月', awards: '校级一等奖' },
  ...{
    summary: '教师党员到社区报到，为居民送菜送药。\n第二段：<他们> & “我们”。',
    fillDate: '2020-07-15',
    remark: '另附照片',
  },
};

const own = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../templates/forms/${name}`, import.meta.url)));

const forms: readonly (readonly [string, Uint8Array])[] = [
  ['story-recommendation.docx', own('story-recommendation.docx')],
  ['library-recommendation.docx', own('library-recommendation.docx')],
  [
    'a table with two pairs a row',
    formOf(table([c('作品名称'), c(), c('联 系 人'), c()], [c('作品时长'), c(), c('联系电话'), c()])),
  ],
  [
    'underlines and colons',
    formOf(p(r('作品名称：'), underlined('　　　　　　')) + p('联系电话：____________')),
  ],
  ['skeletons', formOf(table([c('作品时长'), c('　　分　　秒')], [c('填报日期'), c('　　年　　月　　日')]))],
  [
    'placeholders cut into runs',
    formOf(p(r('《{{ti'), r('tle}'), r('}》'), r('{{phone}}')) + p('{{summary}}')),
  ],
  ['a label with its blank below', formOf(table([c(['作品简介（300字以内）：', '', ''])]))],
];

/** Without spaces: a skeleton keeps its own, and lines of a value become paragraphs or breaks. */
function bare(text: string): string {
  return text.replace(/\s/g, '');
}

describe('a form filled here, read by another program', () => {
  it.each(forms)('mammoth finds every value in %s', async (_, form) => {
    const done = await fillForm(form, values);
    if (done.kind !== 'filled') throw new Error(JSON.stringify(done));
    expect(done.filled.length).toBeGreaterThan(0);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(done.bytes) });
    const text = bare(value);
    for (const { slot, value: written } of done.filled) {
      expect(text, slot.label).toContain(bare(printed(slot.kind, written)));
    }
    expect(text).not.toMatch(/\{\{|\}\}/);
  });
});

function printed(kind: string, value: string): string {
  const day = /^(\d{4})-0?(\d+)-0?(\d+)$/.exec(value);
  if (kind === 'choice') return value;
  return day ? `${day[1] ?? ''}年${day[2] ?? ''}月${day[3] ?? ''}日` : value;
}

describe.skipIf(soffice === undefined)('a form filled here, rendered by LibreOffice', () => {
  it.each([
    ['story-recommendation.docx', 300],
    ['library-recommendation.docx', 500],
  ])(
    '%s fits on one page with a summary as long as it allows, in three paragraphs',
    async (name, limit) => {
      const text = '教师党员到社区报到，为居民送菜送药。'.repeat(40).slice(0, limit);
      const summary = [text.slice(0, 90), text.slice(90, 170), text.slice(170)].join('\n');
      const done = await fillForm(own(name), { ...values, summary });
      if (done.kind !== 'filled') throw new Error(JSON.stringify(done));
      const folder = mkdtempSync(path.join(os.tmpdir(), 'four-ones-render-'));
      try {
        const file = path.join(folder, 'form.pdf');
        writeFileSync(file, convert(done.bytes, 'docx', 'pdf'));
        const { pdf } = await probePdf(file, nodeFiles);
        expect(pdf).toMatchObject({ pages: 1, textPages: 1 });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});
