import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Judgement } from '../../src/model/report.ts';
import { fillPage, PAGE_SLOTS, type PageSlot } from '../../src/report/html/fill-page.ts';
import { html, jpegAddress, type Markup } from '../../src/report/html/markup.ts';
import { renderHtml, type ReportTemplate } from '../../src/report/html/render-html.ts';
import { home } from '../run-cli.ts';
import { facts, film } from '../rules/make-case.ts';
import { made, part, sampleJudgement } from './sample-judgement.ts';

const judgement = sampleJudgement();

const file = (name: string) => readFileSync(path.join(home, 'templates', 'report', name), 'utf8');
const template: ReportTemplate = {
  page: file('report.html'),
  style: file('report.css'),
  styleHash: 'sha256-style',
  script: file('report.js'),
  scriptHash: 'sha256-script',
};

function render(one: Judgement, language: 'zh' | 'en' = 'zh', evidence: Evidence = new Map()): string {
  const page = renderHtml(one, { language, version: '1.2.3', evidence, template });
  if (page.kind !== 'filled') throw new Error(`missing: ${page.missing.join()}`);
  return page.text;
}

/** What a reader sees: no tags, no style, no script. */
function words(page: string): string {
  return page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
}

describe('nothing of a folder’s names gets into the page as markup', () => {
  const hostile = [
    '<script>alert(1)</script>.jpg',
    '"><img src=x onerror=alert(1)>.jpg',
    "' onmouseover='alert(1).jpg",
    '`${alert(1)}`.jpg',
    '&lt;b&gt;.jpg',
    '{{ script }}.jpg',
    '-->]]><svg onload=alert(1)>.jpg',
    '\u2028\u2029\u202egpj.exe',
    '</title></style></script>.jpg',
  ];
  it.each(hostile)('%s', (name) => {
    const path_ = `战疫故事汇/${name}`;
    const item = { category: 'story', title: name, path: path_, parts: [part(path_, 'photo', 'jpg')] };
    const check = made(
      'file.size',
      'fail',
      { path: path_, item: path_, category: 'story' },
      {
        role: 'photo',
        max: 1,
        actual: 2,
      },
    );
    const page = render({
      ...judgement,
      folder: name,
      org: name,
      materials: { items: [item], strays: [{ path: name, reason: 'system-litter' }] },
      checks: [check],
    });
    const plain = render({ ...judgement, materials: { items: [], strays: [] }, checks: [] });
    const tags = (text: string) => new Set(text.match(/<\/?[a-z][a-z0-9]*/g));
    const own = new Set([...tags(plain), ...tags(render(judgement)), '<svg', '<rect']);
    expect([...tags(page)].filter((tag) => !own.has(tag))).toEqual([]);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<[^>]*\son[a-z]+=/);
    expect(page).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
  });

  it('a template’s mistake is found before it does harm', () => {
    expect(() => html`<a href=${'x'}>x</a>`).toThrow(/quotes/);
    expect(() => jpegAddress('"><script>')).toThrow(/Base64/);
    expect(String(html`<p title="${'"'}">${'<&>'}</p>`)).toBe('<p title="&quot;">&lt;&amp;&gt;</p>');
  });
});

describe('a reader finds what the terminal says', () => {
  it('the verdict stands at the top, in words', () => {
    expect(words(render(judgement))).toMatch(/材料检查报告\s*结论：不合格/);
    expect(words(render(judgement, 'en'))).toMatch(/Check of materials\s*Verdict:\s*Fail/);
  });

  it('each file stands under its work, each work under its category', () => {
    const page = words(render(judgement));
    for (const { parts } of judgement.materials.items) {
      for (const one of parts) expect(page).toContain(one.path.split('/').at(-1)?.replace('~', '~'));
    }
    expect(page).toContain('专题微党课');
    expect(page).toContain('未归类');
  });

  it('what was asked, what is, the clause and the command stand with the finding', () => {
    const page = words(render(judgement));
    expect(page).toContain('1920×1080');
    expect(page).toContain('moe-2020 提示一');
    expect(page).toMatch(/ffmpeg -i &quot;课\.mp4&quot;/);
  });

  it('six photos with one fault are one thing to do', () => {
    const todo = /<section class="todo"[\s\S]*?<\/section>/.exec(render(judgement))?.[0] ?? '';
    expect(todo.match(/文件大小/g)).toHaveLength(1);
    expect(todo.match(/href="#file-\d+"/g)?.length).toBeGreaterThan(5);
  });

  it('links lead somewhere, names of places are unique', () => {
    const page = render(judgement);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, target] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('English pages have no Chinese but the names and the notice’s own words', () => {
    const own = words(render({ ...judgement, materials: { items: [], strays: [] }, checks: [] }, 'en'));
    const notice = [
      judgement.notice.title,
      ...judgement.notice.categories.map(({ name }) => name),
      '报送单位',
    ];
    const rest = notice.reduce((text, name) => text.replaceAll(name, ''), own.replace(judgement.folder, ''));
    expect(rest.replace(judgement.org ?? '', '')).not.toMatch(/\p{sc=Han}/u);
  });
});

describe('pictures can be understood without being seen', () => {
  it('each has words, and what was left out is said', () => {
    const [first, second] = judgement.materials.items.flatMap(({ parts }) => parts);
    const picture = { jpeg: 'AAAA', width: 320, height: 200 };
    const evidence: Evidence = new Map([
      [first?.path ?? '', { kind: 'film', strip: [{ at: 65, picture }], bands: [] }],
      [second?.path ?? '', { kind: 'none', reason: 'left-out' }],
    ]);
    const page = render(judgement, 'zh', evidence);
    expect(page).toMatch(/<img[^>]*alt="画面，1:05"/);
    expect(page.match(/<img/g)?.length).toBe(page.match(/<img[^>]*\salt="[^"]+"/g)?.length);
    expect(words(page)).toContain('有 1 个文件的图省略了');
  });

  it('silence stands where it is on the timeline; what nobody heard is not drawn as sound', () => {
    const place = judgement.materials.items[0]?.parts[0]?.path ?? '';
    const shown = { ...part(place, 'video', 'mp4'), facts: facts('mp4', { video: film }) };
    const [first, ...others] = judgement.materials.items;
    const items = first ? [{ ...first, parts: [shown] }, ...others] : [];
    const materials = { ...judgement.materials, items };
    const duration = film.duration ?? 0;
    const lanes = (silent?: readonly { from: number; to: number }[]) => {
      const evidence: Evidence = new Map([
        [place, { kind: 'film', strip: [], bands: [], ...(silent && { silent }) }],
      ]);
      const page = render({ ...judgement, materials }, 'zh', evidence);
      const spans = [...page.matchAll(/class="span sound"\s+x="(\d+)"[^>]*width="(\d+)"/g)];
      return { said: words(page), spans: spans.map(([, x, width]) => [Number(x), Number(width)]) };
    };
    const half = lanes([{ from: duration / 4, to: duration / 2 }]);
    expect(half.spans).toEqual([
      [0, 180],
      [360, 360],
    ]);
    expect(half.said).toContain('有声音，静音 1 处：');
    expect(lanes([]).spans).toEqual([[0, 720]]);
    expect(lanes().spans).toEqual([]);
    expect(lanes().said).toContain('抽听的地方有声音');
  });

  it('a found seal is outlined, and said', () => {
    const scan = '战疫故事汇/逆行者的二十四小时/推荐表（盖章）.pdf';
    const place = { left: 0.5, top: 0.5, width: 0.2, height: 0.1 };
    const sight = { page: 2, seal: { state: 'present', place }, blank: false, sideways: true } as const;
    const picture = { jpeg: 'AAAA', width: 300, height: 400 };
    const evidence: Evidence = new Map([[scan, { kind: 'scan', pages: 9, shown: [{ sight, picture }] }]]);
    const page = render(judgement, 'zh', evidence);
    expect(page).toMatch(/<rect x="150" y="200" width="60" height="40"/);
    expect(words(page)).toContain('第 2 页，有红色印章，这一页是横着的');
    expect(words(page)).toContain('共 9 页，这里是其中 1 页');
  });
});

it('a page that a person has changed and broken says what it lacks', () => {
  const slots = Object.fromEntries(PAGE_SLOTS.map((slot) => [slot, html`${slot}`])) as Record<
    PageSlot,
    Markup
  >;
  expect(fillPage('<p>{{ header }}</p>{{ nonsense }}', slots)).toMatchObject({
    kind: 'misshapen',
    unknown: ['nonsense'],
  });
});
