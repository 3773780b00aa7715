import type { Item } from '../model/materials.ts';
import type { InfoField, PersonRole } from '../model/notice.ts';

/** Whose work it is, as far as the config says. */
export interface Persons {
  readonly org?: string;
  /** Of the contact person. */
  readonly contact?: string;
}

export function authorsOf({ info }: Item): readonly string[] {
  return [info?.fields.authors ?? []].flat();
}

const FIELDS: Readonly<Record<PersonRole, InfoField>> = {
  author: 'authors',
  presenter: 'presenter',
  advisor: 'advisors',
};

/** Who stands on a work in this role, each once, by a key that spaces, width and a remark in brackets do not change. */
export interface NamedPersons {
  /** As written, by key. */
  readonly names: ReadonlyMap<string, string>;
  /** There may be others: nobody is named, or 张三等. */
  readonly more: boolean;
}

export function personsOf({ info }: Item, role: PersonRole): NamedPersons {
  const said = [info?.fields[FIELDS[role]] ?? []].flat().flatMap(splitNames);
  const names = new Map<string, string>();
  let more = false;
  for (const entry of said) {
    const all = entry.replace(OTHERS, '');
    more ||= all !== entry;
    const name = withoutRemark(all);
    const key = keyOf(name);
    if (key !== '' && !names.has(key)) names.set(key, shownAs(name));
  }
  return { names, more: more || names.size === 0 };
}

/** 张三等, 张三 等3人. */
const OTHERS = /\s*等\s*(?:[\d一二两三四五六七八九十]{0,3}\s*(?:人|名同学|名教师))?\s*$/u;

/** 张三、李四; and 张三 李四, but not 张 三, which is one name set wide. */
function splitNames(text: string): readonly string[] {
  return text.split(/[、，,；;/／|]/u).flatMap((entry) => {
    const words = entry.trim().split(/\s+/u);
    return words.every((word) => /^\p{Script=Han}{2,4}$/u.test(word)) ? words : [entry];
  });
}

function withoutRemark(name: string): string {
  return name.replace(/[（(][^（(）)]*[）)]/gu, '').trim();
}

function keyOf(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

/** 张　三 is 张三, whoever set it wide. */
function shownAs(name: string): string {
  return /^[\p{Script=Han}\s]+$/u.test(name) ? name.replace(/\s/gu, '') : name;
}
