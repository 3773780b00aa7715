import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { CliOptions, CliRun } from '../run-cli.ts';
import { DATE, openProject, type Project } from './project.ts';

export const ORG = '马克思主义学院党委';
export const STORY_BUNDLE = `${ORG}+战疫故事汇+20200710`;
const STORY = 'cases/story-complete/materials/战疫故事汇/逆行者';

/** What `pack --format json` says beside the report. */
const packShape = z.object({
  verdict: z.enum(['pass', 'fail', 'unsettled']),
  outcome: z.enum(['refused', 'unplannable', 'planned', 'packed']),
  plan: z
    .object({
      bundles: z.array(
        z.object({
          name: z.string(),
          files: z.array(z.object({ source: z.string(), name: z.string() })),
          forms: z.array(z.object({ form: z.string(), item: z.string(), name: z.string() })),
        }),
      ),
    })
    .optional(),
  bundles: z.array(z.object({ result: z.enum(['built', 'unchanged']), bundle: z.string() })).optional(),
  checks: z.array(z.object({ code: z.string(), result: z.string(), message: z.string() })),
});
export type Packed = z.output<typeof packShape>;

export function understandPack({ exit, stdout, stderr }: CliRun): Packed {
  if (stdout === '') throw new Error(`no plan; exit ${String(exit)}: ${stderr}`);
  return packShape.parse(JSON.parse(stdout));
}

export function pack(project: Project, args: readonly string[] = [], options?: CliOptions): Promise<CliRun> {
  return project.run(['pack', 'materials', '--org', ORG, ...DATE, ...args], options);
}

/** One complete work: nothing to mend, nothing to ask. */
export async function completeStory(): Promise<Project> {
  const project = await openProject();
  await project.copy(STORY, 'materials/战疫故事汇/逆行者');
  return project;
}

/** A work without its form, and so with a form to fill. */
export async function storyToFill(): Promise<Project> {
  const project = await openProject();
  for (const name of ['故事.docx', '照片1.jpg', '照片2.jpg'])
    await project.copy(`${STORY}/${name}`, `materials/战疫故事汇/逆行者/${name}`);
  return project;
}

export const ANSWERS = {
  作者姓名: '李护士',
  职务: '护师',
  联系人: '王老师',
  联系电话: '020-85280000',
  电子邮箱: 'dj@scau.edu.cn',
  作品简介: '一位校医院护士的二十四小时。',
};

export function answersFile(item = '战疫故事汇/逆行者'): string {
  return JSON.stringify({ [item]: ANSWERS });
}

/** Name → kind, size, times and content of everything in a folder; of the outbox content alone. */
export async function everything(
  folder: string,
  times: 'with times' | 'content' = 'with times',
): Promise<Readonly<Record<string, string>>> {
  const seen: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const place = path.join(folder, name);
    const { mode, mtimeNs, ino } = await lstat(place, { bigint: true });
    const content = (mode & 0o170000n) === 0o100000n ? await digestOf(place) : 'folder';
    seen[name] = times === 'content' ? content : `${content} ${mtimeNs} ${ino}`;
  }
  return seen;
}

/** Piece by piece: some films here have half a GiB, and a process that once held one is slow to start others. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

export function has(command: string): boolean {
  try {
    execFileSync(command, command === '7z' ? ['i'] : ['--version'], { stdio: 'pipe' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    return true;
  }
}
