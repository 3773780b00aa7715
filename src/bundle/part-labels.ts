import { folderOf, stemOf } from '../model/file-name.ts';
import type { Role } from '../model/format.ts';
import type { Item, Part } from '../model/materials.ts';
import type { Category, FormSpec, Notice } from '../model/notice.ts';
import { mediaRulesOf, namedPartOf } from '../model/part-rules.ts';

/** What stands behind the pattern and the title: 正文, 图1, 图2, 推荐表 … */
const LABELS: Readonly<Record<Role, string>> = {
  text: '正文',
  form: '推荐表',
  photo: '图',
  scan: '扫描件',
  video: '视频',
  subtitles: '字幕',
  audio: '音频',
  slides: '课件',
  other: '附件',
};
const ORDER: readonly Role[] = [
  'text',
  'form',
  'video',
  'subtitles',
  'audio',
  'slides',
  'photo',
  'scan',
  'other',
];

/** One stem of an item's names: a file, a form to fill, or a film with its subtitles. */
export interface Named {
  readonly label: string;
  /** Its name may show neither unit nor persons. */
  readonly anonymous: boolean;
  /** Behind the stem: its own file first; subtitles follow under the film's stem. */
  readonly members: readonly Member[];
}

export type Member =
  | { readonly kind: 'part'; readonly part: Part; readonly tail: string }
  | { readonly kind: 'form'; readonly form: string; readonly tail: string };

/** In the order in which a reader looks: text, form, film, pictures, scans. */
export function nameParts(
  item: Item,
  toFill: readonly FormSpec[],
  notice: Notice,
  category: Category,
): readonly Named[] {
  const companions = pairSubtitles(item);
  const paired = new Set([...companions.values()].flat());
  const parts = ORDER.flatMap((role) => item.parts.filter((part) => part.role === role && !paired.has(part)));
  const groups = [
    ...parts.map((part) => ({
      rank: ORDER.indexOf(part.role),
      bare: labelOf(part, notice.forms, category),
      anonymous: mediaRulesOf(part, category, notice).anonymous !== undefined,
      always: part.role === 'photo' && !namedPartOf(part, category),
      members: membersOf(part, companions.get(part) ?? []),
    })),
    ...toFill.map((form) => ({
      rank: ORDER.indexOf('form'),
      bare: formLabel(form),
      anonymous: false,
      always: false,
      members: [{ kind: 'form' as const, form: form.id, tail: '' }],
    })),
  ].sort((a, b) => a.rank - b.rank);
  return number(groups);
}

interface Unnumbered {
  readonly bare: string;
  readonly anonymous: boolean;
  readonly always: boolean;
  readonly members: readonly Member[];
}

/** 图1, 图2 …; one of a kind goes without a number, but a picture. As many digits as the largest needs. */
function number(groups: readonly Unnumbered[]): readonly Named[] {
  const totals = new Map<string, number>();
  for (const { bare } of groups) totals.set(bare, (totals.get(bare) ?? 0) + 1);
  const counts = new Map<string, number>();
  return groups.map(({ bare, anonymous, always, members }) => {
    const total = totals.get(bare) ?? 1;
    if (total === 1 && !always) return { label: bare, anonymous, members };
    const count = (counts.get(bare) ?? 0) + 1;
    counts.set(bare, count);
    return { label: bare + String(count).padStart(String(total).length, '0'), anonymous, members };
  });
}

function labelOf(part: Part, forms: readonly FormSpec[], category: Category): string {
  const named = namedPartOf(part, category);
  if (named) return named.name;
  const form = forms.find(({ id }) => id === part.form);
  if (!form) return LABELS[part.role];
  return part.role === 'scan' || part.role === 'photo' ? `${formLabel(form)}扫描件` : formLabel(form);
}

/** “战疫故事汇”推荐表 → 推荐表: what the quotes say, the category says already. */
export function formLabel(form: FormSpec): string {
  const bare = form.name.replace(/[“"《「『][^”"》」』]*[”"》」』]/gu, '').trim();
  return bare === '' ? form.name : bare;
}

/** Players find subtitles by the film's stem: they keep it; the language stays between (课.zh.srt). */
function pairSubtitles(item: Item): ReadonlyMap<Part, readonly Part[]> {
  const films = item.parts.filter(({ role }) => role === 'video');
  const pairs = new Map<Part, Part[]>();
  for (const part of item.parts.filter(({ role }) => role === 'subtitles')) {
    const named = films.filter((candidate) => isNamedAfter(part.path, candidate.path));
    // 课.mp4 and 课.2.mp4: the longer stem is the one that was meant.
    const [nearest] = named.sort((a, b) => stemOf(b.path).length - stemOf(a.path).length);
    const film = nearest ?? (films.length === 1 ? films[0] : undefined);
    if (film) pairs.set(film, [...(pairs.get(film) ?? []), part]);
  }
  return pairs;
}

function isNamedAfter(path: string, film: string): boolean {
  const [stem, filmStem] = [stemOf(path).normalize('NFC'), stemOf(film).normalize('NFC')];
  return folderOf(path) === folderOf(film) && (stem === filmStem || stem.startsWith(`${filmStem}.`));
}

const LANGUAGE = /^[a-z]{2,4}(?:-[a-z0-9]{2,8})?$/i;

function membersOf(part: Part, companions: readonly Part[]): readonly Member[] {
  const members: Member[] = [{ kind: 'part', part, tail: '' }];
  const taken = new Set<string>();
  for (const companion of companions) {
    const written = stemOf(companion.path).split('.').at(-1) ?? '';
    const language =
      LANGUAGE.test(written) && stemOf(companion.path) !== written ? `.${written.toLowerCase()}` : '';
    const tail = freeTail(language, companion.facts.format, taken);
    members.push({ kind: 'part', part: companion, tail });
  }
  return members;
}

/** Two subtitles of one language and kind are told apart by a number. */
function freeTail(language: string, format: string, taken: Set<string>): string {
  let tail = language;
  for (let count = 2; taken.has(tail + format); count++) tail = `${language}.${count}`;
  taken.add(tail + format);
  return tail;
}
