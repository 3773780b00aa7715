import type { Finding, Value } from './finding.ts';
import { readAmounts } from './read-amounts.ts';
import { patternOf, VARIABLES } from './read-naming.ts';

const WORK =
  '(?:参赛|参评|报送|申报|推荐|征集)?(?:作品|案例|项目|课程|微党课|微课|课例|视频|影片|材料|故事|论文)';
/** Said of each work: 每件作品…, 1个案例…, 作品须分别…. */
const EACH = new RegExp(
  String.raw`(?:每|各|1)\s?(?:1?\s?(?:件|个|部|项|篇|幅|组|份|套|门|节))?${WORK}|(?:单独|分别|各自|独立)(?:压缩|打包|建|放|存)|(?<![\d一-龥])一${WORK}`,
);
const ZIP = /压缩包|压缩文件|压缩成|压缩为|单独压缩|分别压缩|(?:zip|rar)(?:格式|包|文件)/i;
/** Words that tell what lies in the bundle, rather than how large it is. */
const LAID =
  /1\s?(?:个|份)?\s?(?:文件夹|压缩包|压缩文件)|单独|分别|各自|独立|一文件夹|一压缩包|建立?|打包成?|压缩成|压缩为/;
const SIZE = String.raw`(?:M|G|兆)(?:B|字节)?(?![A-Za-z0-9/])`;
const CALLED =
  /(?:文件夹|压缩包|压缩文件)?(?:名称?|命名)?\s?(?:以|按|为|=|:|统一为)+\s?[“"'‘《]?([^,;。“”"'’》]{2,60}?)[”"'’》]?(?:的?(?:形式|格式|方式))?(?:命名|为名|$|的文件夹|的压缩包)/;

/** 每件作品单独压缩成一个压缩包，以作品名称命名: how each work lies in the bundle, how it is called, how large it may be. */
export function readPacking(sentence: string): readonly Finding[] {
  if (!EACH.test(sentence) || !LAID.test(sentence)) return [];
  const kinds = [...(sentence.includes('文件夹') ? ['folder'] : []), ...(ZIP.test(sentence) ? ['zip'] : [])];
  if (kinds.length === 0) return [];
  const name = nameIn(sentence);
  const size = sizeIn(sentence);
  const readings = kinds.map((as) => {
    const said = [`as: ${as}`, ...(name ? [`name: ${JSON.stringify(name.pattern)}`] : []), ...size];
    const value: Value = { kind: 'raw', yaml: `{ each: { ${said.join(', ')} } }` };
    return { target: { kind: 'packing' as const }, value };
  });
  if (name && name.unknown.length > 0)
    return [{ readings, note: `“${name.unknown.join('、')}”不是认得的变量，照原样写`, unsure: true }];
  return [{ readings, ...(kinds.length > 1 && { note: '文件夹还是压缩包，两样都提到了' }) }];
}

/** Clauses that speak of how works lie together are none about the names of files. */
export function isAboutPacking(clause: string): boolean {
  return (
    /压缩|文件夹|打包/.test(clause) || (clause.includes('命名') && !/文件(?!夹)|文稿|照片|视频/.test(clause))
  );
}

function nameIn(sentence: string): ReturnType<typeof patternOf> {
  const clause = sentence.split(/[,;]/).find((one) => isAboutPacking(one) && CALLED.test(one));
  const [, written = ''] = CALLED.exec(clause ?? '') ?? [];
  const word = written.trim();
  const single = VARIABLES.find(([words]) => words.test(word))?.[1];
  return single === undefined ? patternOf(word) : { pattern: `{${single}}`, unknown: [] };
}

function sizeIn(sentence: string): readonly string[] {
  const clause = sentence
    .split(/[,;]/)
    .find((one) => /压缩包|文件夹|大小|容量/.test(one) && /\d\s?(?:M|G|兆)/.test(one));
  const write = (figure: string, unit: string) =>
    `${figure}${unit.startsWith('兆') ? 'M' : unit.slice(0, 1).toUpperCase()}`;
  const [amount, ...others] = readAmounts(clause ?? '', SIZE, write);
  const { min, max } = amount?.sides ?? {};
  if (others.length > 0 || (min === undefined && max === undefined)) return [];
  const sides = [
    ...(min === undefined ? [] : [`min: ${min}`]),
    ...(max === undefined ? [] : [`max: ${max}`]),
  ];
  return [`size: { ${sides.join(', ')} }`];
}
