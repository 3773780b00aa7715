import { parseCalendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import type { Check, CheckArgs, CheckOf, Code, Result, Subject } from '../../src/model/check.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { Format, Role } from '../../src/model/format.ts';
import type { Item, Part, Stray } from '../../src/model/materials.ts';
import type { Category, Notice } from '../../src/model/notice.ts';
import type { Judgement } from '../../src/model/report.ts';
import { verdictOf } from '../../src/model/verdict.ts';

export const MEGABYTE = 1024 ** 2;

export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`no such day: ${text}`);
  return date;
}

type Extra = Partial<Pick<CheckOf<Code>, 'level' | 'clause' | 'because' | 'consequence'>>;

export function made<C extends Code>(
  code: C,
  result: Result,
  subject: Subject,
  args: CheckArgs[C],
  extra: Extra = {},
): CheckOf<C> {
  return { code, level: 'must', result, subject, args, ...extra };
}

function factsOf(format: Format): Facts {
  return { format, integrity: { state: 'whole' } };
}

export function part(path: string, role: Role, format: Format, bytes = MEGABYTE): Part {
  return { path, role, bytes, facts: factsOf(format) };
}

function category(id: string, name: string, more: Partial<Category> = {}): Category {
  return {
    id,
    name,
    aliases: [],
    accepts: ['text', 'photo', 'video'],
    quota: [],
    perPerson: [],
    workSize: [],
    choices: [],
    parts: [],
    info: [],
    forms: [],
    deadlines: [],
    routes: [],
    attestations: [],
    steps: [],
    media: {},
    ...more,
  };
}

const own = (section: string) => ({ notice: 'scau-2020', section });
const ministry = (section: string) => ({ notice: 'moe-2020', section });

export const notice: Notice = {
  id: 'scau-2020',
  title: '华南农业大学关于报送“四个一”行动材料的通知',
  year: 2020,
  lineage: ['scau-2020', 'moe-2020'],
  media: {},
  quotas: [],
  perPerson: [],
  forms: [],
  routes: [],
  attestations: [],
  steps: [],
  categories: [
    category('lecture', '专题微党课'),
    category('story', '战疫故事汇', {
      quota: [{ value: { min: 1 }, level: 'must', clause: own('二') }],
      deadlines: [{ on: day('2020-07-15'), rolling: false, level: 'should', clause: own('二') }],
    }),
    category('case', '党建特色案例', {
      quota: [{ value: { min: 1 }, level: 'must', clause: own('二') }],
      deadlines: [{ on: day('2020-10-15'), rolling: false, level: 'should', clause: own('二') }],
    }),
    category('press', '红色防火墙', {
      deadlines: [
        { on: day('2020-07-03'), label: '第一批', rolling: false, level: 'should', clause: own('二') },
        { on: day('2020-09-30'), label: '第二批', rolling: false, level: 'should', clause: own('二') },
      ],
    }),
  ],
};

const storyFolder = '战疫故事汇/逆行者的二十四小时';
const photoNames = ['合影.jpg', '出征.jpg', '值守.jpg', '送药.jpg', '测温.jpg', '归来.jpg'];

const items: readonly Item[] = [
  {
    category: 'lecture',
    title: '让党旗高高飘扬',
    path: '专题微党课/课.mp4',
    parts: [part('专题微党课/课.mp4', 'video', 'mp4')],
  },
  {
    category: 'lecture',
    title: '没拷完',
    path: '专题微党课/最终版-改3.mp4',
    parts: [part('专题微党课/最终版-改3.mp4', 'video', 'mp4')],
  },
  {
    category: 'story',
    title: '逆行者的二十四小时',
    path: storyFolder,
    parts: [
      part(`${storyFolder}/故事.docx`, 'text', 'word2003xml'),
      part(`${storyFolder}/推荐表（盖章）.pdf`, 'scan', 'pdf'),
      ...photoNames.map((name) => part(`${storyFolder}/${name}`, 'photo', 'jpg')),
      part(`${storyFolder}/全家福.jpg`, 'photo', 'heic'),
    ],
  },
  { title: '新建文件夹(2)', path: '新建文件夹(2)', parts: [part('新建文件夹(2)/材料.zip', 'other', 'zip')] },
];

const strays: readonly Stray[] = [
  { path: `${storyFolder}/~$故事.docx`, reason: 'office-lock' },
  { path: '.DS_Store', reason: 'system-litter' },
  { path: 'Thumbs.db', reason: 'system-litter' },
  { path: '专题微党课/片头.mp4', reason: 'empty' },
];

function lectureChecks(): readonly Check[] {
  const film = { path: '专题微党课/课.mp4', item: '专题微党课/课.mp4', category: 'lecture' };
  const half = { path: '专题微党课/最终版-改3.mp4', item: '专题微党课/最终版-改3.mp4', category: 'lecture' };
  const tip = { clause: ministry('提示一') };
  const because = { ...tip, because: 'file.readable' as const };
  const cutOff = { kind: 'cut-off', declared: 900 * MEGABYTE, actual: 412.5 * MEGABYTE } as const;
  const hd = { exact: [{ width: 1920, height: 1080 }] };
  return [
    made('file.readable', 'pass', film, { integrity: { state: 'whole' }, format: 'mp4', decoded: false }),
    made(
      'file.size',
      'pass',
      film,
      { role: 'video', max: 2 * 1024 ** 3, actual: 2_100_000_000 },
      { clause: own('三') },
    ),
    made('video.codec', 'fail', film, { allowed: ['h264'], actual: 'hevc', profile: 'Main 10' }, tip),
    made(
      'video.resolution',
      'fail',
      film,
      {
        rule: hd,
        actual: { width: 1080, height: 1920 },
        stored: { width: 1920, height: 1080 },
        rotation: 90,
      },
      tip,
    ),
    made(
      'video.duration',
      'pass',
      film,
      { range: { max: 1800 }, actual: 1520 },
      { clause: ministry('方案二(一)') },
    ),
    made(
      'video.duration',
      'fail',
      film,
      { range: { min: 900, max: 1200 }, actual: 1520 },
      { ...tip, level: 'should' },
    ),
    made('video.subtitles', 'unknown', film, { asked: 'required', found: { kind: 'not-in-file' } }, tip),
    made('file.readable', 'fail', half, {
      integrity: { state: 'broken', cause: cutOff },
      format: 'mp4',
      decoded: false,
    }),
    made('video.codec', 'unknown', half, { allowed: ['h264'] }, because),
    made('video.resolution', 'unknown', half, { rule: hd }, because),
    made('video.duration', 'unknown', half, { range: { max: 1800 } }, because),
  ];
}

function storyChecks(): readonly Check[] {
  const work = { item: storyFolder, category: 'story' };
  const file = (name: string) => ({ ...work, path: `${storyFolder}/${name}` });
  const three = { clause: own('三') };
  const squeezed = { verdict: 'likely', signs: ['no-exif', 'messenger-size'] } as const;
  return [
    made(
      'file.format',
      'fail',
      file('故事.docx'),
      { role: 'text', allowed: ['docx', 'doc'], actual: 'word2003xml', extension: 'docx' },
      three,
    ),
    made(
      'scan.encrypted',
      'fail',
      file('推荐表（盖章）.pdf'),
      { lock: 'password' },
      { clause: ministry('三') },
    ),
    ...photoNames.map((name, at) =>
      made(
        'file.size',
        'fail',
        file(name),
        { role: 'photo', max: 10 * MEGABYTE, actual: (11.2 + at) * MEGABYTE },
        three,
      ),
    ),
    ...photoNames.map((name) =>
      made('photo.original', 'fail', file(name), { recompression: squeezed }, { ...three, level: 'should' }),
    ),
    made(
      'file.format',
      'fail',
      file('全家福.jpg'),
      { role: 'photo', allowed: ['jpg'], actual: 'heic', extension: 'jpg' },
      three,
    ),
    made(
      'name.file',
      'fail',
      file('全家福.jpg'),
      { expected: '', problem: { kind: 'extension', format: 'heic' } },
      { level: 'should' },
    ),
    made('form.missing', 'fail', work, { form: '“战疫故事汇”推荐表', annex: '附件1' }, { clause: own('二') }),
    made(
      'text.images',
      'unknown',
      file('故事.docx'),
      { asked: 'separate', supplied: 7 },
      { ...three, because: 'file.format' },
    ),
  ];
}

function otherChecks(): readonly Check[] {
  const zip = { path: '新建文件夹(2)/材料.zip', item: '新建文件夹(2)' };
  return [
    made('materials.none', 'pass', {}, { strays: strays.length }),
    made('file.empty', 'fail', { path: '专题微党课/片头.mp4' }, { reason: 'empty' }),
    ...strays
      .slice(0, 3)
      .map(({ path, reason }) => made('file.junk', 'fail', { path }, { reason }, { level: 'may' })),
    made('file.unclassified', 'unknown', zip, {
      problem: 'archive',
      candidates: ['专题微党课', '战疫故事汇'],
    }),
    made(
      'quota.min',
      'pass',
      { category: 'story' },
      { categories: ['战疫故事汇'], min: 1, actual: 1, unsorted: 0, daysLeft: 5 },
    ),
    made(
      'quota.min',
      'skip',
      { category: 'case' },
      { categories: ['党建特色案例'], min: 1, actual: 0, unsorted: 0, daysLeft: 97 },
    ),
    made(
      'attest',
      'unknown',
      { category: 'lecture' },
      { id: 'lecture-given', text: '党支部书记已在 7 月 1 日前讲授专题微党课' },
      { clause: { notice: 'scau-2020' } },
    ),
    ...['用微信关注公众号 sizhengwang_cn', '在公众号里回复“四个一”', '按公众号的提示提交作品'].flatMap(
      (text) =>
        ['lecture', 'story'].map((id) =>
          made(
            'manual',
            'unknown',
            { category: id },
            { text, route: '高校思政网（微信公众号）' },
            { level: 'may', clause: ministry('提示五2') },
          ),
        ),
    ),
  ];
}

export function judgementOf(checks: readonly Check[], more: Partial<Judgement> = {}): Judgement {
  const counts = { pass: 0, fail: 0, unknown: 0, skip: 0 };
  for (const { result } of checks) counts[result] += 1;
  const strict = more.strict ?? false;
  return {
    verdict: verdictOf(checks, strict),
    strict,
    notice,
    org: '马克思主义学院党委',
    date: day('2020-07-10'),
    folder: './materials',
    materials: { items, strays },
    checks,
    counts,
    ...more,
  };
}

/** A folder with the faults secretaries really meet. */
export function sampleJudgement(): Judgement {
  return judgementOf([...otherChecks(), ...lectureChecks(), ...storyChecks()]);
}
