import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { PASSWORD, readMail, startMailServer, USER } from './mail-server.ts';
import { everything, has, ORG } from './pack-project.ts';
import { openProject } from './project.ts';
import { openScreen } from './screen.ts';

vi.setConfig({ testTimeout: 240_000 });

describe('without a word of a command', () => {
  it('a script gets the help, not a question that nobody answers', async () => {
    const project = await openProject();
    const run = await project.run([], { apart: true });
    expect(run.exit).toBe(2);
    expect(run.stdout + run.stderr).toContain('four-ones');
    const guide = await project.run(['guide'], { apart: true });
    expect([guide.exit, guide.stdout]).toEqual([0, expect.stringContaining('下一步')]);
  });
});

const tmux = has('tmux');
describe.skipIf(!tmux)(`at a terminal${tmux ? '' : ' (skipped: no tmux on this machine)'}`, () => {
  it('a first-time user gets from an empty folder to a bundle received, by what the screen says alone', async () => {
    const server = await startMailServer();
    const project = await openProject();
    const folder = project.at('新项目');
    await project.put('新项目/.keep', '');
    const screen = openScreen(folder, '');
    await screen.seen('现在就建');
    screen.press('Enter');
    await screen.seen('本单位（二级党组织）全称');
    screen.answer(ORG);
    await screen.seen('按哪份通知');
    screen.press('Enter');
    await screen.seen('按哪一年的日期');
    screen.press('Enter');
    await screen.seen('联系人姓名');
    screen.answer('王老师');
    await screen.seen('联系电话');
    screen.answer('020-85280000');
    await screen.seen('电子邮箱');
    screen.answer(USER);
    await screen.seen('放好了，检查');
    await project.copy(
      'cases/story-complete/materials/战疫故事汇/逆行者',
      '新项目/materials/战疫故事汇/逆行者',
    );
    // Where the mailbox is nobody can guess; a real one is known by its address.
    const config = await readFile(project.at('新项目', 'four-ones.yaml'), 'utf8');
    await writeFile(
      project.at('新项目', 'four-ones.yaml'),
      `${config}mail:\n  host: 127.0.0.1\n  port: ${server.port}\n  pause: 0\n`,
    );
    screen.press('Enter');
    await screen.seen('下一步：改名、填推荐表、打包');
    screen.press('Enter');
    await screen.seen('看计划，确认后发送');
    screen.press('Enter');
    await screen.seen('现在发送吗');
    screen.answer('y');
    await screen.seen('授权码');
    screen.answer(PASSWORD);
    await screen.seen('钥匙串');
    screen.answer('');
    const end = await screen.seen('ended 0');
    expect(end).toContain('今天没有要做的了');
    expect(end).not.toContain(PASSWORD);
    const [arrived] = server.arrived;
    if (!arrived) throw new Error('nothing arrived');
    const mail = await readMail(arrived);
    expect(mail.to).toEqual(['zzbdj@scau.edu.cn']);
    expect(mail.subject).toContain(`${ORG}+战疫故事汇+`);
    // Once more: everything is where it belongs, and nothing is sent again.
    const again = openScreen(folder, '');
    expect(await again.seen('ended 0')).toContain('今天没有要做的了');
    expect(server.arrived).toHaveLength(1);
  });

  it.each([['Escape'], ['C-c']])('%s leaves everything as it is', async (key) => {
    const project = await openProject();
    await project.put('materials/战疫故事汇/故事.txt', '故事');
    const before = await everything(project.folder);
    const screen = openScreen(project.folder, '');
    await screen.seen('怎么做？');
    screen.press(key);
    expect(await screen.seen('ended 0')).toContain('从这一步接着走');
    expect(await everything(project.folder)).toEqual(before);
  });

  it('what fails stops at mending, and a slip in the config is told without losing the way', async () => {
    const project = await openProject();
    await project.put('materials/战疫故事汇/一件/故事.txt', '只有文字');
    const screen = openScreen(project.folder, '');
    await screen.seen('怎么做？');
    screen.press('Enter');
    const screenAfter = await screen.seen('改好了，再查一遍');
    expect(screenAfter).toContain('不合格');
    expect(screenAfter).not.toContain('打包到');
    screen.press('C-c');
    await screen.seen('ended 0');
  });
});
