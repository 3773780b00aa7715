import { readdir } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { ORG, pack, understandPack } from './pack-project.ts';
import { openProject, SMALL_FILM, type Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const FORCE = ['--force', '--reason', '试验', '--format', 'json'] as const;

async function storyAndLecture(): Promise<Project> {
  const project = await openProject();
  await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
  await project.copy('cases/lecture-complete/materials/专题微党课', 'materials/专题微党课');
  // Names and bundles are the same for a film that is soon looked through.
  await project.copy(SMALL_FILM, 'materials/专题微党课/微党课.mp4');
  return project;
}

describe.concurrent('each notice gets the names and the bundles it asks for', () => {
  it('moe-2020: one bundle for each place a category goes to', async () => {
    const project = await storyAndLecture();
    const run = await pack(project, ['--notice', 'moe-2020', ...FORCE]);
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    const names = understandPack(run).plan?.bundles.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name.includes('微党课'))).toHaveLength(2);
    expect(new Set(names).size).toBe(names.length);
    const records = (await readdir(project.at('outbox'))).filter((name) => name.endsWith('.bundle.json'));
    expect(records.sort()).toEqual(names.map((name) => `${name}.bundle.json`).sort());
    for (const name of names) expect((await project.run(['verify', `outbox/${name}.zip`])).exit).toBe(0);
  });

  it('wust-2020: unit + title', async () => {
    const project = await storyAndLecture();
    const run = await pack(project, ['--notice', 'wust-2020', ...FORCE]);
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    const bundles = understandPack(run).plan?.bundles ?? [];
    const story = bundles.find(({ name }) => name === `${ORG}+逆行者`);
    const names = [...(story?.files ?? []), ...(story?.forms ?? [])].map(({ name }) => name);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(name.startsWith(`${ORG}+逆行者`)).toBe(true);
  });

  it('a name that a work does not say stops everything, in words, and force does not help', async () => {
    const project = await storyAndLecture();
    await project.put(
      'own.yaml',
      'title: 自\nextends: scau-2020\ncategories:\n  lecture:\n    naming: "{org}+{presenter}"\n',
    );
    const run = await pack(project, ['--notice', './own.yaml', '--force', '--reason', '试验']);
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 1, stderr: '' });
    expect(run.stdout).toContain('主讲人');
    expect((await readdir(project.folder)).includes('outbox')).toBe(false);
  });
});
