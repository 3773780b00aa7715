import type { Code } from '../model/check.ts';
import { ROLES, type Role } from '../model/format.ts';
import type { MediaByRole, MediaRules } from '../model/media-rules.ts';
import type { Category, Notice } from '../model/notice.ts';
import type { Clause, Level } from '../model/ruled.ts';
import type { Language } from '../model/report.ts';
import { noticeWords, type NoticeWords } from './describe-notice-words.ts';
import { visible } from './show-name.ts';

/** Where a notice asks for what a check looks at: `照片：scau-2020 三（必须）`. Empty: it does not ask. */
export function findClauses(code: Code, notice: Notice, language: Language): readonly string[] {
  const words = noticeWords(language);
  const lines = [
    ...mediaLines(code, notice.media, words),
    ...notice.categories.flatMap((category) => [
      ...mediaLines(code, category.media, words),
      ...category.parts.flatMap(({ value }) =>
        value.named ? mediaLines(code, { [value.role]: value.named.media }, words) : [],
      ),
      ...categoryRules(code, category, notice).map((rule) => lineOf(category.name, rule, words)),
    ]),
    ...wholeRules(code, notice).map((rule) => lineOf(words.labels.whole, rule, words)),
    ...routeSteps(code, notice, words),
  ];
  return [...new Set(lines)];
}

/** Asked whatever the notice says: a file must open, be known for what it is, and hold something. */
export function isHouseRule(code: Code): boolean {
  return ASKED_BY[code] === 'always';
}

interface Sourced {
  readonly clause: Clause;
  readonly level?: Level;
}

/** Asked whatever the notice says; or by these rules for files; or by what a category says. */
type Asked =
  'always' | readonly (keyof MediaRules)[] | ((category: Category, notice: Notice) => readonly Sourced[]);

const ASKED_BY: Readonly<Record<Code, Asked>> = {
  'materials.none': 'always',
  'file.unclassified': 'always',
  'file.junk': 'always',
  'file.empty': 'always',
  'file.readable': 'always',
  'file.format': ['formats'],
  'file.size': ['size'],
  'file.size-min': ['size'],
  'video.container': ['formats'],
  'video.codec': ['codecs'],
  'video.profile': ['codecProfiles', 'codecLevel'],
  'video.resolution': ['resolution'],
  'video.aspect': ['aspect'],
  'video.orientation': ['orientation'],
  'video.duration': ['duration'],
  'video.subtitles': ['subtitles'],
  'video.audio': ['sound'],
  'video.pixel-format': ['pixelFormats'],
  'video.scan': ['scanType'],
  'video.fps': ['frameRate'],
  'video.bitrate': ['bitRate'],
  'video.faststart': ['faststart'],
  'video.bars': ['bars'],
  'video.picture': ['still'],
  'video.clipping': ['clipping'],
  'video.level': ['peak'],
  'audio.duration': ['duration'],
  'sound.codec': ['soundCodecs'],
  'sound.sample-rate': ['sampleRate'],
  'sound.channels': ['channels'],
  'sound.bitrate': ['bitRate', 'soundBitRate'],
  'photo.pixels': ['longEdge', 'shortEdge', 'area', 'resolution'],
  'photo.aspect': ['aspect'],
  'photo.orientation': ['orientation'],
  'photo.dpi': ['dpi'],
  'photo.print-size': ['printSize'],
  'photo.color': ['color'],
  'photo.original': ['original'],
  'scan.pages': ['pages'],
  'scan.encrypted': ['unlocked'],
  'scan.seal': ['seal'],
  'slides.media': 'always',
  'text.words': ['words'],
  'text.lines': ['lines'],
  'text.images': ['pictures'],
  'text.contact': ['contact'],
  'text.layout': ['layout'],
  'text.sections': ['sections'],
  'text.title': ['titlePattern'],
  'text.figures': ['figures'],
  'text.byline': ['byline'],
  'text.signature': ['signature'],
  'text.anonymous': ['anonymous'],
  'photo.caption': ['captions'],
  'photo.count': ({ parts }) => parts.filter(({ value }) => value.role === 'photo'),
  'item.parts': ({ parts }) => parts,
  'item.choice': ({ choices }) => choices,
  'item.size': ({ workSize }) => workSize,
  'item.date': ({ workDates }) => (workDates ? [workDates] : []),
  'item.info': ({ info }) => info,
  'form.missing': ({ forms, summary }) => [...forms, ...(summary?.value.stamped ? [summary] : [])],
  'form.fields': ({ forms, summary }) => [...forms, ...(summary ? [summary] : [])],
  'form.facts': ({ forms }) => forms,
  'form.values': ({ forms }, notice) =>
    notice.forms.flatMap(({ id, fields = [] }) => (forms.some(({ value }) => value === id) ? fields : [])),
  'quota.min': ({ quota }) => quota,
  'quota.max': ({ quota }) => quota,
  'quota.unit': ({ quota }) => quota.filter(({ value }) => value.byUnit),
  'quota.person': ({ perPerson }) => perPerson,
  'name.file': ({ naming }) => (naming ? [naming] : []),
  'bundle.size': ({ packing }) => ((packing?.value.size ?? packing?.value.each?.size) ? [packing] : []),
  'time.deadline': ({ deadlines, allYear }) => [...deadlines, ...(allYear ? [allYear] : [])],
  attest: ({ attestations }) => attestations,
  manual: ({ steps }) => steps,
};

/** A role's own codes speak of that role alone: the bit rate of a recording is none of a film's. */
const ROLE_OF_CODE: Readonly<Record<string, Role>> = {
  video: 'video',
  audio: 'audio',
  photo: 'photo',
  scan: 'scan',
  text: 'text',
};
/** But for these, which are asked of others as well. */
const ALSO_OF: Readonly<Partial<Record<Code, readonly Role[]>>> = {
  'video.aspect': ['slides'],
  'scan.pages': ['slides'],
  'scan.encrypted': ['slides'],
  'text.anonymous': ['scan', 'slides', 'other'],
};

function mediaLines(code: Code, media: MediaByRole, words: NoticeWords): readonly string[] {
  const [kind = ''] = code.split('.');
  const only = ROLE_OF_CODE[kind];
  const isMeant = (role: Role) =>
    only === undefined || role === only || ALSO_OF[code]?.includes(role) === true;
  return ROLES.filter(isMeant).flatMap((role) =>
    mediaKeys(code)
      .filter((key) => !(code === 'sound.bitrate' && role === 'video' && key === 'bitRate'))
      .flatMap((key) => rulesUnder(media[role]?.[key]))
      .map((rule) => lineOf(words.roles[role], rule, words)),
  );
}

function mediaKeys(code: Code): readonly (keyof MediaRules)[] {
  const asked = ASKED_BY[code];
  return typeof asked === 'object' ? asked : [];
}

function categoryRules(code: Code, category: Category, notice: Notice): readonly Sourced[] {
  const asked = ASKED_BY[code];
  return typeof asked === 'function' ? asked(category, notice) : [];
}

/** What is asked of no category by itself. */
function wholeRules(code: Code, { attestations, steps, quotas, perPerson }: Notice): readonly Sourced[] {
  if (code === 'attest') return attestations;
  if (code === 'quota.min' || code === 'quota.max') return quotas;
  if (code === 'quota.person') return perPerson;
  if (code === 'quota.unit') return quotas.filter(({ value }) => value.byUnit);
  return code === 'manual' ? steps : [];
}

/** What a way of handing in that some category goes has a person do. */
function routeSteps(code: Code, { routes, categories }: Notice, words: NoticeWords): readonly string[] {
  if (code !== 'manual') return [];
  const gone = routes.filter(({ id }) => categories.some((category) => category.routes.includes(id)));
  return gone.flatMap(({ id, name, steps }) => steps.map((step) => lineOf(name ?? id, step, words)));
}

function rulesUnder(rule: Sourced | readonly Sourced[] | undefined): readonly Sourced[] {
  if (rule === undefined) return [];
  return 'clause' in rule ? [rule] : rule;
}

function lineOf(what: string, { clause, level }: Sourced, words: NoticeWords): string {
  const [open, close] = words.brackets;
  const source = [clause.notice, clause.section].filter((part) => part !== undefined).join(' ');
  return visible(
    `${what}${words.colon}${source}${level === undefined ? '' : `${open}${words.levels[level]}${close}`}`,
  );
}
