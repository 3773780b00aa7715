import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { putAwayLater } from '../leftovers.ts';
import { home, runCli, type CliOptions, type CliRun } from '../run-cli.ts';
import { canRunHere, runHere } from './run-here.ts';

const reportShape = z.object({
  schemaVersion: z.literal(1),
  verdict: z.enum(['pass', 'fail', 'unsettled']),
  items: z.array(
    z.object({
      path: z.string(),
      parts: z.array(z.object({ path: z.string(), role: z.string(), bytes: z.number() }).loose()),
    }),
  ),
  strays: z.array(z.object({ path: z.string(), reason: z.string() })),
  checks: z.array(
    z
      .object({
        code: z.string(),
        level: z.enum(['must', 'should', 'may']),
        result: z.enum(['pass', 'fail', 'unknown', 'skip']),
        path: z.string().optional(),
        required: z.string().optional(),
        actual: z.string().optional(),
        message: z.string(),
        advice: z.string().optional(),
      })
      .loose(),
  ),
  counts: z.record(z.string(), z.number()),
});
export type Report = z.output<typeof reportShape>;

export interface Checked extends CliRun {
  readonly report: Report;
}

/** The deadline of most categories lies after it, so that a test says the same in every year. */
export const DATE = ['--date', '2020-07-10'] as const;

/** A working folder with `materials/` in it, of one test; gone when the tests of its file are over. */
export interface Project {
  readonly folder: string;
  /** Absolute path of something in the working folder. */
  at(...names: readonly string[]): string;
  /** Writes a file, by its path from the working folder, with the folders it needs. */
  put(name: string, content: string | Uint8Array, mode?: number): Promise<string>;
  /** Copies a file or folder of `fixtures/`. */
  copy(fixture: string, to: string): Promise<string>;
  /** The built program; in a process of its own where it is asked for or must be (see canRunHere). */
  run(args: readonly string[], options?: CliOptions): Promise<CliRun>;
  /** `check materials --format json` and what more is asked; the report is understood. */
  check(args?: readonly string[], options?: CliOptions): Promise<Checked>;
}

/** Reads the JSON report of a run that made one. */
export function understand(ended: CliRun): Checked {
  const { exit, stdout, stderr } = ended;
  if (stdout === '') throw new Error(`no report; exit ${String(exit)}: ${stderr}`);
  return { ...ended, report: reportShape.parse(JSON.parse(stdout)) };
}

export async function openProject(): Promise<Project> {
  const folder = await mkdtemp(path.join(tmpdir(), 'four-ones-cli-'));
  putAwayLater(() => rm(folder, { recursive: true, force: true }));
  const at = (...names: readonly string[]) => path.join(folder, ...names);
  await mkdir(at('materials'));
  const run: Project['run'] = (args, options = {}) =>
    (canRunHere(options) ? runHere : runCli)(args, { cwd: folder, ...options });
  return {
    folder,
    at,
    run,
    put: async (name, content, mode = 0o644) => {
      await mkdir(path.dirname(at(name)), { recursive: true });
      await writeFile(at(name), content, { mode });
      return at(name);
    },
    copy: async (fixture, to) => {
      await cp(path.join(home, 'fixtures', fixture), at(to), { recursive: true });
      return at(to);
    },
    check: async (args = [], options) => {
      return understand(await run(['check', 'materials', '--format', 'json', ...DATE, ...args], options));
    },
  };
}

/** Of one file, or of the whole where no path is named. */
export function resultsOf({ checks }: Report, code: string, file?: string): readonly string[] {
  return checks.filter((check) => check.code === code && check.path === file).map(({ result }) => result);
}

export interface StartOptions extends CliOptions {
  /** User and group to run as. */
  readonly user?: number;
  /** For node itself. */
  readonly nodeArgs?: readonly string[];
}

/** The built program, left running, for tests that do something to it meanwhile or run it in a way of their own. */
export function startCli(args: readonly string[], options: StartOptions): Started {
  const { cwd = home, env = {}, user, nodeArgs = [] } = options;
  const child = spawn(process.execPath, [...nodeArgs, path.join(home, 'bin', 'four-ones.js'), ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user !== undefined && { uid: user, gid: user }),
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = new Promise<CliRun>((resolve) => {
    child.once('close', (exit) => {
      resolve({ exit, ...output });
    });
  });
  return { child, ended };
}
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<CliRun>;
}

/** A film of two seconds, of the fixtures, right in all but length and subtitles. */
export const SMALL_FILM = 'cases/video-faults/materials/专题微党课/好的/好的.mp4';
export const STORY = 'cases/story-complete/materials/战疫故事汇';
export const PHOTO = `${STORY}/逆行者/照片1.jpg`;
