import { chmod, mkdir } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { CONTACT, openSendingProject, WITH_PASSWORD } from './mail-project.ts';
import { PASSWORD, startMailServer } from './mail-server.ts';
import { everything, ORG } from './pack-project.ts';
import { openProject, type Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Doctored {
  readonly ready: boolean;
  readonly checks: readonly {
    readonly subject: string;
    readonly state: string;
    readonly text: string;
    readonly cure?: string;
  }[];
}

async function doctor(
  project: Project,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const run = await project.run(['doctor', '--format', 'json', ...args], { env });
  const { ready, checks } = JSON.parse(run.stdout) as Doctored;
  const of = (subject: string) => checks.find((check) => check.subject === subject);
  return { ...run, ready, of };
}

describe.concurrent('is this machine ready', () => {
  it('every line says how it is, and what is not right has a cure; nothing is changed', async () => {
    const project = await openProject();
    const before = await everything(project.folder);
    const text = await project.run(['doctor']);
    for (const name of [
      'Node.js',
      'ffprobe',
      'ffmpeg',
      'LibreOffice',
      '字体',
      '终端',
      '日期',
      '配置',
      '磁盘空间',
      '发件文件夹',
      '系统钥匙串',
    ])
      expect(text.stdout).toMatch(new RegExp(`^[✓✗！？] *${name.replace('.', '\\.')}`, 'm'));
    expect(await everything(project.folder)).toEqual(before);
    const { exit, ready, of } = await doctor(project);
    expect([exit, ready]).toEqual([0, true]);
    expect(of('ffprobe')).toMatchObject({ state: 'ok', source: 'shipped' });
    expect(of('config')).toMatchObject({
      state: 'advice',
      cure: expect.stringContaining('four-ones init') as unknown,
    });
    const english = await project.run(['doctor', '--lang', 'en']);
    expect(english.stdout).toContain('Everything that is needed is there.');
  });

  it('a config with a slip is named with its line, and the run ends with 3', async () => {
    const project = await openProject();
    await project.put('four-ones.yaml', 'org: 学院\nnotize: x\n');
    const { exit, ready, of } = await doctor(project);
    expect([exit, ready]).toEqual([3, false]);
    expect(of('config')).toMatchObject({ state: 'lacking', text: expect.stringContaining('2') as unknown });
  });

  it('a program that does not run is not called there', async () => {
    const project = await openProject();
    const broken = await project.put('bin/ffprobe', '#!/bin/sh\nexit 1\n', 0o755);
    const { exit, of } = await doctor(project, [], { FFPROBE_PATH: broken });
    expect(exit).toBe(3);
    expect(of('ffprobe')).toMatchObject({
      state: 'lacking',
      cure: expect.stringContaining('FFPROBE_PATH') as unknown,
    });
    const misnamed = await doctor(project, [], { FFPROBE_PATH: '/nowhere/ffprobe' });
    expect([misnamed.exit, misnamed.of('ffprobe')?.state]).toEqual([0, 'advice']);
  });

  it.skipIf(process.getuid?.() === 0)(
    'an outbox that cannot be written is found before packing',
    async () => {
      const project = await openProject();
      await mkdir(project.at('outbox'));
      await chmod(project.at('outbox'), 0o500);
      const { exit, of } = await doctor(project);
      expect([exit, of('outbox')?.state]).toEqual([3, 'lacking']);
    },
  );

  it.each([
    ['zh_CN.UTF-8', 'ok'],
    ['zh_CN.GBK', 'advice'],
    ['', 'advice'],
  ])('a terminal with the locale %s is %s', async (locale, state) => {
    const project = await openProject();
    const { of } = await doctor(project, [], { LC_ALL: '', LC_CTYPE: '', LANG: locale });
    expect(of('terminal')?.state).toBe(state);
  });
});

describe.concurrent('the mailbox', () => {
  it('is not asked unless one says so; then it is logged in to, and nothing is sent', async () => {
    const server = await startMailServer();
    const project = await openSendingProject({ port: server.port });
    const quiet = await doctor(project);
    expect([quiet.exit, quiet.of('mail')?.cure, server.connections]).toEqual([
      0,
      expect.stringContaining('--mail'),
      0,
    ]);
    const tried = await doctor(project, ['--mail'], WITH_PASSWORD);
    expect([tried.exit, tried.of('mail')?.state, server.logIns]).toEqual([0, 'ok', 1]);
    expect([server.arrived, server.contentBytes]).toEqual([[], 0]);
    expect(tried.stdout).not.toContain(PASSWORD);
  });

  it('a wrong 授权码 is explained with the server’s own words', async () => {
    const server = await startMailServer();
    const project = await openSendingProject({ port: server.port });
    const { exit, of } = await doctor(project, ['--mail'], { FOUR_ONES_SMTP_PASSWORD: 'falsch' });
    expect(exit).toBe(3);
    expect(of('mail')).toMatchObject({ state: 'lacking', text: expect.stringContaining('535') as unknown });
    expect(of('mail')?.cure).toContain('授权码');
  });

  it('an address whose server is not known, and a missing password, say what to do', async () => {
    const project = await openProject();
    await project.put('four-ones.yaml', JSON.stringify({ org: ORG, contact: CONTACT }));
    const unknown = await doctor(project, ['--mail'], WITH_PASSWORD);
    expect([unknown.exit, unknown.of('mail')?.text]).toEqual([3, expect.stringContaining('mail:')]);
    const server = await startMailServer();
    const other = await openSendingProject({ port: server.port });
    const without = await doctor(other, ['--mail'], { FOUR_ONES_SMTP_PASSWORD: '' });
    expect([without.exit, without.of('mail')?.text]).toEqual([
      3,
      expect.stringContaining('FOUR_ONES_SMTP_PASSWORD'),
    ]);
  });
});
