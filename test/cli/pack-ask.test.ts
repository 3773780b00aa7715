import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mammoth from 'mammoth';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runPack } from '../../src/cli/run-pack.ts';
import type { System } from '../../src/system/system.ts';
import { home } from '../run-cli.ts';
import { ANSWERS, completeStory, everything, has, ORG, STORY_BUNDLE, storyToFill } from './pack-project.ts';
import type { Project } from './project.ts';
import { realSystem } from './real-system.ts';

vi.setConfig({ testTimeout: 120_000 });

const ITEM = '战疫故事汇/逆行者';
const said: Readonly<Record<string, string>> = ANSWERS;

/** A person at the terminal who answers what is in the list, and presses Enter where nothing is. */
function attended(project: Project, answers: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const shown: string[] = [];
  const base = realSystem();
  const system: System = {
    ...base,
    environment: { ...base.environment, workingFolder: project.folder, built: path.join(home, 'dist') },
    terminal: {
      ...base.terminal,
      errIsTerminal: false,
      out: (text) => shown.push(text),
      err: () => undefined,
      ask: (question) => {
        const label = question.replace(/[\s：]/g, '');
        asked.push(label);
        return Promise.resolve(answers[label] ?? '');
      },
    },
  };
  return { system, asked, shown };
}

const options = { org: ORG, date: '2020-07-10', lang: 'zh', format: 'text', cache: false } as const;

describe('at a terminal, what a form needs is asked for', () => {
  it('once: answers are kept beside the config, used at once, and never put among the sources', async () => {
    const project = await storyToFill();
    const before = await everything(project.at('materials'));
    const person = attended(project, said);
    expect(await runPack(undefined, options, person.system)).toEqual({ kind: 'done' });
    expect(person.asked).toEqual(Object.keys(said));
    expect(await readFile(project.at('作品信息.yaml'), 'utf8')).toContain('李护士');
    expect(await everything(project.at('materials'))).toEqual(before);
    const form = project.at('outbox', STORY_BUNDLE, `${STORY_BUNDLE}+推荐表.docx`);
    expect((await mammoth.extractRawText({ path: form })).value).toContain('李护士');
    const later = attended(project, {});
    expect(await runPack(undefined, options, later.system)).toEqual({ kind: 'done' });
    expect(later.asked).toEqual([]);
  });

  it('what was answered is not lost where something else stays open, and is not asked again', async () => {
    const project = await storyToFill();
    const first = attended(project, { 作者姓名: '李护士' });
    expect(await runPack(undefined, options, first.system)).toEqual({ kind: 'judged', verdict: 'fail' });
    expect(existsSync(project.at('outbox'))).toBe(false);
    const rest = Object.fromEntries(Object.entries(said).filter(([label]) => label !== '作者姓名'));
    const second = attended(project, rest);
    expect(await runPack(undefined, options, second.system)).toEqual({ kind: 'done' });
    expect(second.asked).toEqual(Object.keys(rest));
    const kept = await readFile(project.at('作品信息.yaml'), 'utf8');
    for (const answer of Object.values(said)) expect(kept).toContain(answer);
  });

  it('not for a plan alone, which writes nothing at all', async () => {
    const project = await storyToFill();
    const person = attended(project, said);
    expect(await runPack(undefined, { ...options, dryRun: true }, person.system)).toEqual({
      kind: 'judged',
      verdict: 'fail',
    });
    expect(person.asked).toEqual([]);
    expect(existsSync(project.at('作品信息.yaml'))).toBe(false);
  });

  it('not from inside the materials, where the answers would count as a source', async () => {
    const project = await storyToFill();
    const { system, asked } = attended(project, said);
    const inside = {
      ...system,
      environment: { ...system.environment, workingFolder: project.at('materials', ITEM) },
    };
    const before = await everything(project.at('materials'));
    const outcome = await runPack('../..', { ...options, out: project.at('outbox') }, inside);
    expect(outcome).toEqual({ kind: 'judged', verdict: 'fail' });
    expect(asked).toEqual([]);
    expect(await everything(project.at('materials'))).toEqual(before);
  });

  it('not where nothing is lacking', async () => {
    const project = await completeStory();
    const person = attended(project, said);
    expect(await runPack(undefined, options, person.system)).toEqual({ kind: 'done' });
    expect(person.asked).toEqual([]);
    expect(person.shown.join('')).toContain('打好了');
  });
});

const tmux = has('tmux');
describe.skipIf(!tmux)(`in a real terminal${tmux ? '' : ' (skipped: no tmux on this machine)'}`, () => {
  const session = `four-ones-${process.pid}`;
  const run = (...args: readonly string[]) =>
    execFileSync('tmux', ['-L', session, ...args], { encoding: 'utf8' });
  afterEach(() => {
    run('kill-server');
  });

  async function seen(text: string): Promise<string> {
    for (let tries = 0; tries < 300; tries += 1) {
      const screen = run('capture-pane', '-p', '-S', '-200', '-t', session);
      if (screen.includes(text)) return screen;
      await wait(100);
    }
    throw new Error(`never seen: ${text}\n${run('capture-pane', '-p', '-S', '-200', '-t', session)}`);
  }

  it('a person answers each question and gets the bundle', async () => {
    const project = await storyToFill();
    run('-u', 'new-session', '-d', '-s', session, '-x', '80', '-y', '50', '-c', project.folder, 'sh');
    run(
      'send-keys',
      '-t',
      session,
      '-l',
      `"${process.execPath}" "${home}/bin/four-ones.js" pack --org ${ORG} --date 2020-07-10; echo "ended $?"`,
    );
    run('send-keys', '-t', session, 'Enter');
    for (const [label, answer] of Object.entries(said)) {
      await seen(`${label}：`);
      run('send-keys', '-t', session, '-l', answer);
      run('send-keys', '-t', session, 'Enter');
    }
    const screen = await seen('ended 0');
    expect(screen).toContain('打好了');
    expect(existsSync(project.at('outbox', `${STORY_BUNDLE}.zip`))).toBe(true);
    expect(await readFile(project.at('作品信息.yaml'), 'utf8')).toContain('李护士');
  });
});
