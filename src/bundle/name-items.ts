import type { PlannedFile, PlannedForm } from '../model/bundle.ts';
import { UsageError } from '../model/problems.ts';
import { anonymousPattern } from '../model/anonymous-pattern.ts';
import type { Item } from '../model/materials.ts';
import type { Naming } from '../model/notice.ts';
import { variablesIn } from '../model/variables-in.ts';
import { bytesOf, fitTitle, MOST_NAME_BYTES } from './fit-name.ts';
import { asksFor, fillPattern, itemValues, joinerOf, titleOf, type Values } from './name-values.ts';
import type { Member, Named } from './part-labels.ts';
import { nameKey, safeStem, safeText } from './safe-text.ts';
import type { Numbered } from './sequence.ts';
import { trueExtension } from './true-extension.ts';

export interface NamedItem {
  readonly files: readonly PlannedFile[];
  readonly forms: readonly PlannedForm[];
}

export interface ItemGroups extends Numbered {
  readonly groups: readonly Named[];
}

/**
 * New names for everything in one bundle: the pattern, the work's title where there are several works, and what the
 * file is where a work has several. One file alone bears the bare pattern. Works of one title are numbered （2）.
 */
export function nameItems(
  items: readonly ItemGroups[],
  naming: Naming,
  common: Values,
  reserved: readonly string[],
): readonly NamedItem[] {
  const taken = new Set(reserved.map(nameKey));
  const asked = variablesIn(naming.pattern);
  return items.map(({ item, seq, groups }) => {
    const values = { ...common, ...itemValues({ item, seq }, asked) };
    const scheme = { naming, values, several: items.length > 1, single: groups.length === 1 };
    const names = freeNames(titleOf(item), groups, scheme, taken);
    for (const name of names) taken.add(nameKey(name));
    return withNames(item, groups, names);
  });
}

interface Scheme {
  readonly naming: Naming;
  readonly values: Values;
  readonly several: boolean;
  readonly single: boolean;
}

/** Works of one title: more of them than this are left to the clash list. */
const MOST_MARKS = 20_000;

/** The names of one work, none of them taken; as they are, where no number could help. */
function freeNames(
  title: string,
  groups: readonly Named[],
  scheme: Scheme,
  taken: ReadonlySet<string>,
): readonly string[] {
  const first = fittingNames(title, '', groups, scheme);
  if (!isTaken(first, taken) || !namesShowTitle(scheme)) return first;
  for (let count = 2; count < MOST_MARKS; count++) {
    const names = fittingNames(title, `（${count}）`, groups, scheme);
    if (!isTaken(names, taken)) return names;
  }
  return first;
}

function isTaken(names: readonly string[], taken: ReadonlySet<string>): boolean {
  return names.some((name) => taken.has(nameKey(name)));
}

function namesShowTitle({ naming, several }: Scheme): boolean {
  return several || asksFor(naming.pattern, 'title');
}

/** All names of one work under the same, if need be shortened, title. */
function fittingNames(
  title: string,
  mark: string,
  groups: readonly Named[],
  scheme: Scheme,
): readonly string[] {
  const namesWith = (shown: string) => namesOf(shown + mark, groups, scheme);
  const names = fitTitle(safeText(title), MOST_NAME_BYTES, namesWith);
  if (names === undefined) throw tooLong(namesWith('…'));
  return namesWith(names);
}

function namesOf(title: string, groups: readonly Named[], { naming, values, several, single }: Scheme) {
  const joiner = joinerOf(naming.pattern);
  const prefixOf = (pattern: string) => {
    const filled = fillPattern(pattern, { ...values, title });
    return several && !asksFor(pattern, 'title') ? filled + joiner + title : filled;
  };
  return groups.flatMap(({ label, anonymous, members }) => {
    const prefix = prefixOf(anonymous ? anonymousPattern(naming.pattern) : naming.pattern);
    const stem = safeStem(single ? prefix : prefix + joiner + safeText(label));
    return members.map((member) => (stem + member.tail + extensionFor(member)).normalize('NFC'));
  });
}

function extensionFor(member: Member): string {
  return member.kind === 'form' ? '.docx' : trueExtension(member.part.facts.format, member.part.path);
}

function withNames(item: Item, groups: readonly Named[], names: readonly string[]): NamedItem {
  const files: PlannedFile[] = [];
  const forms: PlannedForm[] = [];
  for (const [index, member] of groups.flatMap(({ members }) => members).entries()) {
    const name = names[index];
    if (name === undefined) throw new Error('every member has its name');
    if (member.kind === 'form') forms.push({ form: member.form, item: item.path, name });
    else files.push(fileOf(member, item, name));
  }
  return { files, forms };
}

function fileOf({ part }: Extract<Member, { kind: 'part' }>, item: Item, name: string): PlannedFile {
  const { path, role, bytes, facts } = part;
  return { source: path, name, role, format: facts.format, bytes, item: item.path };
}

/** Titles give way, nothing else does: an office that cannot read the unit or the date cannot file it. */
export function tooLong(names: readonly string[]): UsageError {
  const longest = [...names].sort((a, b) => bytesOf(b) - bytesOf(a))[0] ?? '';
  return new UsageError({
    zh: `文件名太长：“${longest}”有 ${bytesOf(longest)} 字节（约 ${longest.length} 个字），最多 ${MOST_NAME_BYTES} 字节。作品名称已缩到最短，单位、类别和日期不缩写；请用 --org 写短一些的单位名称`,
    en: `name too long: “${longest}” is ${bytesOf(longest)} bytes, at most ${MOST_NAME_BYTES}. The title is as short as it can be; unit, category and date are never shortened: give a shorter --org`,
  });
}
