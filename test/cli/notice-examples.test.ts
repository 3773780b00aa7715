import { describe, expect, it, vi } from 'vitest';
import { openProject, type Project } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOTICE = `title: 短文征集
year: 2020
media:
  text: { formats: [text], words: { max: 10 } }
categories:
  poem: { name: 短诗, accepts: [text] }
`;

async function withNotice(examples: string): Promise<Project> {
  const project = await openProject();
  await project.put('通知/我的.yaml', NOTICE + examples);
  await project.put('通知/例子/短的/短诗/一.txt', '床前明月光');
  await project.put('通知/例子/长的/短诗/一.txt', '床前明月光，疑是地上霜。举头望明月，低头思故乡。');
  return project;
}

const check = (project: Project, lang = 'zh') =>
  project.run(['notice', 'check', '通知/我的.yaml', '--lang', lang]);

describe.concurrent('examples inside a notice', () => {
  it('are found from the notice’s folder on, judged as check judges, and said to be as they are', async () => {
    const project = await withNotice(
      'examples:\n  pass: [例子/短的]\n  fail: [{ folder: 例子/长的, codes: [text.words] }, ./例子/长的]\n',
    );
    const { exit, stdout } = await check(project);
    expect([exit, stdout]).toEqual([0, expect.stringContaining('例子 3 个，都和写的一样')]);
    expect((await check(project, 'en')).stdout).toContain('Examples: 3, all as said');
  });

  it('that turn out otherwise end with 1 and say what was not announced, and what did not come', async () => {
    const project = await withNotice(
      'examples:\n  pass: [例子/长的]\n  fail: [{ folder: 例子/短的, codes: [text.words] }, 例子/短的]\n',
    );
    const { exit, stdout } = await check(project);
    expect(exit).toBe(1);
    expect(stdout).toContain('没有写到，却没有通过：text.words');
    expect(stdout).toContain('写了不合格，实际没有：text.words');
    expect(stdout).toContain('实际上没有不合格');
  });

  it('fail for what they say and nothing else: one fault does not hide behind another', async () => {
    const project = await withNotice('examples:\n  fail: [{ folder: 例子/长的, codes: [time.deadline] }]\n');
    const { exit, stdout } = await check(project);
    expect(exit).toBe(1);
    expect(stdout).toContain('没有写到，却没有通过：text.words');
  });

  it('are another matter than the project around: its settings do not change what they show', async () => {
    const project = await withNotice('examples: { pass: [例子/短的] }\n');
    await project.put('four-ones.yaml', 'notice: moe-2020\nmaterials: elsewhere\n');
    expect((await check(project)).exit).toBe(0);
  });

  it.each([
    ['examples: { pass: [例子/没有] }', '7:20', '打不开例子的文件夹“例子/没有”'],
    ['examples:\n  pass:\n    - 例子/短的\n    - 例子/没有', '10:7', '打不开例子'],
    ['examples: { fail: [{ folder: 例子/长的, codes: [text.word] }] }', '7:45', '是不是“text.words”'],
    ['examples: { pas: [例子/短的] }', '7:13', '是不是“pass”'],
    ['examples: { fail: [{ folder: 例子/长的, date: 2020-02-30 }] }', '7:37', '应写日期'],
  ])('written as %s are told with their place', async (examples, place, words) => {
    const project = await withNotice(`${examples}\n`);
    const { exit, stderr } = await check(project);
    const [line = '', column = ''] = place.split(':');
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).toContain(`第 ${line} 行，第 ${column} 列`);
  });
});

describe.concurrent('a draft', () => {
  const DRAFT = `${NOTICE.replace('media:', 'draft: true\nmedia:\n  # 出自：段落 3：“不超过10字。”')}# 没有读懂：段落 4：“另行通知。”\n`;

  it('is not in force for any command, and says what to do', async () => {
    const project = await openProject();
    await project.put('草稿.yaml', DRAFT);
    for (const args of [
      ['check', 'materials', '--notice', '草稿.yaml'],
      ['pack', 'materials', '--org', '甲', '--notice', '草稿.yaml'],
    ]) {
      const { exit, stderr } = await project.run(args);
      expect(exit).toBe(2);
      expect(stderr).toContain('第 3 行，第 1 列，“draft”');
      expect(stderr).toContain('再删去 draft 一行');
    }
    await project.put('上面.yaml', 'title: 上面\nextends: ./草稿.yaml\n');
    expect((await project.run(['check', 'materials', '--notice', '上面.yaml'])).exit).toBe(2);
  });

  it('waits for a person: notice check lists every sentence to look at, with its line, and ends with 4', async () => {
    const project = await openProject();
    await project.put('草稿.yaml', DRAFT);
    const { exit, stdout } = await project.run(['notice', 'check', '草稿.yaml']);
    expect(exit).toBe(4);
    expect(stdout).toContain('还没有生效');
    expect(stdout).toMatch(/第 5 行\s+段落 3：“不超过10字。”/);
    expect(stdout).toContain('段落 4：“另行通知。”');
  });
});
