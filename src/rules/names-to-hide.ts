import type { Item } from '../model/materials.ts';
import { authorsOf, type Persons } from './persons.ts';

/** What must not stand in an anonymous work, and what nobody said. */
export interface HiddenNames {
  readonly words: readonly string[];
  readonly unsaid: readonly ('org' | 'authors')[];
}

/** The unit in full and in short, and everybody who is named as having to do with the work. */
export function namesToHide(item: Item, { org, contact }: Persons): HiddenNames {
  const { info } = item;
  const authors = authorsOf(item);
  const people = [
    ...authors,
    ...[info?.fields.presenter ?? []].flat().flatMap((names) => names.split(/[、，,；;\s]+/)),
    ...[info?.fields.advisors ?? []].flat(),
    ...(contact === undefined ? [] : [contact]),
  ];
  const words = [...(org === undefined ? [] : shortForms(org)), ...people];
  return {
    words: [...new Set(words.map((word) => word.trim()).filter((word) => Array.from(word).length >= 2))],
    unsaid: [
      ...(org === undefined ? (['org'] as const) : []),
      ...(authors.length === 0 ? (['authors'] as const) : []),
    ],
  };
}

const PARTY = /(?:委员会|党委|党总支|总支|党支部|支部|党组|团委|工会)$/;
const SHORTEST = 3;

/** 中共甲大学乙学院委员会, 甲大学乙学院, 甲大学, 乙学院. */
export function shortForms(org: string): readonly string[] {
  const bare = org.replace(/^(?:中国共产党|中共)/, '').replace(PARTY, '');
  const [, school = '', unit = ''] = /^(.{2,}?大学)(.+)$/.exec(bare) ?? [];
  return [org, ...[bare, school, unit].filter((form) => Array.from(form).length >= SHORTEST)];
}
