import { OTHER_PEOPLE } from './other-hands.ts';
import type { MatchedLabel } from './match-label.ts';

/** Whom a label asks about: a field that names a person, or `other`, and how the form calls that person. */
export interface Owner {
  readonly field: string;
  readonly name: string;
}

/** The person that a label names; undefined where it names none. */
export function personNamed(label: MatchedLabel): Owner | undefined {
  const name = personWords(label.folded);
  if (label.about === 'name' && label.field !== undefined) return { field: label.field, name };
  return OTHER_PEOPLE.test(label.folded) ? { field: 'other', name } : undefined;
}

/** 指导教师姓名 and 指导教师签名 are of the 指导教师. */
function personWords(label: string): string {
  return label.replace(/(?:姓名|签[名字章]|意见|评语|信息|基本情况)+$/, '');
}

/** What no dictionary knows is asked of the form, not of a person. */
export function isOfPerson({ field, about }: MatchedLabel): boolean {
  return field !== undefined && about !== 'work' && about !== 'form';
}
