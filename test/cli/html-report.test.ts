import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, startBrowser, type BrowserPage } from './chromium.ts';
import { DATE, openProject, PHOTO, SMALL_FILM, STORY, type Project } from './project.ts';

const HOSTILE = "<img src=x onerror='document.title=1'>\u202egpj.jpg";

async function fill(project: Project): Promise<void> {
  await project.copy(STORY, 'materials/战疫故事汇');
  await project.copy(PHOTO, `materials/战疫故事汇/逆行者/${HOSTILE}`);
  await project.copy(SMALL_FILM, 'materials/专题微党课/课/课.mp4');
  await project.copy(
    'cases/scan-faults/materials/申报表/三页.pdf',
    'materials/战疫故事汇/逆行者/推荐表（盖章）.pdf',
  );
  await project.put(
    'materials/战疫故事汇/逆行者/只有半张.jpg',
    (await readFile(project.at('materials/战疫故事汇/逆行者/照片1.jpg'))).subarray(0, 9000),
  );
}

const HTML = ['check', 'materials', '--format', 'html', ...DATE] as const;

/** Written once; looked at by words and in a browser. */
let once: Promise<Project> | undefined;
const reported = () => (once ??= report());

async function report(): Promise<Project> {
  const project = await openProject();
  await fill(project);
  const { exit } = await project.run([...HTML, '--output', 'report.html']);
  expect(exit).toBe(1);
  return project;
}

describe('a report is one file that shows what was judged', { timeout: 120_000 }, () => {
  let project: Project;
  let page = '';
  beforeAll(async () => {
    project = await reported();
    page = await readFile(project.at('report.html'), 'utf8');
  }, 120_000);

  it('says the same as the JSON report', async () => {
    const { report } = await project.check();
    const failed = report.checks.filter(({ result, level }) => result === 'fail' && level === 'must').length;
    const tile = /<li class="fail">\s*<strong>(\d+)<\/strong>/.exec(page)?.[1];
    expect(Number(tile)).toBe(failed);
    for (const part of report.items.flatMap(({ parts }) => parts)) {
      if (!part.path.includes('<')) expect(page).toContain(path.basename(part.path));
    }
  });

  it('has a picture of every photo, pages of the scan, pictures over the film', () => {
    expect(page.match(/alt="照片：/g)?.length).toBe(4);
    expect(page).toMatch(/alt="第 1 页，/);
    expect(page).toMatch(/alt="画面，0:0\d"/);
    expect(page).toContain('aria-label="片长：');
  });

  it('names nothing outside itself', () => {
    expect(page.replace(/"data:[^"]*"/g, '')).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/url\(|@import|https?:\/\/(?!www\.w3\.org)/);
    expect(page).toMatch(
      /default-src 'none'; img-src data:; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/,
    );
  });

  it('a second run finds the pictures in the cache and says the same', async () => {
    await project.run([...HTML, '--output', 'again.html']);
    expect(await readFile(project.at('again.html'), 'utf8')).toBe(page);
    expect(await readdir(project.at('.four-ones'))).toContain('pictures.json');
  });

  it('an English report is English', async () => {
    await project.run([...HTML, '--lang', 'en', '--output', 'en.html']);
    expect(await readFile(project.at('en.html'), 'utf8')).toMatch(/<html lang="en">[\s\S]*Start here/);
  });

  it('without a place to go it says so before anything is looked at', async () => {
    const { exit, stderr } = await project.run([...HTML]);
    expect(exit).toBe(2);
    expect(stderr).toContain('--output');
  });

  it('an existing file is never overwritten', async () => {
    expect((await project.run([...HTML, '--output', 'report.html'])).exit).toBe(2);
  });
});

describe.skipIf(chromium === undefined)('in a real browser', { timeout: 120_000 }, () => {
  let browser: BrowserPage;
  let address = '';
  beforeAll(async () => {
    const project = await reported();
    address = pathToFileURL(project.at('report.html')).href;
    browser = await startBrowser(chromium ?? '');
  }, 120_000);
  afterAll(() => browser.close());

  const SHOWN =
    "[...document.querySelectorAll('.results [data-group]')].filter((one) => one.checkVisibility()).map((one) => one.dataset.group)";
  const kinds = async () => [...new Set((await browser.ask(SHOWN)) as string[])].sort();

  it('it loads without a complaint and asks for nothing', async () => {
    await browser.open(address);
    expect(browser.complaints).toEqual([]);
    expect(
      browser.requests.filter((url) => !url.startsWith('data:') && url !== address && url !== 'about:blank'),
    ).toEqual([]);
    expect(await browser.ask('[...document.images].every((one) => one.naturalWidth > 0)')).toBe(true);
    expect(await browser.ask('document.title')).toContain('不合格');
  });

  it('the filters hide and show, and say whether they are pressed', async () => {
    await browser.open(address);
    expect(await kinds()).toEqual(expect.arrayContaining(['advice', 'fail', 'pass']));
    await browser.ask("document.querySelector('[data-filter=pass]').click()");
    await browser.ask("document.querySelector('[data-filter=advice]').click()");
    expect(await kinds()).not.toContain('pass');
    expect(
      await browser.ask("document.querySelector('[data-filter=pass]').getAttribute('aria-pressed')"),
    ).toBe('false');
    await browser.open(`${address}#show=fail`);
    expect(await kinds()).toEqual(['fail']);
    expect(await browser.ask("document.querySelector('.shown').textContent")).toMatch(/\d/);
  });

  it('the keyboard alone reaches the results and the filters', async () => {
    await browser.open(address);
    await browser.press('Tab');
    expect(await browser.ask('document.activeElement.className')).toBe('skip');
    await browser.press('Enter');
    expect(await browser.ask('document.activeElement.id')).toBe('main');
    for (let n = 0; n < 60; n++) {
      if ((await browser.ask('document.activeElement.dataset.filter ?? ""')) === 'fail') break;
      await browser.press('Tab');
    }
    await browser.press('Enter');
    expect(
      await browser.ask("document.querySelector('[data-filter=fail]').getAttribute('aria-pressed')"),
    ).toBe('false');
  });

  it('nothing reaches beyond a narrow screen', async () => {
    await browser.open(address, { width: 400 });
    expect(await browser.ask('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('a dark screen gets a dark page with writing that can be read', async () => {
    await browser.open(address, { dark: true });
    const light = (property: string) =>
      browser.ask(`getComputedStyle(document.body).${property}.match(/\\d+/g).map(Number)[0]`);
    expect(await light('backgroundColor')).toBeLessThan(60);
    expect(await light('color')).toBeGreaterThan(200);
  });

  it('on paper everything is unfolded', async () => {
    await browser.open(`${address}#show=fail`);
    expect((await browser.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    await browser.ask("dispatchEvent(new Event('beforeprint'))");
    expect(await browser.ask("[...document.querySelectorAll('details')].every((one) => one.open)")).toBe(
      true,
    );
  });
});

if (chromium === undefined) {
  process.stdout.write('html report: no Chromium on this machine, so no browser is tried\n');
}
