import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runConfirm } from '../../src/cli/run-confirm.ts';
import type { System } from '../../src/system/system.ts';
import { home } from '../run-cli.ts';
import { everything, has } from './pack-project.ts';
import { openProject, type Project } from './project.ts';
import { realSystem } from './real-system.ts';

vi.setConfig({ testTimeout: 120_000 });

const WORK = '专题微党课/字幕缺结尾';
const FILM = `${WORK}/字幕缺结尾.mp4`;

async function doubtful(): Promise<Project> {
  const project = await openProject();
  await project.copy(`cases/video-subtitles/materials/${WORK}`, `materials/${WORK}`);
  await project.put(
    'own.yaml',
    'title: 自己的通知\nextends: scau-2020\nattestations:\n  - { id: no-secrets, text: 材料不涉密, level: must }\n',
  );
  await project.put('four-ones.yaml', 'notice: ./own.yaml\nyear: 2020\ncontact: { name: 王老师 }\n');
  return project;
}

/** A person who presses what is in the list, and nothing more: at its end the input has ended. */
function attended(project: Project, answers: readonly string[], viewer = true) {
  const left = [...answers];
  const shown: string[] = [];
  const opened: string[] = [];
  const base = realSystem();
  const system: System = {
    ...base,
    environment: { ...base.environment, workingFolder: project.folder, built: path.join(home, 'dist') },
    viewer: {
      open: (file) => {
        if (viewer) opened.push(file);
        return Promise.resolve(viewer);
      },
    },
    terminal: {
      outIsTerminal: false,
      errIsTerminal: false,
      columns: 80,
      colors: false,
      out: (text) => shown.push(text),
      err: (text) => shown.push(text),
      ask: () => Promise.resolve(left.shift() ?? ''),
    },
  };
  return { system, shown: () => shown.join(''), opened };
}

const options = { lang: 'zh', format: 'text', cache: true, date: '2020-07-10' } as const;
/** Numbers of the choices. */
const [YES, WAIVE, SKIP, QUIT] = ['1', '3', '4', '5'];

describe('a walk through everything that waits', () => {
  it('one question each, the film opened beside it; what was answered is kept at once', async () => {
    const project = await doubtful();
    const before = await everything(project.at('materials'));
    const person = attended(project, [YES, QUIT]);
    expect(await runConfirm([], options, person.system)).toEqual({ kind: 'done' });
    expect(person.opened).toEqual([project.at('materials', FILM)]);
    const kept = await readFile(project.at('confirmations.yaml'), 'utf8');
    expect(kept).toContain('code: video.subtitles');
    expect(kept).toContain('by: 王老师');
    expect(kept).not.toContain('no-secrets');
    const later = attended(project, [WAIVE, '主管部门已审']);
    await runConfirm([], options, later.system);
    expect(later.opened).toEqual([]);
    expect(later.shown()).toContain('现在的结论：合格');
    expect(await readFile(project.at('confirmations.yaml'), 'utf8')).toContain('note: 主管部门已审');
    expect(await everything(project.at('materials'))).toEqual(before);
  });

  it('Enter, and the end of input, decide nothing', async () => {
    const project = await doubtful();
    const person = attended(project, [SKIP]);
    expect(await runConfirm([], options, person.system)).toEqual({ kind: 'done' });
    expect(existsSync(project.at('confirmations.yaml'))).toBe(false);
  });

  it('a waiver without a reason is none', async () => {
    const project = await doubtful();
    const person = attended(project, [WAIVE, '']);
    await runConfirm([], options, person.system);
    expect(person.shown()).toContain('没有写理由');
    expect(existsSync(project.at('confirmations.yaml'))).toBe(false);
  });

  it('without a viewer the path is printed', async () => {
    const project = await doubtful();
    const person = attended(project, [QUIT], false);
    await runConfirm([], options, person.system);
    expect(person.shown()).toContain(project.at('materials', FILM));
  });
});

const tmux = has('tmux');
describe.skipIf(!tmux)(`in a real terminal${tmux ? '' : ' (skipped: no tmux on this machine)'}`, () => {
  const session = `four-ones-confirm-${process.pid}`;
  const run = (...args: readonly string[]) =>
    execFileSync('tmux', ['-L', session, ...args], { encoding: 'utf8' });
  afterEach(() => {
    run('kill-server');
  });

  async function seen(text: RegExp): Promise<string> {
    for (let tries = 0; tries < 600; tries += 1) {
      const screen = run('capture-pane', '-p', '-S', '-200', '-t', session);
      if (text.test(screen)) return screen;
      await wait(100);
    }
    throw new Error(`never seen: ${text.source}\n${run('capture-pane', '-p', '-S', '-200', '-t', session)}`);
  }

  it('a person looks, presses keys, and the system’s viewer is given the very file', async () => {
    const project = await doubtful();
    await project.put('bin/xdg-open', `#!/bin/sh\nprintf '%s' "$1" > '${project.at('opened')}'\n`, 0o755);
    run('-u', 'new-session', '-d', '-s', session, '-x', '90', '-y', '50', '-c', project.folder, 'sh');
    const env = `DISPLAY=:9 NO_COLOR=1 PATH='${project.at('bin')}':"$PATH"`;
    const command = `${env} "${process.execPath}" "${home}/bin/four-ones.js" confirm --date 2020-07-10; echo "ended $?"`;
    run('send-keys', '-t', session, '-l', command);
    run('send-keys', '-t', session, 'Enter');
    await seen(/1\/[^]*符合要求吗[^]*跳过/);
    // From the third choice, 跳过 being where one stands, up to the first.
    for (const key of ['Up', 'Up', 'Up', 'Enter']) run('send-keys', '-t', session, key);
    await seen(/已记下/);
    // The choices are on the screen: keys are listened to.
    await seen(/2\/[^]*符合要求吗[^]*跳过/);
    run('send-keys', '-t', session, 'Down');
    run('send-keys', '-t', session, 'Enter');
    await seen(/ended 0/);
    expect(await readFile(project.at('confirmations.yaml'), 'utf8')).toContain('answer: yes');
    expect(await readFile(project.at('opened'), 'utf8')).toBe(project.at('materials', FILM));
  });
});
