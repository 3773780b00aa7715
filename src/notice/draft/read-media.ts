import type { Role } from '../../model/format.ts';
import { levelOf, type Finding, type Value } from './finding.ts';
import { readAmounts, type Amount } from './read-amounts.ts';
import { ROLE_NAMES, type Clause } from './roles-in.ts';

interface Measure {
  readonly key: string;
  readonly unit: string;
  readonly write: (figure: string, unit: string) => string | undefined;
  /** Kinds of file that have it. */
  readonly roles: readonly Role[];
  /** A clause that is about something else, whatever its figures. */
  readonly unless?: RegExp;
  /** Words that must stand in the clause. */
  readonly only?: RegExp;
  /** The kind of file must have been named. */
  readonly known?: true;
  /** Without a word of it, the first of these kinds is meant. */
  readonly usual?: true;
  /** A soft figure (左右) cannot be said. */
  readonly hard?: true;
  /** Its key where it is of the sound of a film. */
  readonly track?: 'sampleRate' | 'soundBitRate';
  /** A bare figure is meant exactly: 帧率25帧/秒. */
  readonly exact?: true;
}

const seconds = (figure: string, unit: string) =>
  `${figure}${/^小时|^h/i.test(unit) ? 'h' : /^秒|^s/i.test(unit) ? 's' : 'min'}`;
const whole = (figure: string) => (/^\d+$/.test(figure) ? String(Number(figure)) : undefined);
const FILES: readonly Role[] = ['video', 'photo', 'audio', 'text', 'scan', 'slides', 'form'];

const MEASURES: readonly Measure[] = [
  {
    key: 'bitRate', unit: String.raw`(?:(?:[MK]|千|兆)(?:bps|b/s|bit/s|比特/秒)|(?<=码[率流].{0,20})[MK](?![A-Za-z0-9/]))`, roles: ['video', 'audio'],
    write: (figure, unit) => `${figure}${/M|兆/i.test(unit) ? 'M' : 'k'}`, track: 'soundBitRate',
  },
  {
    key: 'size', unit: String.raw`(?:M|G|K(?=B)|兆|T(?=B))(?:B|字节)?(?![A-Za-z0-9/])`, roles: FILES, hard: true,
    write: (figure, unit) => `${figure}${unit.startsWith('兆') ? 'M' : unit.slice(0, 1).toUpperCase()}`,
    unless: /附件|邮件|压缩包|总大小|总容量|总量|打包|合计|码率|码流|比特率|带宽|小样|样片/,
  },
  {
    key: 'duration', unit: String.raw`(?:小时|分钟|分(?=以内|之内|左右|内|$)|秒钟?|min(?:utes?)?|h(?=\b))`, roles: ['video', 'audio'],
    write: seconds, unless: /答辩|展示环节|会议|演讲时间|提问|片头|片尾|片花|预告/,
  },
  { key: 'words', unit: '(?:个)?(?:汉)?字(?:符)?(?![幕体号段数样节])', roles: ['text'], write: whole, unless: /简介|摘要|概述|说明|标题|题目|关键词|名称|理由|介绍|意见|描述|梗概|阐述|思路/ },
  { key: 'captions', unit: '(?:个)?(?:汉)?字(?![幕体号段数样节])', roles: ['photo'], write: whole, only: /说明/, known: true },
  { key: 'lines', unit: '行(?=以内|之内|内|左右|以上|$)', roles: ['text'], write: whole, unless: /段前|段后|间距|行距|空/ },
  { key: 'pages', unit: '页', roles: ['scan', 'slides'], write: whole, usual: true },
  { key: 'dpi', unit: 'dpi', roles: ['photo'], write: whole },
  { key: 'area', unit: '万像素', roles: ['photo'], write: (figure) => `${figure}万` },
  { key: 'longEdge', unit: '(?:像素|px|pixels?)', roles: ['photo'], write: whole, only: /长边|最长边|边长/ },
  { key: 'shortEdge', unit: '(?:像素|px|pixels?)', roles: ['photo'], write: whole, only: /短边|最短边|单边|每边/ },
  { key: 'frameRate', unit: '(?:帧(?:/秒|/s|每秒)?|fps)', roles: ['video'], write: (figure) => figure, exact: true },
  { key: 'sampleRate', unit: 'k?hz', roles: ['video', 'audio'], write: (figure, unit) => `${figure}${/^k/i.test(unit) ? 'kHz' : 'Hz'}`, only: /采样/, exact: true, track: 'sampleRate' },
]; // prettier-ignore

/** Sizes, lengths, figures of pictures and sound: every amount of a clause, for the kind of file it is about. */
export function readMeasures(clause: Clause, aside = false): readonly Finding[] {
  return [...readWorkSize(clause), ...ofFiles(clause, aside)];
}

/** 每件作品总大小不超过500M: not of any of its files. */
function readWorkSize({ text, refused }: Clause): readonly Finding[] {
  if (!/(?:每|单|一)(?:件|个|部|份|套|组)[^,]{0,8}(?:总大小|总容量|总量|合计|总共)/.test(text)) return [];
  return MEASURES.filter(({ key }) => key === 'size').flatMap(({ unit, write }) =>
    readAmounts(text, unit, write, refused).flatMap(({ sides, bare }): Finding[] => {
      const value: Value = {
        kind: 'range',
        sides: bare === undefined ? sides : { max: bare },
        ...levelOf(text),
      };
      return [
        { readings: [{ target: { kind: 'work-size' }, value }], ...(bare !== undefined && { unsure: true }) },
      ];
    }),
  );
}

function ofFiles(clause: Clause, aside: boolean): readonly Finding[] {
  return MEASURES.flatMap((measure) => {
    if (aside && measure.key === 'words') return [];
    if (measure.unless?.test(clause.text) === true || measure.only?.test(clause.text) === false) return [];
    const amounts = readAmounts(clause.text, measure.unit, measure.write, clause.refused);
    const choice = choiceIn(amounts, clause.text);
    if (choice) return findingsOf(measure, choice, clause);
    return amounts.flatMap((amount) => findingsOf(measure, amount, clause));
  });
}

/** 15秒或30秒: one of them. */
function choiceIn(amounts: readonly Amount[], text: string): Choice | undefined {
  const figures = amounts.flatMap(({ bare }) => bare ?? []);
  return figures.length === 2 && amounts.length === 2 && /\d\D{1,4}或\s?\d/.test(text)
    ? { figures }
    : undefined;
}

interface Choice {
  readonly figures: readonly string[];
}

function findingsOf(measure: Measure, amount: Amount | Choice, clause: Clause): readonly Finding[] {
  if ('figures' in amount) {
    const yaml = `{ anyOf: [${amount.figures.join(', ')}] }`;
    return proposed(measure, [{ kind: 'raw', yaml, ...levelOf(clause.text) }], clause);
  }
  const { sides, bare } = amount;
  if (measure.hard === true && sides.about !== undefined)
    return [{ readings: [], note: '“左右”的大小没有写法' }];
  const values: readonly Value[] =
    bare === undefined
      ? [{ kind: 'range', sides, ...levelOf(clause.text) }]
      : [
          ...(measure.exact === true ? [] : ([{ kind: 'range', sides: { max: bare } }] as const)),
          {
            kind: 'range',
            sides: { min: bare, max: bare },
            ...(measure.exact === true && levelOf(clause.text)),
          },
        ];
  return proposed(measure, values, clause);
}

/** For the kind of file that the clause is about. */
function proposed(measure: Measure, values: readonly Value[], clause: Clause): readonly Finding[] {
  const track = trackKey(measure, clause);
  const key = track ?? measure.key;
  const readingsOf = (role: Role) =>
    values.map((value) => ({ target: { kind: 'media', role, key } as const, value }));
  const fitting = (roles: readonly Role[]) => roles.filter((role) => measure.roles.includes(role));
  const own = track !== undefined ? (['video'] as const) : fitting(clause.roles);
  const about = own.length > 0 ? own : fitting(clause.before);
  const [first, ...others] = measure.roles;
  // A measure that only one kind of file has needs no word of it.
  if (about.length === 0 && measure.known === true) return [];
  const isClear = others.length === 0 || measure.usual === true;
  const roles = about.length === 0 && first !== undefined && isClear ? [first] : about;
  if (roles.length === 0)
    return [{ readings: measure.roles.slice(0, 3).flatMap(readingsOf), note: '没有说是哪一种文件' }];
  if (roles.length > 1 && !/[、和及与或]|均|都|各/.test(clause.text))
    return [{ readings: roles.flatMap(readingsOf), note: '说的是其中哪一种' }];
  const note =
    roles.length > 1 || (about.length > 0 && (clause.carried || own.length === 0))
      ? `指${named(roles)}`
      : undefined;
  return roles.map((role) => ({ readings: readingsOf(role), ...(note !== undefined && { note }) }));
}

/** Where the words before are about a film, the sound is its own; unless recordings are handed in as such. */
function trackKey({ track, key }: Measure, { text, roles, before }: Clause): string | undefined {
  const isOfFilm = before.includes('video') && !/音频(?:作品|文件|类)|录音/.test(text);
  if (track === key) return isOfFilm ? track : undefined;
  const isOfSound = /音频|声音|伴音/.test(text) && (text.match(/码[率流]/g) ?? []).length < 2;
  return isOfSound && (isOfFilm || roles.includes('video')) ? track : undefined;
}

function named(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_NAMES[role] ?? role).join('、');
}
