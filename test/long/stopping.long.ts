import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { answersFile, completeStory, everything, ORG, STORY_BUNDLE } from '../cli/pack-project.ts';
import { DATE, SMALL_FILM, startCli, type Project } from '../cli/project.ts';
import { home, type CliRun } from '../run-cli.ts';

const TIMES = Number(process.env['STOP_TIMES'] ?? 30);
const FORM = `${home}/templates/forms/story-recommendation.docx`;
const OUTPUT = '填好.docx';
const HIDDEN = /^\.(?:building-|four-ones)/;

const FILM = '专题微党课/甲/甲.mp4';
const LOOKED_AT = ['--materials', 'films', '--by', '王老师', '--note', '看过'];

interface Case {
  readonly args: readonly string[];
  /** Files and folders that a run may make, by their names in the working folder. */
  readonly makes: readonly string[];
  /** It lays out one file after the other: each is whole, and the next run goes on. */
  readonly goesOn?: true;
  /** What it has made it does not overwrite, and says so the next time. */
  readonly once?: true;
}

const CASES: readonly Case[] = [
  { args: ['check', 'films', '--deep', '--no-cache', ...DATE], makes: [] },
  { args: ['check', ...DATE], makes: ['.four-ones'] },
  { args: ['pack', 'materials', '--org', ORG, ...DATE], makes: ['.four-ones', 'outbox'] },
  { args: ['verify', `packed/${STORY_BUNDLE}.zip`], makes: [] },
  { args: ['form', 'fill', FORM, '--values', '内容.yaml', '--output', OUTPUT], makes: [OUTPUT], once: true },
  { args: ['form', 'inspect', FORM], makes: [] },
  { args: ['init', '新项目', '--org', ORG], makes: ['新项目'], goesOn: true },
  { args: ['status'], makes: [] },
  { args: ['explain', 'video.subtitles'], makes: [] },
  { args: ['doctor'], makes: [] },
  { args: ['notice', 'show', 'scau-2020'], makes: [] },
  { args: ['notice', 'new', '--from', 'scau-2020', '--title', '我校通知', '--output', '我的.yaml'], makes: ['我的.yaml'], once: true },
  { args: ['check', '--format', 'html', '--output', '报告.html', ...DATE], makes: ['.four-ones', '报告.html'], once: true },
  { args: ['check', '--format', 'docx', '--output', '问题.docx', ...DATE], makes: ['.four-ones', '问题.docx'], once: true },
  { args: ['confirm', 'video.subtitles', FILM, 'yes', ...LOOKED_AT, ...DATE], makes: ['.four-ones', 'confirmations.yaml'] },
]; // prettier-ignore

async function prepare(): Promise<Project> {
  const project = await completeStory();
  for (const name of ['甲', '乙']) await project.copy(SMALL_FILM, `films/专题微党课/${name}/${name}.mp4`);
  const packed = await project.run(['pack', 'materials', '--org', ORG, ...DATE, '--out', 'packed']);
  expect([packed.exit, packed.stderr]).toEqual([0, '']);
  await project.put('内容.yaml', '作品名称: 逆行者\n推荐单位: 某学院党委\n');
  await project.put('答.json', answersFile());
  await mkdir(project.at('tmp'));
  return project;
}

/** What the whole run leaves, and how long it takes. */
async function wholeRun(project: Project, { args, makes }: Case) {
  await clean(project, makes);
  const started = performance.now();
  const run = await start(project, args).ended;
  const milliseconds = performance.now() - started;
  return { run, milliseconds, made: await contentOf(project, makes) };
}

function start(project: Project, args: readonly string[]) {
  return startCli(args, { cwd: project.folder, env: { TMPDIR: project.at('tmp') } });
}

async function clean(project: Project, makes: readonly string[]): Promise<void> {
  for (const name of makes) await rm(project.at(name), { recursive: true, force: true });
}

/** What a user sees of it: the cache and what is being built are hidden. */
async function contentOf(
  project: Project,
  makes: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const all = await everything(project.folder, 'content');
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => {
      const [first = ''] = name.split(path.sep);
      return makes.includes(first) && !name.split(path.sep).some((part) => HIDDEN.test(part));
    }),
  );
}

/** All of it or nothing, whatever was going on. */
function expectWholeOrNothing(
  made: Readonly<Record<string, string>>,
  whole: Readonly<Record<string, string>>,
  goesOn = false,
): void {
  if (goesOn) {
    for (const [name, content] of Object.entries(made)) expect([name, content]).toEqual([name, whole[name]]);
    return;
  }
  const names = Object.keys(made).filter((name) => name !== 'outbox');
  if (names.length > 0) expect(made).toEqual(whole);
}

it.each(
  CASES.flatMap((one) =>
    (['SIGINT', 'SIGKILL'] as const).map((signal) => ({
      ...one,
      signal,
      what: one.args.slice(0, 2).join(' '),
    })),
  ),
)(
  `$what, met by $signal at ${TIMES} random moments, leaves nothing half done and its sources alone`,
  async (one) => {
    const project = await prepare();
    const { run, milliseconds, made: whole } = await wholeRun(project, one);
    const untouched = () =>
      Promise.all(['materials', 'films', 'packed'].map((name) => everything(project.at(name))));
    const sources = await untouched();
    let stopped = 0;
    for (let time = 0; time < TIMES; time++) {
      await clean(project, one.makes);
      const ended = await stopAfter(project, one, Math.random() * milliseconds * 1.1);
      if (ended.exit !== run.exit) stopped += 1;
      if (one.signal === 'SIGINT') await expectTidyEnd(project, ended, run);
      expectWholeOrNothing(await contentOf(project, one.makes), whole, one.goesOn);
      expect(await untouched()).toEqual(sources);
      const again = await start(project, one.args).ended;
      const already = one.once === true && again.exit === 2;
      if (!already) expect([again.exit, again.stderr]).toEqual([run.exit, run.stderr]);
      expect(await contentOf(project, one.makes)).toEqual(whole);
      await rm(project.at('tmp'), { recursive: true });
      await mkdir(project.at('tmp'));
    }
    expect(stopped).toBeGreaterThan(TIMES / 4);
  },
);

interface Stopped extends CliRun {
  /** Ended by the signal itself: the program had not begun to listen, or had done all it was to do. */
  readonly bySystem: boolean;
}

async function stopAfter(
  project: Project,
  { args, signal }: Case & { readonly signal: NodeJS.Signals },
  wait: number,
): Promise<Stopped> {
  const { child, ended } = start(project, args);
  const timer = setTimeout(() => child.kill(signal), wait);
  const run = await ended;
  clearTimeout(timer);
  return { ...run, bySystem: run.exit === null };
}

/** Before the program runs, and while Node takes it down, the system ends it, which a shell shows as 130 too. */
async function expectTidyEnd(project: Project, ended: Stopped, whole: CliRun): Promise<void> {
  if (ended.bySystem) {
    expect(['', whole.stdout]).toContain(ended.stdout);
    expect(['', whole.stderr]).toContain(ended.stderr);
  } else {
    expect([130, whole.exit]).toContain(ended.exit);
    if (ended.exit === 130) expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  }
  expect(await readdir(project.at('tmp'))).toEqual([]);
  const names = await readdir(project.folder, { recursive: true });
  expect(names.filter((name) => /\.tmp$|\.building-/.test(name))).toEqual([]);
  const facts = project.at('.four-ones', 'facts.json');
  if (names.includes(path.join('.four-ones', 'facts.json')))
    expect(await readFile(facts, 'utf8')).not.toBe('');
}
