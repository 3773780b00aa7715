import { Document, Packer, Paragraph } from 'docx';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { buildPdf, HELVETICA, pagesOf } from '../probe/pdf/build-pdf.ts';
import { openProject } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

/** “照片不超过10M。请于7月15日前报送。” as Notepad on Chinese Windows saves it. */
const GBK = Buffer.concat([
  Buffer.from([0xd5, 0xd5, 0xc6, 0xac, 0xb2, 0xbb, 0xb3, 0xac, 0xb9, 0xfd]),
  Buffer.from('10M'),
  Buffer.from([0xa1, 0xa3]),
]);

describe.concurrent('notice draft', () => {
  it('reads a Word file, writes a new file, and check of it waits for a person', async () => {
    const project = await openProject();
    const lines = ['某大学关于征集照片的通知', '照片每张不超过10M。', '请于7月15日前报送。'];
    const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
    await project.put('通知.docx', await Packer.toBuffer(document));
    const drafted = await project.run(['notice', 'draft', '通知.docx', '--output', '草稿.yaml']);
    expect([drafted.exit, drafted.stdout]).toEqual([0, '']);
    expect(drafted.stderr).toContain('four-ones notice check 草稿.yaml');
    const checked = await project.run(['notice', 'check', '草稿.yaml']);
    expect([checked.exit, checked.stdout]).toEqual([
      4,
      expect.stringContaining('段落 2：“照片每张不超过10M。”'),
    ]);
    expect((await project.run(['check', 'materials', '--notice', '草稿.yaml'])).exit).toBe(2);
    const again = await project.run(['notice', 'draft', '通知.docx', '--output', '草稿.yaml']);
    expect([again.exit, again.stderr]).toEqual([2, expect.stringContaining('已经存在')]);
    const shown = await project.run(['notice', 'show', '草稿.yaml']);
    expect([shown.exit, shown.stderr]).toEqual([0, expect.stringContaining('这是草稿')]);
    const text = await readFile(project.at('草稿.yaml'), 'utf8');
    await project.put('通知.yaml', text.replace(/^draft: true\n/m, ''));
    const own = await project.run(['notice', 'check', '通知.yaml']);
    expect([own.exit, own.stderr]).toEqual([0, '']);
    const materials = await project.run([
      'check',
      'materials',
      '--notice',
      '通知.yaml',
      '--date',
      '2026-01-01',
    ]);
    expect(materials.stderr).toBe('');
  });

  it('reads text as Chinese Windows saves it, and shows the draft where no file is named', async () => {
    const project = await openProject();
    await project.put('通知.txt', GBK);
    const { exit, stdout } = await project.run(['notice', 'draft', '通知.txt']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/photo:\n {4}size:\n.*\n {6}- \{ max: 10M \}/);
  });

  it('reads the text of a PDF', async () => {
    const project = await openProject();
    const content = 'BT /F 12 Tf 72 700 Td (JPG, PNG: send to zzb@example.edu.cn) Tj ET';
    await project.put('notice.pdf', buildPdf(pagesOf([{ content, resources: HELVETICA }])));
    const { exit, stdout } = await project.run(['notice', 'draft', 'notice.pdf']);
    expect(exit).toBe(0);
    expect(stdout).toContain('mail: { to: zzb@example.edu.cn }');
  });

  it.each([
    ['没有.txt', undefined, '找不到'],
    ['照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), '读不出'],
    ['空.txt', '\n\n', '里面没有文字'],
    ['坏.docx', Buffer.from('PK\u0003\u0004 broken'), ''],
  ])('of %s says what to do instead', async (name, content, words) => {
    const project = await openProject();
    if (content !== undefined) await project.put(name, content);
    const { exit, stderr } = await project.run(['notice', 'draft', name]);
    expect([exit, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe.concurrent('notice new', () => {
  const FLAGS = [
    '--from',
    'scau-2020',
    '--year',
    '2027',
    '--title',
    '我校“四个一”通知',
    '--output',
    '我的.yaml',
  ];

  it('writes a notice that builds on another, in another year, ready to be changed', async () => {
    const project = await openProject();
    const made = await project.run(['notice', 'new', ...FLAGS]);
    expect([made.exit, made.stderr]).toEqual([0, '']);
    const shown = await project.run(['notice', 'show', '我的.yaml']);
    expect(shown.stdout).toContain('2027-07-15');
    expect(shown.stdout).toContain('我校“四个一”通知');
    // Each line holds once its # is gone.
    const text = await readFile(project.at('我的.yaml'), 'utf8');
    await project.put('全.yaml', text.replace(/^# ?(?=(?: *[\w-]+:) )|^# (?=[a-z]+:$)/gm, ''));
    expect((await project.run(['notice', 'check', '全.yaml'])).stderr).toBe('');
  });

  it('from a notice of one’s own names it from where the new one lies', async () => {
    const project = await openProject();
    await project.put('旧/去年.yaml', 'title: 去年\nextends: moe-2020\nyear: 2025\n');
    const made = await project.run([
      'notice',
      'new',
      '--from',
      '旧/去年.yaml',
      '--title',
      '今年',
      '--output',
      '新/今年.yaml',
    ]);
    expect([made.exit, made.stderr]).toEqual([0, '']);
    expect(await readFile(project.at('新/今年.yaml'), 'utf8')).toContain('extends: "../旧/去年.yaml"');
    expect((await project.run(['notice', 'check', '新/今年.yaml'])).exit).toBe(0);
  });

  it('never goes over a file without being told, nor asks where nobody answers', async () => {
    const project = await openProject();
    await project.put('我的.yaml', '我写的');
    expect((await project.run(['notice', 'new', ...FLAGS])).exit).toBe(2);
    expect(await readFile(project.at('我的.yaml'), 'utf8')).toBe('我写的');
    expect((await project.run(['notice', 'new', ...FLAGS, '--replace'])).exit).toBe(0);
    const asked = await project.run(['notice', 'new', '--from', 'scau-2020']);
    expect([asked.exit, asked.stderr]).toEqual([2, expect.stringContaining('请写明')]);
    const named = await project.run(['notice', 'new', ...FLAGS.slice(0, -1), '我的.txt']);
    expect([named.exit, named.stderr]).toEqual([2, expect.stringContaining('.yaml')]);
    const unknown = await project.run([
      'notice',
      'new',
      '--from',
      'scau-2002',
      ...FLAGS.slice(2, -1),
      'x.yaml',
    ]);
    expect([unknown.exit, unknown.stderr]).toEqual([2, expect.stringContaining('scau-2020')]);
  });
});
