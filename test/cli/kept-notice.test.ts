import { lstat, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readNotice, readNoticeToKeep, type NoticeRequest } from '../../src/commands/notice.ts';
import { readSealed, writeSealed } from '../../src/commands/sealed-file.ts';
import type { System } from '../../src/system/system.ts';
import { noticePath, realNotices } from '../notice/real-notice.ts';
import { openProject, type Project } from './project.ts';
import { realSystem } from './real-system.ts';

const KEPT = '.four-ones/notices.json';
const FAR = 'title: 学院的规定\nyear: 2026\nextends: scau-2020\nmedia: { photo: { size: { max: 10M } } }\n';
const OWN =
  'title: 今年的通知\nextends: ./far.yaml\nforms: { story-recommendation: { template: ./blank.docx } }\n';

let project: Project;
let system: System;
let request: NoticeRequest;

beforeEach(async () => {
  project = await openProject();
  await project.put('far.yaml', FAR);
  await project.put('own.yaml', OWN);
  await project.put('blank.docx', 'any bytes do: it is only looked for');
  const real = realSystem();
  system = { ...real, environment: { ...real.environment, workingFolder: project.folder } };
  request = { named: './own.yaml', project: project.folder };
  await keep();
});

async function keep(of: NoticeRequest = request) {
  await (await readNoticeToKeep(of, system)).keep();
}

/** Another title in what is kept, under a seal that holds: whoever reads it from there, says so. */
async function markKept() {
  const file = { path: project.at(KEPT), version: system.environment.build, mostBytes: 1e9 };
  const kept = JSON.stringify(await readSealed(file, system.files));
  await writeSealed(file, JSON.parse(kept.replaceAll('今年的通知', '留下的通知')), system.files);
}

const title = async (of: NoticeRequest = request) => (await readNotice(of, system)).title;

describe('a notice that was merged before', () => {
  it('is not parsed and merged again', async () => {
    await markKept();
    expect(await title()).toBe('留下的通知');
  });

  it.each([
    ['it', 'own.yaml', OWN.replace('./far.yaml', '[./far.yaml, gbt-9704]')],
    ['one that it builds on, by a single figure', 'far.yaml', FAR.replace('10M', '20M')],
  ])('holds no longer once somebody changes %s', async (_, name, text) => {
    await markKept();
    await project.put(name, text);
    expect(await title()).toBe('今年的通知');
  });

  it('does not hide that a blank it names is gone', async () => {
    await rm(project.at('blank.docx'));
    await expect(readNotice(request, system)).rejects.toThrow('blank.docx');
  });

  it('does not hide that one it builds on is gone', async () => {
    await rm(project.at('far.yaml'));
    await expect(readNotice(request, system)).rejects.toThrow('far.yaml');
  });

  it('is not taken for the same one of another year, nor for one of the same name elsewhere', async () => {
    await markKept();
    expect(await title({ ...request, year: 2027 })).toBe('今年的通知');
    await project.put('elsewhere/own.yaml', 'title: 别处的通知\nextends: scau-2020\n');
    expect(await title({ ...request, from: project.at('elsewhere') })).toBe('别处的通知');
    expect(await title()).toBe('留下的通知');
  });

  it('is loaded afresh by another build of the program', async () => {
    await markKept();
    system = { ...system, environment: { ...system.environment, build: 'the next one' } };
    expect(await title()).toBe('今年的通知');
  });

  it('is loaded afresh where a byte of what was kept is another one', async () => {
    const text = await readFile(project.at(KEPT), 'utf8');
    await writeFile(project.at(KEPT), text.replace('今年的通知', '改过的通知'));
    expect(await title()).toBe('今年的通知');
  });

  it('keeps its place while others are tried', async () => {
    await markKept();
    for (const year of [2027, 2028, 2029]) await keep({ ...request, year });
    expect(await title()).toBe('留下的通知');
  });

  it.each(realNotices)('is the same to the letter: %s', async (id) => {
    const of: NoticeRequest = { named: path.basename(noticePath(id)), from: path.dirname(noticePath(id)) };
    const loaded = await readNotice(of, system);
    await keep({ ...of, project: project.folder });
    expect(await readNotice({ ...of, project: project.folder }, system)).toStrictEqual(loaded);
  });
});

describe('check', () => {
  it('leaves the merged notice for status and explain, and nothing with --no-cache', async () => {
    await project.copy('cases/story-complete/materials', 'materials');
    await rm(project.at('.four-ones'), { recursive: true });
    await project.run(['check', '--notice', 'own.yaml', '--no-cache']);
    expect(await readdir(project.folder)).not.toContain('.four-ones');
    const before = await project.run(['explain', 'file.size', '--notice', 'own.yaml']);
    expect(await readdir(project.folder)).not.toContain('.four-ones');
    await project.run(['check', '--notice', 'own.yaml']);
    expect(await readdir(project.at('.four-ones'))).toContain('notices.json');
    expect(await project.run(['explain', 'file.size', '--notice', 'own.yaml'])).toEqual(before);
  });

  it('writes no notice among the materials', async () => {
    await project.run(['check', '.', '--notice', 'own.yaml']);
    const before = await lstat(project.at(KEPT), { bigint: true });
    await project.put('far.yaml', FAR.replace('10M', '20M'));
    await project.run(['check', '.', '--notice', 'own.yaml']);
    expect(await lstat(project.at(KEPT), { bigint: true })).toEqual(before);
  });
});
