import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../src/cli/examples.ts';
import { createProgram } from '../../src/cli/program.ts';
import { wrapHelp } from '../../src/cli/wrap-help.ts';
import { displayWidth } from '../../src/report/terminal/wrap-text.ts';
import { CODES } from '../../src/report/codes.ts';
import type { Command } from 'commander';
import { has } from './pack-project.ts';
import { openProject } from './project.ts';
import { realSystem } from './real-system.ts';
import { runHere } from './run-here.ts';

vi.setConfig({ testTimeout: 60_000 });

const CASES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['ch'], ['check']],
  [
    ['notice', ''],
    ['check', 'draft', 'list', 'new', 'schema', 'show'],
  ],
  [['notice', 'show', 'sc'], ['scau-2020']],
  [['check', '--notice', 'mo'], ['moe-2020']],
  [
    ['check', '--no'],
    ['--no-cache', '--notice'],
  ],
  [
    ['check', '--lang', ''],
    ['en', 'zh'],
  ],
  [['explain', 'video.res'], ['video.resolution']],
  [['completion', 'po'], ['powershell']],
];

/** A shell, and how to ask it for the completions of a line; each a word a line. */
interface ShellAsked {
  readonly name: 'bash' | 'fish';
  ask(script: string, words: readonly string[], cwd: string): string;
}

const SHELLS: readonly ShellAsked[] = [
  {
    name: 'bash',
    ask: (script, words, cwd) => {
      const line = ['four-ones', ...words].map((word) => `'${word}'`).join(' ');
      const asking = `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _four_ones; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['--norc', '-c', asking], { cwd, encoding: 'utf8', stdio: 'pipe' });
    },
  },
  {
    name: 'fish',
    ask: (script, words, cwd) =>
      execFileSync('fish', ['-N', '-c', `${script}\ncomplete -C '${['four-ones', ...words].join(' ')}'`], {
        cwd,
        encoding: 'utf8',
        stdio: 'pipe',
      }),
  },
];

describe.each(SHELLS)('with Tab in $name', ({ name, ...shell }) => {
  const there = has(name);
  it.skipIf(!there)(
    `commands, options, notices and codes are found${there ? '' : ` (skipped: no ${name} here)`}`,
    async () => {
      const project = await openProject();
      const { stdout, exit } = await project.run(['completion', name], { apart: true });
      expect(exit).toBe(0);
      for (const [words, meant] of CASES) {
        const found = shell
          .ask(stdout, words, project.folder)
          .split('\n')
          .map((line) => line.split('\t')[0] ?? '');
        expect([words, found.filter((word) => word !== '' && word !== 'materials/').sort()]).toEqual([
          words,
          meant,
        ]);
      }
      await project.put('我的通知.yaml', '');
      expect(shell.ask(stdout, ['check', '--notice', '我'], project.folder)).toContain('我的通知.yaml');
    },
  );
});

const zsh = has('zsh');
it.skipIf(!zsh)(`zsh takes the script${zsh ? '' : ' (skipped: no zsh here)'}`, async () => {
  const { stdout } = await runHere(['completion', 'zsh'], {});
  execFileSync('zsh', ['-f', '-n', '-c', stdout], { stdio: 'pipe' });
});

it('PowerShell’s script knows every command, notice and code', async () => {
  const { stdout } = await runHere(['completion', 'powershell'], {});
  for (const word of ['init', 'scau-2020', '--notice', ...CODES])
    expect(stdout).toMatch(new RegExp(`'${word.replaceAll('.', '\\.')}\\t`));
});

/** Every command with its own below it. */
function paths(command: Command, path: readonly string[] = []): readonly string[] {
  return command.commands.flatMap((child) => {
    const own = [...path, child.name()];
    return [own.join(' '), ...paths(child, own)];
  });
}

it.each([
  ['一行汉字，不断在标点前。', 8, '一行汉\n字，不断\n在标点\n前。'],
  ['写明 --settle 包名', 12, '写明\n--settle 包\n名'],
  ['第一行\n第二行', 80, '第一行\n第二行'],
])('help breaks between words and characters: %s', (text, width, lines) => {
  expect(wrapHelp(text, width)).toBe(lines);
});

describe('--help', () => {
  const program = createProgram(realSystem(), () => undefined);
  const all = paths(program);
  const helps = new Map<string, string>();
  beforeAll(async () => {
    for (const path of ['', ...all]) {
      const words = path.split(' ').filter((word) => word !== '');
      helps.set(path, (await runHere([...words, '--help'], {})).stdout);
    }
  });

  it.each(all)('%s has an example, in Chinese, of itself', (path) => {
    const help = helps.get(path);
    expect(help).toContain('示例：');
    expect(help).not.toMatch(/\[options\]|\[command\]|Usage|Options:|Arguments:/);
    expect(EXAMPLES[path]?.every(({ command }) => command.startsWith('four-ones'))).toBe(true);
  });

  it.each(['', ...all])('“%s” fits a terminal of 80 columns', (path) => {
    const lines = (helps.get(path) ?? '').split('\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });
});

it.each([
  [['chekc'], 'check'],
  [['check', '--notcie', 'x'], '--notice'],
  [['explain', 'video.resolutoin'], 'video.resolution'],
  [['notice', 'show', 'scau-2002'], 'scau-2020'],
  [['init', '--notice', 'moe2020'], 'moe-2020'],
  [['check', '.', '--category', 'stroy'], 'story'],
])('%j: what was probably meant is named', async (args, meant) => {
  const project = await openProject();
  const { exit, stderr } = await project.run(args);
  expect([exit, stderr]).toEqual([2, expect.stringMatching(new RegExp(`是不是.*${meant}`))]);
});
