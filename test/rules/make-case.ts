import { parseCalendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import type { Check, Code, Result } from '../../src/model/check.ts';
import type { Facts, PhotoFacts, TextFacts, VideoFacts } from '../../src/model/facts.ts';
import type { Format, Role } from '../../src/model/format.ts';
import type { Item, Part } from '../../src/model/materials.ts';
import type { MediaRules } from '../../src/model/media-rules.ts';
import type { Category, Notice } from '../../src/model/notice.ts';
import type { Clause, Level, Ruled } from '../../src/model/ruled.ts';
import { judgeMaterials } from '../../src/rules/rule-book.ts';
import type { Case } from '../../src/rules/rule.ts';

const clause: Clause = { notice: 'test', section: '一' };

export function must<T>(value: T, level: Level = 'must'): Ruled<T> {
  return { value, level, clause };
}

export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`no such day: ${text}`);
  return date;
}

export function category(own: Partial<Category> = {}): Category {
  return {
    id: 'story',
    name: '战疫故事汇',
    aliases: [],
    accepts: ['text', 'photo', 'video', 'scan'],
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
    ...own,
  };
}

export function notice(own: Partial<Notice> = {}): Notice {
  return {
    id: 'test',
    title: '测试通知',
    year: 2020,
    lineage: ['test'],
    media: {},
    categories: [category()],
    quotas: [],
    perPerson: [],
    forms: [],
    routes: [],
    attestations: [],
    steps: [],
    ...own,
  };
}

export const film: VideoFacts = {
  container: 'mov,mp4,m4a,3gp,3g2,mj2',
  brand: 'isom',
  codec: 'h264',
  profile: 'High',
  stored: { width: 1920, height: 1080 },
  rotation: 0,
  pixelAspect: 1,
  shown: { width: 1920, height: 1080 },
  duration: 960,
  frameRate: 25,
  constantFrameRate: true,
  pixelFormat: 'yuv420p',
  interlaced: false,
  bitRate: 2_000_000,
  faststart: true,
  pictureTracks: 1,
  coverArt: false,
  sound: { tracks: 1, silence: { state: 'heard', peakDb: -6 } },
  subtitleTracks: [],
  decoded: false,
};

export const picture: PhotoFacts = {
  stored: { width: 4000, height: 3000 },
  shown: { width: 4000, height: 3000 },
  color: 'srgb',
  frames: 1,
  hasGps: false,
  recompression: { verdict: 'none', signs: [] },
};

export const article: TextFacts = {
  words: 300,
  pictures: 0,
  contact: { person: true, phone: true },
  opening: '',
};

export function facts(format: Format, own: Partial<Facts> = {}): Facts {
  return { format, integrity: { state: 'whole' }, ...own };
}

export function part(path: string, role: Role, own: Facts, bytes = 1000): Part {
  return { path, role, bytes, facts: own };
}

export function item(parts: readonly Part[], own: Partial<Item> = {}): Item {
  return { category: 'story', title: '逆行者', path: '战疫故事汇/逆行者', parts, ...own };
}

export function judge(
  own: Partial<Omit<Case, 'materials'>> & { items: readonly Item[]; strays?: Case['materials']['strays'] },
) {
  const { items, strays = [], ...rest } = own;
  return judgeMaterials({
    notice: notice(),
    date: day('2020-07-01'),
    complete: false,
    ...rest,
    materials: { items, strays },
  });
}

/** Judges one part under one role's rules. */
export function judgePart(
  one: Part,
  media: MediaRules,
  others: readonly Part[] = [],
  own: Pick<Case, 'strict'> = {},
): readonly Check[] {
  const ruled = notice({ categories: [category({ media: { [one.role]: media } })] });
  return judge({ notice: ruled, items: [item([one, ...others])], ...own });
}

export function resultsOf(checks: readonly Check[], code: Code): readonly Result[] {
  return checks.filter((check) => check.code === code).map(({ result }) => result);
}
