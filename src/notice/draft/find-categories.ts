import type { Sentence } from './sentence.ts';

export interface FoundCategories {
  /** Names with the sentence each comes from. */
  readonly list: readonly { readonly name: string; readonly sentence: Sentence }[];
  /** Which of them a sentence is about, by its place in the text; undefined: all. */
  readonly scopes: readonly (number | undefined)[];
}

/** As they are written in the draft. */
export function categoryIds(names: readonly string[]): readonly string[] {
  return names.map((name, index) => (/^[\p{L}\p{N}]+$/u.test(name) ? name : `category-${index + 1}`));
}

const TOP = /^([一二三四五六七八九十]{1,3})[、.．]\s{0,2}(.{1,40})/;
const SUB = /^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}[.．、](?!\d))\s{0,2}(.{1,60})/;
const SECTION = /(?:内容|类别|分类|类型|形式|种类|项目|组别)/;
const NOT_SECTION = /要求|主题|时间|方式|对象|组织|程序|步骤|流程/;
const NO_NAME =
  /要求|时间|方式|格式|对象|原则|单位|数量|说明|程序|办法|须|请|应|不|标准|规格|注意|主题|报送|联系|可以|每个|均|\d/;
const MOST_CATEGORIES = 30;

/** Headings below 征集内容, 作品类别 …: （一）微党课. Only what looks like a name counts. */
export function findCategories(sentences: readonly Sentence[]): FoundCategories {
  const list: { name: string; sentence: Sentence }[] = [];
  let inside = false;
  let scope: number | undefined;
  let paragraph = 0;
  const scopes = sentences.map((sentence) => {
    const begins = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    if (!begins) return scope;
    const top = TOP.exec(sentence.text);
    if (top) {
      const [, , title = ''] = top;
      inside = SECTION.test(title) && !NOT_SECTION.test(title);
      scope = undefined;
      return scope;
    }
    const [, rest] = SUB.exec(sentence.text) ?? [];
    if (rest === undefined || !inside) return scope;
    const name = nameIn(rest);
    scope = undefined;
    if (name !== undefined && list.length < MOST_CATEGORIES && !list.some((known) => known.name === name)) {
      list.push({ name, sentence });
      scope = list.length - 1;
    }
    return scope;
  });
  return list.length > 1 ? { list, scopes } : named(sentences);
}

function nameIn(text: string): string | undefined {
  const name = (text.split(/[：:。，,（(；;]/)[0] ?? '').trim().replace(/^[“"]|[”"]$/g, '');
  const fits = /^[\p{sc=Han}A-Za-z“”"]{2,14}$/u.test(name) && !NO_NAME.test(name);
  return fits ? name.replace(/[“”"]/g, '') : undefined;
}

const LISTED =
  /(?:分为|分成|设|包括|设置|分)[^，。；、]{0,6}?((?:(?:(?!类)\p{sc=Han}){2,8}类[、和及与]){1,9}(?:(?!类)\p{sc=Han}){2,8}类)/u;

/** 作品分为理论类、文艺类和技术类: names without anything said of each. */
function named(sentences: readonly Sentence[]): FoundCategories {
  const scopes = sentences.map(() => undefined);
  for (const sentence of sentences) {
    const [, written] = LISTED.exec(sentence.text) ?? [];
    if (written === undefined) continue;
    const names = [...new Set(written.split(/[、和及与]/))].filter((name) => nameIn(name) !== undefined);
    if (names.length > 1) return { list: names.map((name) => ({ name, sentence })), scopes };
  }
  return { list: [], scopes };
}
