import type { MediaByRole, MediaRules } from '../model/media-rules.ts';
import type { Range } from '../model/range.ts';
import type { Clause, Level, Ruled } from '../model/ruled.ts';
import { type Role, ROLES } from '../model/format.ts';
import type { Language } from '../model/report.ts';
import type { Row } from './describe-notice-rows.ts';
import type { Handling, NoticeWords } from './describe-notice-words.ts';
import { formatLimit } from './format-bytes.ts';
import { layoutText } from './format-layout.ts';
import {
  codecName,
  formatArea,
  formatBitRate,
  formatFrameRate,
  formatPrintSizes,
  formatResolution,
  formatSampleRate,
  formatCodecLevel,
  profileName,
} from './format-picture.ts';
import { formatCount, formatRange } from './format-range.ts';
import { formatLevel, formatStill } from './format-level.ts';
import { formatDurations } from './format-seconds.ts';
import {
  describeByline,
  describeCaption,
  describePictures,
  describeSections,
  describeSignature,
} from './describe-text-rules.ts';
import { visible } from './show-name.ts';

type Weighed = Readonly<{ level: Level; clause: Clause; consequence?: string }>;

/** `（必须，scau-2020 三，程序判定）`: how much it weighs, where it is written, what is threatened, how it is seen to. */
export function describeWeight(
  { level, clause, consequence }: Weighed,
  words: NoticeWords,
  how: Handling,
): string {
  return bracketed([words.levels[level], sourceOf(clause), consequence, words.handling[how]], words);
}

/** The same of what has no weight: a step, a mailbox. */
export function describeOrigin(
  { clause }: { readonly clause: Clause },
  words: NoticeWords,
  how: Handling,
): string {
  const told = words.handling[how];
  return told === undefined ? '' : bracketed([sourceOf(clause), told], words);
}

function bracketed(parts: readonly (string | undefined)[], words: NoticeWords): string {
  const [open, close] = words.brackets;
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? '' : `${open}${visible(said.join(words.separator))}${close}`;
}

function sourceOf({ notice, section }: Clause): string {
  return section === undefined ? notice : `${notice} ${section}`;
}

/** Where it is written, and its weight only where that is more than advice: for due dates, which warn and block nothing. */
export function describeSource(rule: Weighed, words: NoticeWords): string {
  if (rule.level === 'must') return describeWeight(rule, words, 'program');
  const how = words.handling.program;
  const source = how === undefined && rule.clause.section === undefined ? undefined : sourceOf(rule.clause);
  return bracketed([source, how], words);
}

/** The media rules of every role, but for those that stand in `known` already. */
export function describeMedia(
  media: MediaByRole,
  known: MediaByRole,
  indent: number,
  words: NoticeWords,
): readonly Row[] {
  return ROLES.flatMap((role) => {
    const rows = describeRole(media[role] ?? {}, known[role] ?? {}, indent + 2, words);
    return rows.length === 0 ? [] : [{ indent, text: words.roles[role] }, ...rows];
  });
}

function describeRole(
  rules: MediaRules,
  known: MediaRules,
  indent: number,
  words: NoticeWords,
): readonly Row[] {
  const said = statements(rules, words);
  const before = statements(known, words);
  const saidAlready = new Set(before.map(({ key, text }) => `${key} ${text}`));
  const own = said.filter(({ key, text }) => !saidAlready.has(`${key} ${text}`));
  const dropped = [...new Set(before.map(({ key }) => key))].filter((key) => rules[key] === undefined);
  return [
    ...own.map(({ key, text }) => ({ indent, label: words.rules[key], text })),
    ...dropped.map((key) => ({ indent, label: words.rules[key], text: words.values.dropped })),
  ];
}

interface Statement {
  readonly key: keyof MediaRules;
  readonly text: string;
}

/** What no field of a file says: it is looked at. */
const SEEN: ReadonlySet<keyof MediaRules> = new Set(['subtitles', 'bars', 'still', 'seal']);

/** What a role's rules say, in the order a person would ask. */
function statements(rules: MediaRules, words: NoticeWords): readonly Statement[] {
  const { values, language } = words;
  const list: Statement[] = [];
  const add = <T>(key: keyof MediaRules, rule: Ruled<T> | undefined, say: (value: T) => string) => {
    const how = SEEN.has(key) ? 'picture' : 'program';
    if (rule) list.push({ key, text: visible(say(rule.value)) + describeWeight(rule, words, how) });
  };
  const any = (names: readonly string[]) => names.join(` ${values.or} `);
  const range = (format: (value: number) => string) => (value: Range) => formatRange(value, language, format);
  const counted = (unit: string) => (value: Range) => describeCount(value, unit, language);
  const lasting = (value: Range) => formatDurations(value, language);
  const addAll = <T>(
    key: keyof MediaRules,
    rules: readonly Ruled<T>[] | undefined,
    say: (value: T) => string,
  ) => {
    for (const rule of rules ?? []) add(key, rule, say);
  };
  add('formats', rules.formats, (names) => any(names.map((name) => name.toUpperCase())));
  addAll('size', rules.size, ({ formats: of, ...bounds }) => {
    const said = formatRange(bounds, language, (bytes) => formatLimit(bytes, language));
    return of ? `${any(of.map((name) => name.toUpperCase()))} ${said}` : said;
  });
  add('codecs', rules.codecs, (names) => any(names.map(codecName)));
  add('codecProfiles', rules.codecProfiles, (names) => any(names.map(profileName)));
  addAll('codecLevel', rules.codecLevel, range(formatCodecLevel));
  addAll('resolution', rules.resolution, (rule) => formatResolution(rule, language));
  add('orientation', rules.orientation, (asked) => values[asked]);
  addAll('duration', rules.duration, lasting);
  add('subtitles', rules.subtitles, (asked) => values[asked]);
  add('sound', rules.sound, () => values.sound);
  add('soundCodecs', rules.soundCodecs, (names) => any(names.map(codecName)));
  addAll('sampleRate', rules.sampleRate, range(formatSampleRate));
  addAll('channels', rules.channels, counted(values.channels));
  add('pixelFormats', rules.pixelFormats, any);
  add('scanType', rules.scanType, () => values.progressive);
  addAll(
    'frameRate',
    rules.frameRate,
    range((fps) => `${formatFrameRate(fps)} ${values.fps}`),
  );
  addAll('bitRate', rules.bitRate, range(formatBitRate));
  addAll('soundBitRate', rules.soundBitRate, range(formatBitRate));
  add('aspect', rules.aspect, (ratios) =>
    any(ratios.map((ratio) => (ratio === 'video' ? values.likeFilm : ratio))),
  );
  add('faststart', rules.faststart, () => values.faststart);
  add('bars', rules.bars, (asked) => values[asked]);
  add('still', rules.still, (rule) => formatStill(rule, language));
  add('clipping', rules.clipping, (asked) => values[asked]);
  add('peak', rules.peak, ({ max }) => formatRange({ max }, language, formatLevel));
  addAll('longEdge', rules.longEdge, counted(values.pixels));
  addAll('shortEdge', rules.shortEdge, counted(values.pixels));
  addAll('area', rules.area, range(formatArea(language)));
  addAll(
    'dpi',
    rules.dpi,
    range((dpi) => `${dpi} dpi`),
  );
  add('printSize', rules.printSize, (rule) => formatPrintSizes(rule, language));
  add('color', rules.color, (colors) => any(colors.map((color) => words.colors[color])));
  add('original', rules.original, () => values.original);
  add('captions', rules.captions, (range) => describeCaption(range, language));
  addAll('pages', rules.pages, counted(values.pages));
  add('unlocked', rules.unlocked, () => values.unlocked);
  add('seal', rules.seal, () => values.seal);
  addAll('words', rules.words, counted(values.words));
  addAll('lines', rules.lines, counted(values.lines));
  add('pictures', rules.pictures, (asked) => describePictures(asked, language));
  add('contact', rules.contact, () => values.contact);
  addAll('layout', rules.layout, (rule) => layoutText(rule, language));
  add('sections', rules.sections, (sections) => describeSections(sections, language));
  add('titlePattern', rules.titlePattern, (pattern) => pattern);
  add('figures', rules.figures, () => values.marked);
  add('byline', rules.byline, (fields) => describeByline(fields, language));
  add('signature', rules.signature, (fields) => describeSignature(fields, language));
  add('anonymous', rules.anonymous, () => values.anonymous);
  return list;
}

/** Pieces of one role, with its counting word. */
export function countingWord(role: Role, words: NoticeWords): string {
  return role === 'photo' ? words.values.photos : words.values.pieces;
}

/** So many of a thing; one of it in the singular. */
export function describeCount(range: Range, unit: string, language: Language): string {
  // The words are plurals; which form is right is the figure's affair.
  return formatCount(range, language, unit.replace(/s$/, ''));
}
