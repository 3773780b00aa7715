// Filling one form of twenty placeholders: ours against docxtemplater, on the same bytes, in one process and in turn,
// so that a machine that slows down slows both. Ours also reads the filled form back, which the other does not.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Docxtemplater from 'docxtemplater';
import { build } from 'esbuild';
import PizZip from 'pizzip';
import { word } from '../../fixtures/make/documents.mjs';
import { median } from './measure.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));
const WARM_UP = 20;

const values = {
  推荐单位: '马克思主义学院党委',
  作品名称: '逆行者的二十四小时',
  作品类别: '战疫故事汇',
  作者: '张三、李四',
  主讲人: '王五',
  职务: '副教授',
  联系人: '赵六',
  联系电话: '13800138000',
  电子邮箱: 'zhao@example.edu.cn',
  作品时长: '16分20秒',
  活动时间: '2020年2月至4月',
  作品简介: '疫情发生以来，学院党员教师主动到社区报到，为居民送菜送药。'.repeat(10),
  获奖情况: '无',
  选题: '党员先锋',
  关键词: '抗疫、党员、社区',
  字数: '1200',
  页数: '3',
  地点: '北京',
  填报日期: '2020-07-15',
  备注: '无',
};

/** Medians in milliseconds of filling the same form `rounds` times each. */
export async function compareForms(rounds = 200) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'four-ones-form-bench-'));
  try {
    const fillForm = await loadFillForm(folder);
    const form = await makeForm(folder);
    const contenders = [() => fillOurs(fillForm, form), () => fillTheirs(form)];
    const times = contenders.map(() => []);
    for (let round = -WARM_UP; round < rounds; round++) {
      for (const [index, fill] of contenders.entries()) {
        const start = process.hrtime.bigint();
        await fill();
        if (round >= 0) times[index].push(Number(process.hrtime.bigint() - start) / 1e6);
      }
    }
    const [ours, theirs] = times.map(median);
    return { ours, theirs, ratio: ours / theirs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadFillForm(folder) {
  const outfile = path.join(folder, 'fill-form.mjs');
  const entry = path.join(home, 'src/forms/fill-form.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)).fillForm;
}

async function makeForm(folder) {
  const file = path.join(folder, 'form.docx');
  await word(file, {
    paragraphs: ['推荐表'],
    rows: Object.keys(values).map((label) => [label, `{{${label}}}`]),
  });
  return readFileSync(file);
}

async function fillOurs(fillForm, form) {
  const filling = await fillForm(form, values);
  const count = filling.filled?.length;
  if (count !== Object.keys(values).length) throw new Error(`${filling.kind}: ${count} fields filled`);
  return filling.bytes;
}

function fillTheirs(form) {
  const document = new Docxtemplater(new PizZip(form), {
    delimiters: { start: '{{', end: '}}' },
    linebreaks: true,
  });
  document.render(values);
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { ours, theirs, ratio } = await compareForms();
  process.stdout.write(
    `填一张 20 项的表：${ours.toFixed(1)} ms，docxtemplater ${theirs.toFixed(1)} ms，${ratio.toFixed(2)} 倍（≤ 2）\n`,
  );
}
