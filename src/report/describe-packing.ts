import type { Ruled } from '../model/ruled.ts';
import { ARCHIVE_TAIL, type Packing, type WorkPacking } from '../model/packing.ts';
import type { Range } from '../model/range.ts';
import { describeWeight } from './describe-notice-rules.ts';
import type { NoticeWords } from './describe-notice-words.ts';
import { formatLimit } from './format-bytes.ts';
import { formatRange } from './format-range.ts';

/** `包名 {org}；每件作品一个压缩包：{seq}-{title}.zip，各不超过 50M；总大小不超过 500M（必须，test 三）` */
export function describePacking(rule: Ruled<Packing>, words: NoticeWords): string {
  const { language } = words;
  const zh = language === 'zh';
  const { name, each, size } = rule.value;
  const parts = [
    name === undefined ? undefined : `${zh ? '包名' : 'bundle named'} ${name}`,
    each && describeEach(each, words),
    size && `${zh ? '总大小' : 'in all'} ${bytesIn(size, words)}`,
  ];
  return (
    parts.filter((part) => part !== undefined).join(words.semicolon) + describeWeight(rule, words, 'pack')
  );
}

const EACH = {
  zh: { folder: '每件作品一个文件夹', zip: '每件作品一个压缩包', size: '，各' },
  en: { folder: 'a folder each work', zip: 'a zip each work', size: ', each ' },
} as const;

function describeEach({ as, name, size }: WorkPacking, words: NoticeWords): string {
  const said = EACH[words.language];
  const named = `${said[as]}${words.colon}${name}${as === 'zip' ? ARCHIVE_TAIL : ''}`;
  return size ? named + said.size + bytesIn(size, words) : named;
}

function bytesIn(size: Range, { language }: NoticeWords): string {
  return formatRange(size, language, (bytes) => formatLimit(bytes, language));
}
