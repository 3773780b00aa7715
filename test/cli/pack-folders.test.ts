import { readdir, readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import { describe, expect, it, vi } from 'vitest';
import { bundlesOf, openWorks } from './own-works.ts';
import { everything, ORG, pack, understandPack } from './pack-project.ts';
import type { Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Two works of a text and a photo each. */
const works = (packing: string, titles: readonly string[] = ['甲', '乙']) =>
  openWorks({
    rules: `naming: "{org}{category}"
packing: ${packing}
routes: { office: { mail: { to: a@example.edu.cn, attach: files } } }
categories: { case: { name: 工作案例, accepts: [text, photo], route: office } }
`,
    places: titles.map((title) => `工作案例/${title}`),
    files: ['文.docx', '照.jpg'],
  });

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知.yaml', '--format', 'json', ...args]);

async function packed(project: Project, ...args: readonly string[]) {
  const done = await run(project, ...args);
  const [bundle] = bundlesOf(done);
  if (!bundle) throw new Error(done.stdout);
  return { name: bundle.name, files: bundle.files.map(({ name }) => name) };
}

describe.concurrent('a notice that wants a folder for each work', () => {
  it('gets it in the folder and in the zip, both proven, with a name of its own for the bundle', async () => {
    const project = await works('{ name: "{org}报送材料", each: { as: folder, name: "{seq}-{title}" } }');
    const { name, files } = await packed(project);
    expect(name).toBe(`${ORG}报送材料`);
    expect(files.map((file) => file.split('/')[0])).toEqual(['1-乙', '1-乙', '2-甲', '2-甲']);
    expect(await readdir(project.at('outbox', name, '1-乙'))).toHaveLength(2);
    for (const place of [name, `${name}.zip`])
      expect((await project.run(['verify', `outbox/${place}`])).exit).toBe(0);
    const again = await run(project);
    expect(understandPack(again).bundles?.map(({ result }) => result)).toEqual(['unchanged']);
    const checked = await project.run(['verify', `outbox/${name}`, '--check', '--notice', './通知.yaml']);
    expect(checked.exit).toBe(0);
  });

  it('gets folders within folders', async () => {
    const { files } = await packed(await works('{ each: { as: folder, name: "{category}/{org}/{title}" } }'));
    expect(files[0]).toMatch(`工作案例/${ORG}/乙/${ORG}工作案例+乙`);
  });

  it('never has two works in one folder, whatever the pattern and whatever the case of their titles', async () => {
    const unit = await packed(await works('{ each: { as: folder, name: "{org}" } }'));
    expect(new Set(unit.files.map((file) => file.split('/')[0]))).toEqual(new Set([ORG, `${ORG}（2）`]));
    const cased = await packed(
      await works(
        '{ each: { as: folder, name: "{title}" } }',
        ['Abc', 'aBC x'].map((one) => one.replace(' x', '')),
      ),
    );
    expect(new Set(cased.files.map((file) => file.split('/')[0]?.toLowerCase())).size).toBe(2);
  });

  it('makes folders that Windows can unpack, of devices, dots and long titles', async () => {
    const long = '长'.repeat(80);
    const project = await works('{ each: { as: folder, name: "{title}" } }', ['con', long]);
    const { name, files } = await packed(project);
    const folders = [...new Set(files.map((file) => file.split('/')[0] ?? ''))];
    expect(folders).toContain('con_');
    for (const folder of folders) expect(Buffer.byteLength(folder)).toBeLessThanOrEqual(120);
    expect((await project.run(['verify', `outbox/${name}.zip`])).stdout).not.toContain('Windows');
  });

  it('a work that does not say what its folder is called after stops everything', async () => {
    const project = await works('{ each: { as: folder, name: "{presenter}" } }');
    const done = await pack(project, ['--notice', './通知.yaml']);
    expect(done.exit).toBe(1);
    expect(done.stdout).toContain('主讲人');
    expect(Object.keys(await everything(project.folder))).not.toContain('outbox');
  });

  it('mails single files by their own names: a mail has no folders', async () => {
    const project = await works('{ each: { as: folder, name: "{seq}-{title}" } }');
    await packed(project);
    await project.put(
      'four-ones.yaml',
      `notice: ./通知.yaml\nmail: { host: 127.0.0.1, from: b@example.edu.cn, user: b@example.edu.cn }\n`,
    );
    const sent = await project.run(['send', '--dry-run']);
    expect({ exit: sent.exit, stderr: sent.stderr }).toEqual({ exit: 0, stderr: '' });
    const [preview = ''] = await readdir(project.at('outbox/preview'));
    const mail = await PostalMime.parse(await readFile(project.at('outbox/preview', preview)));
    const names = mail.attachments.map(({ filename }) => filename);
    expect(names).toHaveLength(5);
    for (const one of names) expect(one).not.toMatch(/[/\\]|^\d-/);
  });

  it('stops before a bundle that is larger than the notice takes', async () => {
    const project = await works('{ size: { max: 20K } }');
    const done = await pack(project, ['--notice', './通知.yaml']);
    expect(done.exit).toBe(1);
    expect(done.stdout).toContain('压缩包大小');
    expect(done.stdout).toContain('不超过 20K');
  });
});
