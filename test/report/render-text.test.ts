import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/model/verdict.ts';
import { LANGUAGES } from '../../src/model/report.ts';
import { renderText } from '../../src/report/terminal/render-text.ts';
import { judgementOf, made, MEGABYTE, notice, part, sampleJudgement } from './sample-judgement.ts';

const plain = { language: 'zh', columns: 80, colors: false } as const;

/** As a person reads it: the section that begins with `heading`, up to the next empty line. */
function sectionOf(text: string, heading: string): string {
  const from = text.indexOf(heading);
  if (from < 0) throw new Error(`no section ${heading} in\n${text}`);
  const to = text.indexOf('\n\n', from);
  return text.slice(from, to < 0 ? undefined : to);
}

/** Indentation taken away, so that a test shows the words as they are read. */
function prose(text: string): string {
  return text.replace(/^[ \t]+/gm, '').trim();
}

describe('what a secretary reads', () => {
  const text = renderText(sampleJudgement(), plain);

  it('begins with which notice, folder, organisation and day were judged', () => {
    expect(prose(text.slice(0, text.indexOf('\n\n')))).toBe(
      prose(`
        材料检查：华南农业大学关于报送“四个一”行动材料的通知 (scau-2020)
        材料文件夹：./materials
        报送单位：马克思主义学院党委
        报送日期：2020-07-10
        共 2 个类别，4 件作品，12 个文件`),
    );
  });

  it('tells a film’s faults worst first, each with what was asked, what there is and what to do', () => {
    expect(prose(sectionOf(text, '【专题微党课】'))).toBe(
      prose(`
        【专题微党课】2 件作品，2 个文件
        专题微党课/课.mp4
        ✗  视频编码：画面用的压缩方式不对，对方的播放器可能放不出来
        要求  H.264〔moe-2020 提示一〕
        实际  H.265/HEVC（Main 10）
        → 用剪映重新导出，编码选 H.264（不要选 HEVC），也可以运行：
        ffmpeg -i "课.mp4" -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-h264.mp4"
        ✗  分辨率：画面是竖的（竖屏拍摄）
        要求  1920×1080〔moe-2020 提示一〕
        实际  1080×1920（存的是 1920×1080，播放时转 90 度）
        → 最好横着重拍；不能重拍的，用剪映建横屏（16:9）草稿，把画面放进去、两边
        用背景填充再导出。也可以运行：
        ffmpeg -i "课.mp4" -vf "split[a][b];[a]scale=1920:1080:force_original_aspect_ratio=increase,crop=1920:1080,boxblur=20[c];[b]scale=1920:1080:force_original_aspect_ratio=decrease[d];[c][d]overlay=(W-w)/2:(H-h)/2,setsar=1" -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-1080p.mp4"
        ？ 无法判定 · 视频字幕：直接压在画面里的字幕，从文件数据里看不出来，所以有
        没有字幕无法判定〔moe-2020 提示一〕
        实际  影片内没有字幕轨，旁边也没有字幕文件
        → 打开影片看一看：画面上有字幕，由负责的同志看过后确认即可；没有，就用剪
        映“文本→智能字幕→识别字幕”加上再导出，或另导出一个与影片同名的
        .srt 放在旁边；确认的命令：
        four-ones confirm video.subtitles "专题微党课/课.mp4" yes
        ！ 提醒 · 视频时长：影片长了
        要求  15–20 分钟〔moe-2020 提示一〕
        实际  25分20秒
        → 用剪映剪掉 5分20秒以上再导出（注意补齐字幕）
        ·  备注 · 文件大小：刚好不超：按 1024 进位没有超过 2G；对方若按 1000 进位
        （2,000,000,000 字节）就超了，最好再压小一点〔scau-2020 三〕`),
    );
  });

  it('tells one cause once: a cut-off film lists what could not be judged for it', () => {
    expect(prose(sectionOf(text, '  专题微党课/最终版-改3.mp4'))).toBe(
      prose(`
        专题微党课/最终版-改3.mp4
        ✗  文件完好：文件不完整，后面一截没有了
        要求  能打开、没有缺损
        实际  应有 900 MB，只有 412.5 MB，少 487.5 MB
        因此无法判定：视频编码、分辨率、视频时长
        → 从手机、相机或电脑里找到原文件，重新拷一次（等拷完再拔），或从剪辑软件
        重新导出；修不好就请作者重交`),
    );
  });

  it('tells the same fault of many files once, the first five by name', () => {
    const section = prose(sectionOf(text, '【战疫故事汇】'));
    expect(section).toContain(
      prose(`
        ✗  文件大小：文件太大（6 个文件）
        - 合影.jpg：11.2 MB
        - 出征.jpg：12.2 MB
        - 值守.jpg：13.2 MB
        - 送药.jpg：14.2 MB
        - 测温.jpg：15.2 MB
        等共 6 个
        要求  不超过 10M〔scau-2020 三〕`),
    );
    expect(section.match(/文件太大/g)).toHaveLength(1);
  });

  it('tells a renamed photo once, its wrong extension with it', () => {
    const section = prose(sectionOf(text, '【战疫故事汇】'));
    expect(section).toContain('✗  文件格式：扩展名是 .jpg，内容其实是苹果 HEIC 照片');
    expect(section).toContain('同一原因还影响：文件名');
    expect(section).not.toContain('扩展名与内容不一致');
  });

  it('shows quotas and due dates by category with the days left', () => {
    expect(sectionOf(text, '件数与截止日期')).toBe(
      [
        '件数与截止日期',
        '  类别           现有     要求        截止日期     还剩',
        '  专题微党课     2 件     -           -            -',
        '  战疫故事汇     1 件     至少 1 件   2020-07-15   还有 5 天',
        '  党建特色案例   还没有   至少 1 件   2020-10-15   还有 97 天',
        '  红色防火墙     还没有   -           2020-07-03   已过 7 天',
        '                                      2020-09-30   还有 82 天',
      ].join('\n'),
    );
  });

  it('shows what several categories have between them below the categories', () => {
    const judgement = sampleJudgement();
    const of = ['story', 'case'];
    const quotas = [{ value: { of, min: 2, max: 5 }, level: 'must' as const, clause: { notice: 'test' } }];
    const shown = { ...judgement, notice: { ...judgement.notice, quotas } };
    expect(
      sectionOf(renderText(shown, { language: 'zh', columns: 100, colors: false }), '件数与截止日期'),
    ).toContain('战疫故事汇、党建特色案例 合计   1 件     2–5 件');
  });

  it('names everything that was not taken as material', () => {
    expect(prose(sectionOf(text, '没有当作材料的'))).toBe(
      prose(`
        没有当作材料的（3 个）
        - Word、WPS 打开文档时的临时锁文件：战疫故事汇/逆行者的...四小时/~$故事.docx
        （关闭文档后会自行消失，不用管）
        - 系统自动生成的文件：.DS_Store、Thumbs.db（不用管）`),
    );
    expect(prose(sectionOf(text, '【整个文件夹】'))).toContain('专题微党课/片头.mp4\n✗  空文件：');
  });

  it('ends with what a person has to do, numbered, the verdict and one next step', () => {
    expect(prose(text.slice(text.indexOf('需要人工的事')))).toBe(
      prose(`
        需要人工的事
        专题微党课
        1.  请确认：党支部书记已在 7 月 1 日前讲授专题微党课〔scau-2020〕
        专题微党课、战疫故事汇 · 高校思政网（微信公众号）
        2.  用微信关注公众号 sizhengwang_cn〔moe-2020 提示五2〕
        3.  在公众号里回复“四个一”〔moe-2020 提示五2〕
        4.  按公众号的提示提交作品〔moe-2020 提示五2〕
        → 逐项确认：four-ones confirm

        ${'='.repeat(80)}
        结论：不合格
        必须做到的：不合格 14 项，无法判定 6 项，通过 5 项；另有等人确认 1 项，提醒 8 项
        下一步：按 → 后面写的改好，再运行 four-ones check`),
    );
  });
});

describe('the verdict', () => {
  const film = { path: '专题微党课/课.mp4', item: '专题微党课/课.mp4', category: 'lecture' };
  const good = made('file.readable', 'pass', film, {
    integrity: { state: 'whole' },
    format: 'mp4',
    decoded: true,
  });

  it('gives pack as the next step when all is well', () => {
    const text = renderText(judgementOf([good]), plain);
    expect(text).toContain('结论：合格\n');
    expect(text).toContain('下一步：four-ones pack --org 马克思主义学院党委');
  });

  it('leaves a name that a shell could obey for the user to type', () => {
    const text = renderText(judgementOf([good], { org: '学院; rm -rf ~' }), plain);
    expect(text).toContain('下一步：four-ones pack --org 单位名称');
  });

  it('never says 合格 where something waits for a person, or nothing was looked at', () => {
    const attest = made('attest', 'unknown', {}, { id: 'a', text: '作者同意' });
    const waiting = renderText(judgementOf([good, attest]), plain);
    expect(waiting).toContain('结论：待定（有项目等人确认）');
    expect(waiting).toContain('1.  请确认：作者同意');
    const nothing = renderText(judgementOf([], { materials: { items: [], strays: [] } }), plain);
    expect(nothing).toContain('结论：待定（什么也没有查到）');
    for (const text of [waiting, nothing]) expect(text).not.toMatch(/结论：合格/);
  });

  it('counts reminders as failures under --strict, as the exit code does', () => {
    const short = made(
      'video.duration',
      'fail',
      film,
      { range: { min: 900 }, actual: 60 },
      { level: 'should' },
    );
    const relaxed = renderText(judgementOf([good, short]), plain);
    expect(relaxed).toContain('！ 提醒 · 视频时长：影片短了');
    expect(relaxed).toContain('结论：合格');
    const strict = renderText(judgementOf([good, short], { strict: true }), plain);
    expect(strict).toContain('✗  视频时长：影片短了');
    expect(strict).toContain('结论：不合格（按 --strict：提醒也算不合格）');
    expect(verdictOf([good, short], true)).toBe('fail');
  });
});

describe('nothing is lost', () => {
  it('tells a check whose cause is not told itself', () => {
    const film = { path: '专题微党课/课.mp4', item: '专题微党课/课.mp4', category: 'lecture' };
    const orphan = made('video.codec', 'unknown', film, { allowed: ['h264'] }, { because: 'file.readable' });
    expect(renderText(judgementOf([orphan]), plain)).toContain(
      '无法判定 · 视频编码：因“文件完好”一项的问题而无法判定',
    );
  });

  it('of a recording that does not say where it ends tells what settles it, which decoding does not', () => {
    const talk = { path: '战疫故事汇/录音.mp3', item: '战疫故事汇/录音.mp3', category: 'story' };
    const openEnded = made('file.readable', 'unknown', talk, {
      integrity: { state: 'unknown', cause: { kind: 'open-ended' } },
      format: 'mp3',
      decoded: false,
    });
    for (const language of LANGUAGES) {
      const text = renderText(judgementOf([openEnded]), { ...plain, language, columns: 400 });
      expect(text).toContain('four-ones confirm file.readable "战疫故事汇/录音.mp3" yes');
      expect(text).toMatch(/--deep 也查不出|--deep cannot tell either/);
      expect(text).toContain('M4A');
    }
  });

  it('tells checks that name each other as cause, and chains of causes, in full', () => {
    const film = { path: 'a.mp4', item: 'a.mp4' };
    const circle = [
      made('video.codec', 'unknown', film, { allowed: ['h264'] }, { because: 'video.scan' }),
      made('video.scan', 'unknown', film, {}, { because: 'video.codec' }),
    ];
    const text = renderText(judgementOf(circle), plain);
    expect(text).toContain('视频编码：');
    expect(text).toContain('扫描方式：');
    const chain = [
      made('file.readable', 'unknown', film, {
        integrity: { state: 'unknown', cause: { kind: 'no-prober' } },
        format: 'rmvb',
        decoded: false,
      }),
      made(
        'file.format',
        'fail',
        film,
        { role: 'video', allowed: ['mp4'], actual: 'rmvb', extension: 'rmvb' },
        { because: 'file.readable' },
      ),
      made('video.container', 'fail', film, { allowed: ['mp4'], actual: 'rmvb' }, { because: 'file.format' }),
    ];
    expect(renderText(judgementOf(chain), plain)).toContain('同一原因还影响：文件格式、视频封装');
  });

  it('shows faults in a category that the notice does not know', () => {
    const stray = made('photo.count', 'fail', { category: 'gone' }, { range: { min: 2 }, actual: 1 });
    expect(renderText(judgementOf([stray]), plain)).toContain('【gone】');
  });
});

// Wide, combining, joined and very long names; what they would do to a terminal is in show-name.test.ts.
const HARD_NAMES = [
  '长'.repeat(200),
  'résumé-café-e\u0301te\u0301.jpg'.normalize('NFD'),
  '👨‍👩‍👧‍👦🇨🇳全家福👍🏽.jpg',
  '한국어이름.jpg'.normalize('NFD'),
  'a'.repeat(300),
  '\u1100'.repeat(120),
  'x\u001b[2J\u001b]0;owned\u0007\r\n\u202egnp.jpg',
  'z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308.jpg',
];

function hardJudgement() {
  const items = HARD_NAMES.map((name) => ({
    category: 'story',
    title: name,
    path: name,
    parts: [part(name, 'photo', 'jpg')],
  }));
  const checks = HARD_NAMES.flatMap((path, at) => [
    made(
      'file.size',
      'fail',
      { path, item: path, category: 'story' },
      { role: 'photo', max: 10 * MEGABYTE, actual: (11 + at) * MEGABYTE },
    ),
    made('file.junk', 'unknown', { path: `${path}.lnk` }, { reason: 'link' }),
    made(
      'name.file',
      'fail',
      { path, item: path, category: 'story' },
      { expected: `${path}+2020`, problem: { kind: 'unsafe', characters: path } },
      { level: 'should' },
    ),
  ]);
  const strays = HARD_NAMES.map((path) => ({ path: `~$${path}`, reason: 'office-lock' as const }));
  return judgementOf(checks, {
    materials: { items, strays },
    folder: HARD_NAMES.join('/'),
    org: HARD_NAMES.join(''),
    notice: { ...notice, title: HARD_NAMES.join(' ') },
  });
}

describe.each(LANGUAGES)('layout in %s', (language) => {
  const cases = [sampleJudgement(), hardJudgement()];

  it.each([80, 40, 30])(
    'no line is wider than the terminal of %i columns, commands to copy excepted',
    (columns) => {
      for (const judgement of cases) {
        const lines = renderText(judgement, { language, columns, colors: false }).split('\n');
        const wide = lines.filter(
          (line) => stringWidth(line) > columns && !/^ *(?:ffmpeg|four-ones confirm) /.test(line),
        );
        expect(wide).toEqual([]);
      }
    },
  );

  it('a hostile name cannot emit an escape, a line end or a hidden character', () => {
    const text = renderText(hardJudgement(), { language, columns: 80, colors: false });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(text).toContain('\\x1b[2J');
  });

  it('colour changes no word, and is absent unless asked for', () => {
    for (const judgement of cases) {
      const plainText = renderText(judgement, { language, columns: 80, colors: false });
      const coloured = renderText(judgement, { language, columns: 80, colors: true });
      const stripped = coloured.replace(/\u001b\[\d+m/g, '');
      expect(stripped.split('\n').map((line) => line.trimEnd())).toEqual(plainText.split('\n'));
      expect(coloured).not.toBe(plainText);
    }
  });
});

it('ten thousand alike files stay one block, in a moment', () => {
  const items = Array.from({ length: 10_000 }, (_, at) => {
    const path = `战疫故事汇/照片${at}.jpg`;
    return { category: 'story', title: `照片${at}`, path, parts: [part(path, 'photo', 'jpg')] };
  });
  const checks = items.map(({ path }) =>
    made(
      'file.size',
      'fail',
      { path, item: path, category: 'story' },
      { role: 'photo', max: MEGABYTE, actual: 2 * MEGABYTE },
    ),
  );
  const text = renderText(judgementOf(checks, { materials: { items, strays: [] } }), plain);
  expect(text).toContain('文件太大（10000 个文件）');
  expect(text.split('\n').length).toBeLessThan(45);
});
