import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { has } from './pack-project.ts';
import { openProject, type Project } from './project.ts';

vi.setConfig({ testTimeout: 300_000 });

async function list(project: Project, name: string, args: readonly string[] = []) {
  const run = await project.run([
    ...['check', '--date', '2020-07-10', '--format', 'docx', '--output', name],
    ...args,
  ]);
  return { ...run, text: (await mammoth.extractRawText({ path: project.at(name) })).value };
}

async function xmlOf(file: string): Promise<string> {
  const part = unzipSync(await readFile(file))['word/document.xml'];
  return new TextDecoder().decode(part);
}

describe.concurrent('问题清单 is a page to hand back', () => {
  it('it says what is wrong, what to do and by when; what must be mended stands first', async () => {
    const project = await openProject();
    await project.copy('cases/story-parts/materials', 'materials');
    const { exit, stderr, text } = await list(project, '问题清单.docx', ['--org', '马克思主义学院党委']);
    expect([exit, stderr]).toEqual([1, expect.stringContaining('问题清单.docx')]);
    for (const said of ['问题清单', '报送单位：马克思主义学院党委', '文件', '怎么改', '期限', '7月15日前'])
      expect(text).toContain(said);
    expect(text).toContain('【必须改】作品组成：缺文稿');
    expect(text.indexOf('【必须改】')).toBeLessThan(text.indexOf('【建议】'));
    expect(text).not.toContain('four-ones');
    expect(text).not.toContain('ffmpeg');
    expect(await xmlOf(project.at('问题清单.docx'))).toContain('<w:tblHeader');
    const english = await list(project, 'problems.docx', ['--lang', 'en']);
    expect(english.text).toContain('[must] ');
  });

  it('equal materials give equal bytes', async () => {
    const project = await openProject();
    await project.copy('cases/story-parts/materials', 'materials');
    await list(project, 'a.docx');
    await list(project, 'b.docx');
    expect((await readFile(project.at('a.docx'))).equals(await readFile(project.at('b.docx')))).toBe(true);
  });

  it('where nothing is wrong it says so', async () => {
    const project = await openProject();
    await project.copy('cases/story-complete/materials', 'materials');
    const { exit, text } = await list(project, '问题清单.docx');
    expect([exit, text]).toEqual([0, expect.stringContaining('没有需要改的问题')]);
  });

  it('without --output it is wrong use, not a terminal full of bytes', async () => {
    const project = await openProject();
    const run = await project.run(['check', '--format', 'docx']);
    expect([run.exit, run.stdout, run.stderr]).toEqual([2, '', expect.stringContaining('--output')]);
    const misplaced = await project.run(['check', '--format', 'docx', '--output', 'materials/问题清单.docx']);
    expect(misplaced.exit).toBe(2);
    expect(existsSync(project.at('materials', '问题清单.docx'))).toBe(false);
  });

  it('no name from the folder becomes markup, and none makes a file that Word refuses', async () => {
    const project = await openProject();
    const evil = ['<w:br>&amp;甲', '乙\u0001\u202e丙', '丁<!--', ']]>戊'];
    for (const name of evil) await project.put(`materials/战疫故事汇/${name}/空.docx`, 'PK');
    const { text } = await list(project, '问题清单.docx', ['--org', '<x/>&"学院"']);
    expect(text).toContain('<w:br>&amp;甲');
    expect(text).toContain('<x/>&"学院"');
    expect(text).not.toContain('\u0001');
    expect(text).not.toContain('\u202e');
    const xml = await xmlOf(project.at('问题清单.docx'));
    expect(xml).toContain('&lt;w:br&gt;&amp;amp;甲');
  });

  const office = has('soffice') && has('pdftotext');
  it.skipIf(!office)(
    `LibreOffice opens it; a long list goes on with its head${office ? '' : ' (skipped: no LibreOffice or poppler on this machine)'}`,
    async () => {
      const project = await openProject();
      for (let index = 1; index <= 60; index += 1)
        await project.put(
          `materials/战疫故事汇/作品/照片${index}.png`,
          Buffer.from('89504e470d0a1a0a', 'hex'),
        );
      await list(project, '问题清单.docx');
      const profile = `-env:UserInstallation=file://${project.at('office')}`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '问题清单.docx'], {
        cwd: project.folder,
        stdio: 'pipe',
        timeout: 100_000,
      });
      const pages = execFileSync('pdftotext', ['-layout', '问题清单.pdf', '-'], { cwd: project.folder })
        .toString()
        .split('\f')
        .filter((page) => page.trim() !== '');
      expect(pages.length).toBeGreaterThan(1);
      expect(pages[1]).toMatch(/文件 +问题 +怎么改 +期限/);
    },
  );
});
