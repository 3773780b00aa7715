import type { Route } from '../../src/model/notice.ts';
import { describe, expect, it } from 'vitest';
import { planBundles } from '../../src/bundle/plan-bundles.ts';
import { UsageError } from '../../src/model/problems.ts';
import { bytesOf } from '../../src/bundle/fit-name.ts';
import {
  category,
  clause,
  input,
  item,
  notice,
  ORG,
  organisation,
  part,
  pattern,
  planned,
  renamed,
  storyForm,
} from './make-plan.ts';

const P = `${ORG}+战疫故事汇+20200715`;

describe('the names an office asked for', () => {
  it('gives one file alone the bare pattern, with the extension its bytes call for', () => {
    const photo = part('战疫故事汇/a/x.jpeg');
    expect(renamed(input([item('a', [photo])]))).toEqual({ 'x.jpeg': `${P}.jpg` });
    expect(renamed(input([item('a', [{ ...photo, path: '战疫故事汇/a/x.png' }])]))).toEqual({
      'x.png': `${P}.jpg`,
    });
  });

  it('tells the files of one work apart in words a reader understands', () => {
    expect(renamed(input([item('a', ['b.jpg', 'a.jpg', '稿.docx', '表.pdf', '片.mp4', '片.srt'])]))).toEqual({
      '稿.docx': `${P}+正文.docx`,
      'b.jpg': `${P}+图1.jpg`,
      'a.jpg': `${P}+图2.jpg`,
      '表.pdf': `${P}+扫描件.pdf`,
      '片.mp4': `${P}+视频.mp4`,
      '片.srt': `${P}+视频.srt`,
    });
  });

  it('numbers pictures so that they sort', () => {
    const names = Object.values(
      renamed(
        input([
          item(
            'a',
            Array.from({ length: 12 }, (_, i) => `${i}.jpg`),
          ),
        ]),
      ),
    );
    expect(names[0]).toBe(`${P}+图01.jpg`);
    expect(names[11]).toBe(`${P}+图12.jpg`);
  });

  it('keeps subtitles under the stem of their film, or no player finds them', () => {
    const files = ['甲.mp4', '乙.mp4', '乙.zh.srt', '乙.en.srt', '甲.srt', '散.srt'];
    expect(renamed(input([item('a', files)]))).toEqual({
      '甲.mp4': `${P}+视频1.mp4`,
      '甲.srt': `${P}+视频1.srt`,
      '乙.mp4': `${P}+视频2.mp4`,
      '乙.zh.srt': `${P}+视频2.zh.srt`,
      '乙.en.srt': `${P}+视频2.en.srt`,
      '散.srt': `${P}+字幕.srt`,
    });
    expect(renamed(input([item('a', ['课.mp4', '课.srt'])]))).toEqual({
      '课.mp4': `${P}.mp4`,
      '课.srt': `${P}.srt`,
    });
  });

  it('puts the title between where a bundle holds several works, and numbers works of one title', () => {
    const works = [item('逆行', ['a.docx', 'b.jpg']), item('坚守', ['c.docx']), item('坚守', ['d.docx'])];
    expect(renamed(input(works))).toEqual({
      'a.docx': `${P}+逆行+正文.docx`,
      'b.jpg': `${P}+逆行+图1.jpg`,
      'c.docx': `${P}+坚守.docx`,
      'd.docx': `${P}+坚守（2）.docx`,
    });
  });

  it('follows the pattern of the notice: joiner, title, date', () => {
    const own = { ...pattern('{org}-{title}'), name: '教育素材' };
    const given = input([item('故事：“一”/二?', ['a.docx', 'b.jpg'])], { notice: notice([category(own)]) });
    expect(renamed(given)).toEqual({
      'a.docx': `${ORG}-故事：“一”／二？-正文.docx`,
      'b.jpg': `${ORG}-故事：“一”／二？-图1.jpg`,
    });
    expect(planned(given).bundles[0]?.name).toBe(`${ORG}-故事：“一”／二？`);
  });

  it('trusts the title a person wrote before the folder name', () => {
    const info = { path: 'x', fields: { title: '写明的题目', authors: ['张三', '李四'] }, others: {} };
    const given = input([item('a', ['a.docx'], { info })], {
      notice: notice([category(pattern('{org}+{title}+{authors}'))]),
    });
    expect(renamed(given)).toEqual({ 'a.docx': `${ORG}+写明的题目+张三、李四.docx` });
  });

  it('writes neither unit nor author into the name of a file that is judged unsigned', () => {
    const info = { path: 'x', fields: { authors: ['张三'] }, others: {} };
    const blind = {
      id: 'blind',
      name: '活页',
      words: ['活页'],
      media: { anonymous: { value: true, level: 'must', clause } },
    } as const;
    const parts = [{ value: { role: 'text', named: blind }, level: 'must', clause }] as const;
    const names = (naming: string) =>
      Object.values(
        renamed(
          input([item('量子', ['活页.docx', '申请书.docx'], { info })], {
            notice: notice([category({ ...pattern(naming), parts })]),
          }),
        ),
      );
    expect(names('{org}+{author}+{title}')).toEqual(['量子+活页.docx', `${ORG}+张三+量子+正文.docx`]);
    expect(names('{category}（{author}）')).toEqual(['战疫故事汇+活页.docx', '战疫故事汇（张三）+正文.docx']);
    expect(names('{author}')).toEqual(['量子+活页.docx', '张三+正文.docx']);
  });

  it('hold what a work says under a label of its own, as 作品信息.yaml writes it', () => {
    const info = (others: Record<string, string>) => ({
      info: { path: 'x', fields: { authors: ['张三'] }, others },
    });
    const given = (others: Record<string, string>) =>
      input([item('秋叶', ['a.docx'], info(others))], {
        notice: notice([category(pattern('{班级}-{学号}-{作者}-{title}'))]),
      });
    expect(renamed(given({ '班 级': '计科2班', 学号: '2020001' }))).toEqual({
      'a.docx': '计科2班-2020001-张三-秋叶.docx',
    });
    expect(planBundles(given({ 班级: '计科2班' }))).toEqual({
      kind: 'missing',
      missing: [{ item: '战疫故事汇/秋叶', variable: '学号' }],
    });
  });

  it('names what the pattern asks for and nobody has said, instead of leaving a hole', () => {
    const given = input([item('a', ['a.docx'])], {
      notice: notice([category(pattern('{org}+{presenter}'))]),
    });
    expect(planBundles(given)).toEqual({
      kind: 'missing',
      missing: [{ item: '战疫故事汇/a', variable: 'presenter' }],
    });
  });
});

describe('names that every system can hold', () => {
  it('shortens the title only, at a letter, and the same way for all files of the work', () => {
    const title = '疫'.repeat(300);
    const given = input([item(title, ['a.docx', 'b.jpg'])], {
      notice: notice([category(pattern('{org}+{title}'))]),
    });
    const names = Object.values(renamed(given));
    for (const name of names) {
      expect(bytesOf(name)).toBeLessThanOrEqual(255);
      expect(name).toMatch(/^马克思主义学院党委\+疫+…\+(正文\.docx|图1\.jpg)$/u);
    }
    expect(bytesOf(names[0] ?? '')).toBeGreaterThan(250);
    expect(bytesOf(planned(given).bundles[0]?.name ?? '')).toBeLessThanOrEqual(
      255 - '.v9999.bundle.json'.length,
    );
  });

  it('refuses a unit so long that nothing else fits, instead of cutting it', () => {
    const given = input([item('a', ['a.docx'])], { org: '马'.repeat(90) });
    expect(() => planBundles(given)).toThrow(UsageError);
  });

  it.each([
    ['CON', 'CON_.docx', 'a device of DOS opens instead of the file'],
    ['com1.课', 'com1_.课.docx', 'also with an extension'],
    ['~$a', '～$a.docx', 'Word takes it for a lock file'],
    ['.隐藏. ', '隐藏.docx', 'hidden on Unix, cut on Windows'],
    ['甲\u202e乙\n丙', '甲乙 丙.docx', 'letters that turn the name around'],
    ['e\u0301', 'é.docx', 'macOS would compose it later'],
  ])('%j becomes %j: %s', (title, expected) => {
    const given = input([item(title, ['a.docx'])], { notice: notice([category(pattern('{title}'))]) });
    expect(renamed(given)).toEqual({ 'a.docx': expected });
  });
});

describe('nothing is planned where a file would be lost', () => {
  it('reports a name that every bundle needs itself', () => {
    const given = input([item('报送清单', ['a.docx'])], { notice: notice([category(pattern('{title}'))]) });
    expect(renamed(given)).toEqual({ 'a.docx': '报送清单（2）.docx' });
    const fixed = input([item('x', ['a.docx'])], {
      org: '报送清单',
      notice: notice([category(pattern('{org}'))]),
    });
    expect(planBundles(fixed)).toMatchObject({ kind: 'clashes', clashes: [{ name: '报送清单.docx' }] });
  });

  it('reports two bundles of one name, whatever their case', () => {
    const two = [category(pattern('{org}')), category({ ...pattern('{org}'), id: 'case', name: '案例' })];
    const works = [item('a', ['a.docx']), { ...item('b', ['b.docx']), category: 'case' }];
    expect(planBundles(input(works, { notice: notice(two) }))).toMatchObject({ kind: 'clashes' });
  });
});

describe('routes, forms and what is left to a person', () => {
  it('sends small works one way and large ones another, with the words on the envelope filled in', () => {
    const step = (text: string) => ({ text, clause });
    const web: Route = { id: 'web', when: { max: 10 }, steps: [step('上传“{bundle}”')] };
    const disk: Route = {
      id: 'disk',
      when: { min: 11 },
      steps: [step('拷“{bundle}”')],
      label: '{category}：{org}',
    };
    const routed = notice([category({ routes: ['web', 'disk'] })], [web, disk]);
    const planned = (bytes: number) => {
      const plan = planBundles(
        input([item('甲', [part('战疫故事汇/甲/a.docx', { bytes })])], { notice: routed }),
      );
      return plan.kind === 'plan'
        ? plan.plan.bundles.map(({ route, steps, label }) => [route?.id, steps[0]?.text, label])
        : plan;
    };
    const name = `${ORG}+战疫故事汇+20200715`;
    expect(planned(10)).toEqual([['web', `上传“${name}”`, undefined]]);
    expect(planned(11)).toEqual([['disk', `拷“${name}”`, `战疫故事汇：${ORG}`]]);
  });

  it('makes one bundle for each route, and says which is which', () => {
    const wechat = { id: 'wechat', name: '微信公众号', steps: [{ text: '回复“四个一”', clause }] };
    const given = input([item('a', ['a.docx'])], {
      notice: notice([category({ routes: ['organisation', 'wechat'] })], [organisation, wechat]),
    });
    const [mail, hand] = planned(given).bundles;
    expect(mail).toMatchObject({ name: P, mail: { to: 'a@example.cn', subject: P } });
    expect(hand).toMatchObject({ name: `${P}（微信公众号）`, steps: [{ text: '回复“四个一”' }] });
  });

  it('puts no mark of ours into a subject, nor onto the first attachment, whichever way stands first', () => {
    const wechat = { id: 'wechat', name: '微信公众号', steps: [{ text: '回复', clause }] };
    const other: Route = { ...organisation, id: 'other', name: '宣传部邮箱' };
    const own = category({ routes: ['wechat', 'organisation', 'other'] });
    const given = input([item('a', ['a.docx'])], { notice: notice([own], [wechat, organisation, other]) });
    expect(planned(given).bundles.map(({ name, mail }) => [name, mail?.subject])).toEqual([
      [`${P}（微信公众号）`, undefined],
      [P, P],
      [`${P}（宣传部邮箱）`, P],
    ]);
  });

  it('plans a form for each work that has none, and leaves a supplied one alone', () => {
    const forms = [{ value: 'story-form', level: 'must', clause } as const];
    const own = part('战疫故事汇/b/表.docx', { role: 'form', form: 'story-form' });
    const stamped = part('战疫故事汇/c/表.pdf', { form: 'story-form' });
    const works = [item('a', ['a.docx']), item('b', [own]), item('c', [stamped, 'c.docx'])];
    const given = { notice: notice([category({ forms })]) };
    expect(renamed(input(works, { ...given, fillable: ['story-form'] }))).toEqual({
      'a.docx': `${P}+a+正文.docx`,
      'story-form': `${P}+a+推荐表.docx`,
      '表.docx': `${P}+b.docx`,
      '表.pdf': `${P}+c+推荐表扫描件.pdf`,
      'c.docx': `${P}+c+正文.docx`,
    });
    expect(planned(input(works, given)).bundles[0]?.needs).toEqual([
      { kind: 'form', form: 'story-form', item: '战疫故事汇/a' },
    ]);
  });

  it('names what goes into no bundle', () => {
    const { title, path, parts } = item('x', ['x.docx']);
    expect(planned(input([{ title, path, parts }])).leftOut).toEqual([
      { path: '战疫故事汇/x/x.docx', reason: 'no-category' },
    ]);
  });

  it('names what the subject of a mail lacks', () => {
    const subject = '{title}+{topic}+{keywords}';
    const route = {
      ...organisation,
      mail: { to: 'a@example.cn', subject, attach: 'files', clause } as const,
    };
    const info = { path: 'x', fields: { keywords: ['甲', '乙', '丙'] }, others: {} };
    const [bundle] = planned(
      input([item('课', ['a.mp4'], { info })], { notice: notice([category()], [route]) }),
    ).bundles;
    expect(bundle?.mail?.subject).toBe('课+甲、乙、丙');
    expect(bundle?.needs).toContainEqual({ kind: 'mail', fields: ['topic'], item: '战疫故事汇/课' });
  });
});

describe('ways that each take a part of a work', () => {
  const disk: Route = {
    id: 'disk',
    name: '网盘',
    of: [{ kind: 'works' }],
    steps: [{ text: '上传', clause }],
  };
  const films: Route = { ...disk, id: 'films', of: [{ kind: 'role', role: 'video' }] };
  const box: Route = { ...organisation, id: 'box', of: [{ kind: 'form', id: 'story-form' }] };
  const scan = part('战疫故事汇/a/推荐表（盖章）.pdf', { form: 'story-form' });
  const files = ['稿.docx', '片.mp4', '片.srt', scan] as const;
  const going = (routes: readonly Route[]) => {
    const own = category({ routes: routes.map(({ id }) => id) });
    const { bundles, leftOut } = planned(input([item('a', files)], { notice: notice([own], routes) }));
    const sent = bundles.map((bundle) => bundle.files.map(({ source }) => source.split('/').at(-1)));
    return { sent, leftOut };
  };

  it('sends the stamped scan of a form where forms go, though it is a scan', () => {
    expect(going([disk, box])).toEqual({
      sent: [['稿.docx', '片.mp4', '片.srt'], ['推荐表（盖章）.pdf']],
      leftOut: [],
    });
  });

  it('names what no way takes, and makes no empty bundle', () => {
    const photos: Route = { ...disk, id: 'photos', of: [{ kind: 'role', role: 'photo' }] };
    expect(going([films, box, photos])).toEqual({
      sent: [['片.mp4', '片.srt'], ['推荐表（盖章）.pdf']],
      leftOut: [{ path: '战疫故事汇/a/稿.docx', reason: 'no-route' }],
    });
  });

  it('calls a file the same whichever way it goes', () => {
    const own = category({ routes: ['films'] });
    const { bundles } = planned(input([item('a', files)], { notice: notice([own], [films]) }));
    expect(bundles[0]?.files.map(({ name }) => name)).toEqual([`${P}+视频.mp4`, `${P}+视频.srt`]);
  });

  it('measures what goes this way alone, where a way is for small materials', () => {
    const heavy = part('战疫故事汇/a/片.mp4', { bytes: 100 });
    const small: Route = { ...box, when: { max: 10 } };
    const own = category({ routes: ['disk', 'box'] });
    const { bundles } = planned(input([item('a', [heavy, scan])], { notice: notice([own], [disk, small]) }));
    expect(bundles.map(({ route }) => route?.id)).toEqual(['disk', 'box']);
  });

  it('asks for a form that nobody can fill here, though its way has nothing to carry yet', () => {
    const forms = [{ value: 'story-form', level: 'must' as const, clause }];
    const own = category({ routes: ['disk', 'box'], forms });
    const { bundles } = planned(input([item('a', ['稿.docx'])], { notice: notice([own], [disk, box]) }));
    expect(bundles.map(({ route, needs }) => [route?.id, needs])).toEqual([
      ['disk', [{ kind: 'form', form: 'story-form', item: '战疫故事汇/a' }]],
    ]);
  });

  it('asks for the stamp of a form only where the form goes', () => {
    const stamped = { ...storyForm, copies: ['word', 'stamped'] as const };
    const forms = [{ value: 'story-form', level: 'must' as const, clause }];
    const own = category({ routes: ['disk', 'box'], forms });
    const whole = { ...notice([own], [disk, box]), forms: [stamped] };
    const { bundles } = planned(input([item('a', ['稿.docx'])], { notice: whole, fillable: ['story-form'] }));
    expect(bundles.map(({ needs }) => needs.map(({ kind }) => kind))).toEqual([[], ['stamp']]);
  });
});
