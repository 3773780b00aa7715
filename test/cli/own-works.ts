import { expect } from 'vitest';
import type { CliRun } from '../run-cli.ts';
import { understandPack, type Packed } from './pack-project.ts';
import { openProject, type Project } from './project.ts';

const WORK = 'cases/story-complete/materials/战疫故事汇/逆行者';
const SOURCES = { '文.docx': `${WORK}/故事.docx`, '照.jpg': `${WORK}/照片1.jpg` } as const;

export interface OwnWorks {
  /** The notice, all but its title and year. */
  readonly rules: string;
  /** Folders of the works among the materials. */
  readonly places: readonly string[];
  /** What lies in each. */
  readonly files?: readonly (keyof typeof SOURCES)[];
  /** Where the notice lies. */
  readonly notice?: string;
  /** What the config says beside that; without it there is none. */
  readonly config?: string;
}

/** A project with a notice of its own, and works that are alike but for their titles. */
export async function openWorks(own: OwnWorks): Promise<Project> {
  const { rules, places, files = ['文.docx'], notice = '通知.yaml', config } = own;
  const project = await openProject();
  await project.put(notice, `title: 试\nyear: 2020\n${rules}`);
  if (config !== undefined) await project.put('four-ones.yaml', `notice: ./${notice}\n${config}`);
  for (const place of places)
    for (const file of files) await project.copy(SOURCES[file], `materials/${place}/${file}`);
  return project;
}

/** The bundles of a run of `pack --format json` that went well. */
export function bundlesOf(done: CliRun): NonNullable<Packed['plan']>['bundles'] {
  expect({ exit: done.exit, stderr: done.stderr }).toEqual({ exit: 0, stderr: '' });
  return understandPack(done).plan?.bundles ?? [];
}
