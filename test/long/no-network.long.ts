import { expect, it } from 'vitest';
import { answersFile, completeStory, ORG, STORY_BUNDLE } from '../cli/pack-project.ts';
import { DATE, openProject, SMALL_FILM, type Project } from '../cli/project.ts';
import { canTrace, traceRun } from '../cli/trace-run.ts';
import { home } from '../run-cli.ts';

const FORM = `${home}/templates/forms/story-recommendation.docx`;

interface Case {
  readonly args: readonly string[];
  readonly make: () => Promise<Project>;
}

/** A folder to judge with a film, photographs, Word texts and scans, and a bundle that is packed already. */
async function everythingThere(): Promise<Project> {
  const project = await completeStory();
  await project.run(['pack', 'materials', '--org', ORG, ...DATE]);
  await project.copy(SMALL_FILM, 'materials/专题微党课/film/film.mp4');
  await project.copy('cases/scan-faults/materials', 'materials/党建特色案例');
  await project.put('内容.yaml', '作品名称: 逆行者\n');
  await project.put('答.json', answersFile());
  return project;
}

/** Of a mailbox that is only named, `doctor` says how it stands without going there. */
async function withMailbox(): Promise<Project> {
  const project = await everythingThere();
  const mail = { host: 'smtp.school.test', user: 'party@school.test' };
  await project.put('four-ones.yaml', JSON.stringify({ org: ORG, mail }));
  return project;
}

/** Each command but `send`; `guide` needs a terminal and says so. */
const CASES: readonly Case[] = [
  { args: ['check', '--deep', '--no-cache', ...DATE], make: everythingThere },
  { args: ['pack', 'materials', '--org', ORG, ...DATE], make: completeStory },
  { args: ['verify', `outbox/${STORY_BUNDLE}.zip`], make: everythingThere },
  { args: ['verify', `outbox/${STORY_BUNDLE}`], make: everythingThere },
  { args: ['form', 'inspect', FORM], make: everythingThere },
  { args: ['form', 'fill', FORM, '--values', '内容.yaml', '--output', '填好.docx'], make: everythingThere },
  { args: ['notice', 'list'], make: openProject },
  { args: ['notice', 'show', 'scau-2020'], make: openProject },
  { args: ['init', '新项目'], make: openProject },
  { args: ['status'], make: everythingThere },
  { args: ['confirm'], make: everythingThere },
  { args: ['explain', 'video.resolution'], make: openProject },
  { args: ['doctor'], make: openProject },
  { args: ['doctor'], make: withMailbox },
  { args: ['check', '--no-cache', '--format', 'html', '--output', '报告.html'], make: everythingThere },
  { args: ['completion', 'bash'], make: openProject },
  { args: ['guide'], make: openProject },
  { args: ['--help'], make: openProject },
];

const traceable = canTrace();

it.skipIf(!traceable).each(CASES)(
  `$args.0 opens no way out of this computer${traceable ? '' : ' (skipped: needs strace)'}`,
  async ({ args, make }) => {
    const project = await make();
    const run = await traceRun(project, args);
    expect(run.exit).not.toBeNull();
    const sockets = run.calls.filter((call) => /\bsocket\(/.test(call));
    expect(sockets.filter((call) => !/AF_(?:UNIX|NETLINK|LOCAL)\b/.test(call))).toEqual([]);
    expect(run.calls.filter((call) => /\bconnect\(/.test(call) && call.includes('AF_INET'))).toEqual([]);
  },
);
