import type { Ruled } from '../model/ruled.ts';
import type { Packing } from '../model/packing.ts';
import { describeWeight } from './describe-notice-rules.ts';
import type { NoticeWords } from './describe-notice-words.ts';
import { formatLimit } from './format-bytes.ts';
import { formatRange } from './format-range.ts';

/** `包名 {org}；每件作品一个文件夹：{seq}-{title}；总大小不超过 500M（必须，test 三）` */
export function describePacking(rule: Ruled<Packing>, words: NoticeWords): string {
  const { language } = words;
  const zh = language === 'zh';
  const { name, folder, size } = rule.value;
  const parts = [
    name === undefined ? undefined : `${zh ? '包名' : 'bundle named'} ${name}`,
    folder === undefined
      ? undefined
      : `${zh ? '每件作品一个文件夹' : 'a folder each work'}${words.colon}${folder}`,
    size &&
      `${zh ? '总大小' : 'in all'} ${formatRange(size, language, (bytes) => formatLimit(bytes, language))}`,
  ];
  return (
    parts.filter((part) => part !== undefined).join(words.semicolon) + describeWeight(rule, words, 'pack')
  );
}
