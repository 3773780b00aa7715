import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachableOf } from '../../src/mail/bundle-attachments.ts';
import { composeSubject } from '../../src/mail/compose-subject.ts';
import { composeText } from '../../src/mail/compose-text.ts';
import type { MailDraft } from '../../src/mail/mail-draft.ts';
import { loadMailTemplates } from '../../src/mail/mail-templates.ts';
import type { BundleManifest } from '../../src/model/bundle.ts';
import { UsageError } from '../../src/model/problems.ts';
import { formatBytes } from '../../src/report/format-bytes.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { temporaryFolder } from '../materials/temporary-folder.ts';
import { bundled, manifest, NAME } from './make-manifest.ts';
import { without } from './without.ts';

const builtIn = path.join(import.meta.dirname, '../../templates/mail');
const templates = await loadMailTemplates([builtIn], nodeFiles);
const draft = (over: Partial<MailDraft> = {}): MailDraft => ({
  ...{ part: 1, parts: 1, attachments: [], division: [[]], linked: [] },
  ...over,
});
const compose = (made: BundleManifest, over: Partial<MailDraft> = {}, round = 0) =>
  composeText({
    manifest: made,
    draft: draft(over),
    round,
    templates,
    formatBytes: (n) => formatBytes(n, 'zh'),
  });

const zip = { bytes: 5_300_000, sha256: 'f'.repeat(64) };
function zipped(made: BundleManifest): Partial<MailDraft> {
  const { whole } = attachableOf(made, '/outbox', zip);
  return whole ? { attachments: [whole], division: [[whole.name]] } : {};
}

describe('what the recipient reads', () => {
  const decided = manifest({
    decisions: [
      {
        ...{ code: 'video.subtitles', about: '视频字幕（要求有字幕）', name: `${NAME}.mp4`, answer: 'yes' },
        ...{ by: '王老师', date: manifest().date, note: '看过\n{files}' },
      },
      {
        code: 'attest',
        about: '材料不涉密',
        answer: 'waive',
        by: '王老师',
        date: manifest().date,
        note: '已审',
      },
    ],
  });

  it('what a person confirmed or let pass, with whose word it is and why', () => {
    const lines = compose(decided, zipped(decided)).split('\n');
    expect(lines).toContain('程序看不出来、由人确认或豁免的：');
    expect(lines).toContain(
      `1. 视频字幕（要求有字幕），${NAME}.mp4：已由 王老师 人工确认（2020-07-15）：看过 {files}`,
    );
    expect(lines).toContain('2. 材料不涉密：经 王老师 同意豁免（2020-07-15），理由：已审');
    expect(compose(manifest(), zipped(manifest()))).not.toContain('豁免');
  });

  it('the same where one’s own template, made earlier, does not speak of it', () => {
    const paragraphs = templates.body.paragraphs.filter((lines) =>
      lines.every(({ pieces }) => !pieces.includes('decisions')),
    );
    const request = {
      manifest: decided,
      draft: draft(),
      round: 0,
      templates: { ...templates, body: { paragraphs } },
    };
    const text = composeText({ ...request, formatBytes: (n) => formatBytes(n, 'zh') });
    expect(text).toContain('2. 材料不涉密：经 王老师 同意豁免');
  });

  it('the lines that the notice words, also where one’s own template has no place for them', () => {
    const mail = manifest().mail;
    if (!mail) throw new Error('the manifest has a mail');
    const told = manifest({ mail: { ...mail, body: ['联系人：王老师', '张三：《秋叶》\n{files}'] } });
    const lines = compose(told, zipped(told)).split('\n');
    expect(lines).toContain('联系人：王老师');
    expect(lines).toContain('张三：《秋叶》 {files}');
    const paragraphs = templates.body.paragraphs.filter((each) =>
      each.every(({ pieces }) => !pieces.includes('body')),
    );
    const text = composeText({
      ...{ manifest: told, draft: draft(), round: 0, templates: { ...templates, body: { paragraphs } } },
      formatBytes: (n) => formatBytes(n, 'zh'),
    });
    expect(text).toContain('张三：《秋叶》 {files}');
  });

  it('names the zip and every file in it with size and checksum, each checksum on its own line', () => {
    const made = manifest();
    const text = compose(made, zipped(made));
    expect(text).toContain(`   ${NAME}.zip\n   5.0 MB（5,300,000 字节），SHA-256：\n   ${zip.sha256}\n`);
    for (const { name, sha256, bytes } of made.files) {
      expect(text).toContain(name);
      expect(text).toContain(`（${bytes.toLocaleString('en-US')} 字节）`);
      expect(text.split('\n')).toContain(`   ${sha256}`);
    }
    expect(text).toContain('报送的文件共 3 个，都在压缩包里：');
    for (const said of [
      '《关于报送“四个一”行动材料的通知》',
      '马克思主义学院党委',
      '2020年7月15日',
      '020-00000000',
    ])
      expect(text).toContain(said);
    expect(text).toMatch(/^您好！\n\n/);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/\n{3}|[ \t]\n|\r|网盘|第 \d|说明：|还要这样报送/);
  });

  it('lists in each of several mails what lies in which', () => {
    const made = manifest();
    const names = made.files.map(({ name }) => name);
    const division = [names.slice(0, 1), names.slice(1)];
    const text = compose(made, { part: 2, parts: 2, division });
    expect(text).toContain(
      `这是第 2 封：\n（1/2）\n   ${names[0] ?? ''}\n（2/2）本封\n   ${names[1] ?? ''}\n   ${names[2] ?? ''}\n`,
    );
    for (const { sha256 } of made.files) expect(text).toContain(sha256);
  });

  it('gives for what is too large its link, code, expiry, size and checksum, and lists it once', () => {
    const film = bundled(`${NAME}+党课.mp4`, 1_300_000_000);
    const link = {
      name: film.name,
      url: 'https://pan.example.com/s/1a?pwd=x7k2',
      code: 'x7k2',
      expires: '永久有效',
    };
    const made = manifest({ files: [...manifest().files, film], links: [link] });
    const names = made.files.slice(0, 3).map(({ name }) => name);
    const text = compose(made, { division: [names], linked: [{ ...film, path: '/x' }] });
    expect(text).toContain(
      `1. ${film.name}\n   ${link.url}\n   提取码：x7k2\n   有效期：永久有效\n   1.2 GB（1,300,000,000 字节），SHA-256：\n   ${film.sha256}\n`,
    );
    expect(text.split(film.name)).toHaveLength(2);
    expect(text).toContain('报送的文件共 3 个');
    const plain = { name: link.name, url: link.url };
    expect(compose({ ...made, links: [plain] }, { linked: [{ ...film, path: '/x' }] })).not.toMatch(
      /提取码|有效期/,
    );
  });

  it('says in the mail itself what is asked there, and nothing of files where none are attached', () => {
    const fields = [
      { label: '题目', value: '疫情防控中的制度优势' },
      { label: '主讲人', value: '王老师' },
    ];
    const mail = {
      to: 'a@example.edu.cn',
      subject: '微党课计划',
      attach: 'none' as const,
      fields,
      lacking: [],
    };
    const text = compose(manifest({ mail }));
    expect(text).toContain('\n\n题目：疫情防控中的制度优势\n主讲人：王老师\n\n');
    expect(text).not.toMatch(/附件|文件|SHA-256|压缩包/);
  });

  it('names what is left to do by hand, why it was packed in spite of findings, and that it is sent again', () => {
    const made = manifest({
      steps: ['登录投稿系统', '上传作品'],
      forced: { verdict: 'fail', reason: '原件已寄出' },
    });
    const text = compose(made, zipped(made), 1);
    expect(text).toContain('1. 登录投稿系统\n2. 上传作品\n');
    expect(text).toContain('原因是：原件已寄出\n');
    expect(text).toContain('第 2 次发送');
  });

  it('leaves out whom nobody named', () => {
    const nobody = without(manifest(), 'contact');
    expect(compose(nobody)).not.toMatch(/联系|电话|邮箱/);
    expect(compose(manifest({ contact: { phone: '1' } }))).toContain('与我们联系：\n电话：1\n\n');
  });
});

const nasty = fc.oneof(
  fc.constantFrom(
    '{org}',
    '{nothing}',
    'a\r\nBcc: x@y.z',
    'a\n.\n',
    '\u2028\u2029',
    '\u202etxt.exe',
    '# 说明',
    '{{',
    '$&',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

describe('whatever names and titles hold', () => {
  it('no value adds a line, a header or a variable to a mail', () => {
    const plain = manifest({ steps: ['s'], links: [] });
    const lines = compose(plain, zipped(plain)).split('\n').length;
    fc.assert(
      fc.property(
        fc.array(
          nasty.map((text) => `x${text}x`),
          { minLength: 6, maxLength: 6 },
        ),
        (texts) => {
          const [title = '', org = '', name = '', step = '', person = '', categoryName = ''] = texts;
          const made = manifest({
            ...{ org, categoryName, steps: [step], contact: { name: person, phone: person, email: person } },
            notice: { id: 'x', title },
            files: plain.files.map((file, index) => ({ ...file, name: `${index}${name}` })),
          });
          const text = compose(made, zipped(made));
          expect(text.split('\n')).toHaveLength(lines);
          expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e]/u);
          if (org === 'x{org}x') expect(text).toContain('x{org}x');
        },
      ),
    );
  });

  it('a subject is one line that ends with its number', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 3 }), fc.nat(1), (subject, part, round) => {
        const mail = { to: 'a@b.cn', subject, attach: 'bundle' as const, fields: [], lacking: [] };
        const made = composeSubject(manifest({ mail }), { part, parts: 3, round });
        expect(made).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e]/u);
        expect(made.endsWith(`（${part}/3）`)).toBe(true);
        expect(made.startsWith('【重发】')).toBe(round > 0);
      }),
    );
    expect(composeSubject(manifest(), { part: 1, parts: 1, round: 0 })).toBe(NAME);
  });
});

describe('templates of one’s own', () => {
  const folder = temporaryFolder();
  const load = (name: string) => loadMailTemplates([folder.path(name), builtIn], nodeFiles);
  const NEEDED = '{fields}\n\n{files}\n\n{partList}\n\n{links}\n\n{steps}\n\n{forced}\n';

  it('one changed file is taken, in GBK and with Windows line ends too', async () => {
    await folder.put(
      'own/body.txt',
      Buffer.concat([Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), Buffer.from(`\r\n\r\n${NEEDED}`)]),
    );
    const own = await load('own');
    const made = manifest();
    const text = composeText({
      ...{ manifest: made, draft: draft(zipped(made)), round: 0 },
      templates: own,
      formatBytes: String,
    });
    expect(text).toMatch(/^你好\n\n1\. /);
  });

  const wrong: readonly (readonly [what: string, body: string, line: number | undefined, says: string])[] = [
    ['a misspelt variable', `# 说明\n您好\n\n{ogr}\n\n${NEEDED}`, 4, '{ogr}'],
    ['a brace alone', `${NEEDED}\n价格 {\n`, 13, '大括号'],
    ['empty braces', `{}\n\n${NEEDED}`, 1, '{}'],
    ['several lines in the middle of a sentence', `文件：{files}\n${NEEDED}`, 1, '{files}'],
    ['the links left out', NEEDED.replace('{links}', ''), undefined, '{links}'],
  ];
  it.each(wrong)('%s is told with its line before anything is sent', async (what, body, line, says) => {
    await folder.put(`${what}/body.txt`, body);
    const error = await load(what).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UsageError);
    if (!(error instanceof UsageError)) return;
    expect(error.words.zh).toContain(says);
    expect([error.place?.file, error.place?.line]).toEqual([folder.path(`${what}/body.txt`), line]);
  });

  it('a template beyond all measure is refused', async () => {
    await folder.put('large/body.txt', 'x'.repeat(70_000));
    await expect(load('large')).rejects.toThrow(UsageError);
  });
});

describe('what is attached', () => {
  const names = (made: BundleManifest, sum?: typeof zip) => {
    const { whole, files } = attachableOf(made, '/outbox', sum);
    return [whole?.name, files.map(({ name }) => name)];
  };
  const attach = (how: 'bundle' | 'files' | 'none') => ({
    mail: { to: '', subject: '', attach: how, fields: [], lacking: [] },
  });
  const [story, photo, list] = manifest().files;
  const all = manifest().files.map(({ name }) => name);

  it('the zip, or by the notice’s wish each file, or nothing', () => {
    expect(names(manifest(), zip)).toEqual([`${NAME}.zip`, all]);
    expect(names(manifest(attach('files')), zip)).toEqual([undefined, all]);
    expect(names(manifest(attach('none')), zip)).toEqual([undefined, []]);
    expect(attachableOf(manifest(), '/outbox', zip).files[0]?.path).toBe(
      path.join('/outbox', NAME, all[0] ?? ''),
    );
  });

  it('one material alone goes as it is, without its list; with a form it goes as the zip', () => {
    if (!story || !photo || !list) throw new Error('three files');
    expect(names(manifest({ files: [story, list] }), zip)).toEqual([undefined, [story.name]]);
    const form = without(
      bundled('推荐表.docx', 100, {
        form: 'story-recommendation',
        role: 'form',
      }),
      'source',
    );
    expect(names(manifest({ files: [story, form, list] }), zip)[0]).toBe(`${NAME}.zip`);
    expect(names(manifest({ files: [form, list] }), zip)[0]).toBe(`${NAME}.zip`);
  });
});
