import { describe, expect, it } from 'vitest';
import { check, type CheckParams } from '../../src/commands/check.ts';
import type { Judgement } from '../../src/model/report.ts';
import { toJsonReport } from '../../src/report/json-report.ts';
import type { System, Tool } from '../../src/system/system.ts';
import { toolAt } from '../probe/video/clips.ts';
import { allEnd, writtenPids } from '../probe/video/is-alive.ts';
import { openProject, SMALL_FILM, type Project } from './project.ts';
import { realSystem } from './real-system.ts';

const real = realSystem();

/** A story, complete, and two films. */
async function openMaterials(): Promise<Project> {
  const project = await openProject();
  await project.copy('cases/story-complete/materials', 'materials');
  await project.copy(SMALL_FILM, 'materials/专题微党课/一/一.mp4');
  await project.copy(SMALL_FILM, 'materials/专题微党课/二/二.mp4');
  return project;
}

async function judge(
  { folder }: Project,
  ffprobe: Tool | undefined,
  params: CheckParams = {},
): Promise<{ readonly judgement: Judgement; readonly seconds: number }> {
  const system: System = {
    ...real,
    tools: { ...real.tools, ffprobe: () => Promise.resolve(ffprobe) },
    environment: { ...real.environment, workingFolder: folder },
  };
  const started = performance.now();
  const judgement = await check({ date: '2020-07-10', limits: { media: 20 }, ...params }, system);
  return { judgement, seconds: (performance.now() - started) / 1000 };
}

/** Seconds; what hangs here does so for ten minutes. */
const HANGING = 60;

/** What is said of the films, and that the rest was judged all the same. */
function readableResults({ checks }: Judgement) {
  const of = (start: string) =>
    checks.filter(({ code, subject }) => code === 'file.readable' && subject.path?.startsWith(start));
  expect(of('战疫故事汇').map(({ result }) => result)).toEqual(['pass', 'pass', 'pass', 'pass']);
  return of('专题微党课').map((check) => {
    const integrity = check.code === 'file.readable' ? check.args.integrity : undefined;
    return [check.result, integrity?.state === 'whole' ? undefined : integrity?.cause.kind];
  });
}

// The scripts need a POSIX shell.
describe.skipIf(process.platform === 'win32')(
  'an ffprobe that misbehaves costs its films, and nothing else',
  () => {
    const fake = async (project: Project, script: string) =>
      toolAt(await project.put('bin/ffprobe', `#!/bin/sh\n${script}\n`, 0o755));

    it('by hanging, with a child that hangs too: both are ended, in time', async () => {
      const project = await openMaterials();
      const pids = project.at('pids');
      const tool = await fake(
        project,
        `echo $$ >> '${pids}'; sleep 600 & echo $! >> '${pids}'; wait; sleep 600`,
      );
      const { judgement, seconds } = await judge(project, tool, { limits: { media: 1 } });
      expect(readableResults(judgement)).toEqual([
        ['unknown', 'timed-out'],
        ['unknown', 'timed-out'],
      ]);
      expect(judgement.verdict).toBe('unsettled');
      expect(seconds).toBeLessThan(HANGING);
      expect(await allEnd(await writtenPids(pids, 4))).toBe(true);
    });

    it('by hanging under --deep: the look at the header has the same limit', async () => {
      const project = await openMaterials();
      const tool = await fake(project, 'sleep 600');
      const { judgement, seconds } = await judge(project, tool, { deep: true, limits: { media: 1 } });
      expect(readableResults(judgement)).toEqual([
        ['unknown', 'timed-out'],
        ['unknown', 'timed-out'],
      ]);
      expect(seconds).toBeLessThan(HANGING);
    });

    it('by ending while its child keeps the pipes open', async () => {
      const project = await openMaterials();
      const pids = project.at('pids');
      const tool = await fake(project, `sleep 600 & echo $! >> '${pids}'; exit 0`);
      const { judgement, seconds } = await judge(project, tool);
      expect(readableResults(judgement)).toEqual([
        ['unknown', 'crashed'],
        ['unknown', 'crashed'],
      ]);
      expect(seconds).toBeLessThan(HANGING);
      expect(await allEnd(await writtenPids(pids, 2))).toBe(true);
    });

    it('by answering otherwise than it should: each film is unknown for its own reason', async () => {
      const answers = [
        ['endless-lines', 'yes "{}"', 'too-large'],
        ['endless-line', 'tr "\\0" x < /dev/zero', 'too-large'],
        ['endless-complaints', 'yes no >&2', 'too-large'],
        ['wordless', 'exit 1', 'crashed'],
        ['crash', 'kill -SEGV $$', 'crashed'],
        ['garbage', 'printf "\\001\\377{["', 'crashed'],
        ['nothing', 'exit 0', 'crashed'],
        ['list', 'echo "[]"', 'crashed'],
        ['null', 'echo null', 'crashed'],
        ['no-streams', `echo '{"streams":"x","format":{}}'`, 'crashed'],
        ['deep', `head -c 1000000 /dev/zero | tr '\\0' '['`, 'crashed'],
        ['option', `echo "Unrecognized option 'hide_banner'." >&2; exit 1`, 'crashed'],
      ] as const;
      const project = await openProject();
      await project.copy('cases/story-complete/materials', 'materials');
      for (const [name] of answers)
        await project.copy(SMALL_FILM, `materials/专题微党课/${name}/=${name}.mp4`);
      const branches = answers.map(([name, script]) => `*=${name}.mp4) ${script} ;;`).join('\n');
      const tool = await fake(project, `case "$*" in\n${branches}\nesac`);
      const { judgement, seconds } = await judge(project, tool);
      const expected = answers.map(([name, , cause]) => [name, 'unknown', cause]).sort();
      const names = answers.map(([name]) => name).sort();
      expect(readableResults(judgement).map((found, at) => [names[at], ...found])).toEqual(expected);
      expect(judgement.verdict).toBe('unsettled');
      expect(seconds).toBeLessThan(HANGING);
    });

    it.each([
      [
        'numbers that are none',
        `{"codec_type":"video","codec_name":"h264","width":"NaN","height":-1,"duration":"inf"}`,
      ],
      ['a picture of no size', `{"codec_type":"video","codec_name":"h264","width":0,"height":0}`],
      [
        'a picture beyond all size',
        `{"codec_type":"video","codec_name":"h264","width":1e308,"height":1e308}`,
      ],
      [
        'keys of every object',
        `{"codec_type":"video","codec_name":"h264","__proto__":{"width":1920,"height":1080}}`,
      ],
    ])('by lying with %s: no film passes for it', async (_, stream) => {
      const project = await openMaterials();
      const lie = `{"streams":[${stream}],"format":{"format_name":"mov","duration":"1e308"}}`;
      const { judgement } = await judge(project, await fake(project, `echo '${lie}'`));
      readableResults(judgement);
      const sizes = judgement.checks
        .filter(({ code }) => code === 'video.resolution')
        .map(({ result }) => result);
      expect(sizes).toHaveLength(2);
      expect(sizes).not.toContain('pass');
      expect(judgement.verdict).not.toBe('pass');
    });

    it('by lying about a film that is cut off: it stays cut off', async () => {
      const project = await openMaterials();
      await project.copy(
        'cases/video-faults/materials/专题微党课/拷了一半/拷了一半.mp4',
        'materials/专题微党课/一/一.mp4',
      );
      const lie =
        '{"streams":[{"codec_type":"video","codec_name":"h264","width":1920,"height":1080}],"format":{"duration":"900"}}';
      const { judgement } = await judge(project, await fake(project, `echo '${lie}'`));
      expect(readableResults(judgement)[0]).toEqual(['fail', 'cut-off']);
    });

    it('what it failed at once is not kept: the next run asks again', async () => {
      const project = await openMaterials();
      const own = await real.tools.ffprobe();
      const tool = await fake(
        project,
        `[ -e '${project.at('mended')}' ] || exit 1; exec '${own?.path ?? ''}' "$@"`,
      );
      expect(readableResults((await judge(project, tool)).judgement)[0]).toEqual(['unknown', 'crashed']);
      await project.put('mended', '');
      expect(readableResults((await judge(project, tool)).judgement)[0]).toEqual(['pass', undefined]);
    });
  },
);

it('without any ffprobe, films are unknown, and the reason and the cure are told', async () => {
  const project = await openMaterials();
  const { judgement } = await judge(project, undefined);
  expect(readableResults(judgement)).toEqual([
    ['unknown', 'tool-missing'],
    ['unknown', 'tool-missing'],
  ]);
  expect(judgement.verdict).toBe('unsettled');
  for (const language of ['zh', 'en'] as const) {
    const told = toJsonReport(judgement, language).checks.find(
      ({ code, result }) => code === 'file.readable' && result === 'unknown',
    );
    expect(told?.message).toContain('ffprobe');
    expect(told?.advice).toMatch(/FFPROBE_PATH|npm|ffprobe/);
  }
});
