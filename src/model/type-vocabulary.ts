/** Names of one and the same face by different makers, in Word, in WPS and in the file itself. */
const FACES: readonly (readonly string[])[] = [
  ['仿宋', '仿宋_GB2312', '仿宋体', 'FangSong', 'FangSong_GB2312', '华文仿宋', 'STFangsong', '方正仿宋', '方正仿宋_GBK',
    '方正仿宋_GB2312', '方正仿宋_GB18030', '方正仿宋简体', 'FZFangSong-Z02', 'FZFangSong-Z02S', 'CESI仿宋-GB2312', 'CESI仿宋-GB18030',
    'CESI仿宋', '汉仪仿宋简', '汉仪仿宋'],
  ['楷体', '楷体_GB2312', '楷书', 'KaiTi', 'KaiTi_GB2312', '华文楷体', 'STKaiti', 'Kaiti SC', '方正楷体', '方正楷体_GBK', '方正楷体_GB2312',
    '方正楷体_GB18030', '方正楷体简体', 'FZKai-Z03', 'FZKai-Z03S', 'CESI楷体-GB2312', 'CESI楷体-GB18030', 'CESI楷体', '汉仪楷体简', '汉仪楷体'],
  ['黑体', '中易黑体', 'SimHei', 'Heiti', 'Heiti SC', '华文黑体', 'STHeiti', '方正黑体', '方正黑体_GBK', '方正黑体_GB18030', '方正黑体简体',
    'FZHei-B01', 'FZHei-B01S', 'CESI黑体-GB2312', 'CESI黑体-GB18030', 'CESI黑体', '汉仪中黑简'],
  ['宋体', '中易宋体', 'SimSun', '新宋体', 'NSimSun', 'Songti', 'Songti SC', '华文宋体', 'STSong', '方正书宋', '方正书宋_GBK', '方正书宋_GB18030',
    '方正书宋简体', 'FZShuSong-Z01', 'FZShuSong-Z01S', 'CESI宋体-GB2312', 'CESI宋体-GB18030', 'CESI宋体', '汉仪书宋一简'],
  ['方正小标宋', '小标宋', '小标宋体', '方正小标宋_GBK', '方正小标宋简体', '方正小标宋体', '方正小标宋_GB18030', 'FZXiaoBiaoSong-B05',
    'FZXiaoBiaoSong-B05S', '小标宋简体', '文鼎小标宋简', '汉仪小标宋简', 'CESI小标宋-GB2312', 'CESI小标宋-GB18030', 'CESI小标宋'],
  ['方正大标宋', '大标宋', '方正大标宋_GBK', '方正大标宋简体', 'FZDaBiaoSong-B06', 'FZDaBiaoSong-B06S'],
  ['华文中宋', '中宋', 'STZhongsong'],
  ['微软雅黑', 'Microsoft YaHei', '微软雅黑 UI', 'Microsoft YaHei UI', 'MS YaHei'],
  ['等线', 'DengXian'],
  ['隶书', 'LiSu', '华文隶书', 'STLiti', '方正隶书', '方正隶书简体', '方正隶书_GBK'],
  ['幼圆', 'YouYuan'],
  ['圆体', '方正细圆', '方正细圆简体'],
  ['思源黑体', 'Source Han Sans', 'Source Han Sans SC', 'Source Han Sans CN', '思源黑体 CN', 'Noto Sans CJK SC', 'Noto Sans SC'],
  ['思源宋体', 'Source Han Serif', 'Source Han Serif SC', 'Source Han Serif CN', '思源宋体 CN', 'Noto Serif CJK SC', 'Noto Serif SC'],
  ['Times New Roman', 'Times'],
  ['Arial'],
  ['Calibri'],
]; // prettier-ignore

/** Sizes by their Chinese names, in points; the largest first. GB 40637 and Word's own list. */
const SIZES: readonly (readonly [name: string, points: number])[] = [
  ['初号', 42], ['小初', 36], ['一号', 26], ['小一', 24], ['二号', 22], ['小二', 18], ['三号', 16], ['小三', 15], ['四号', 14],
  ['小四', 12], ['五号', 10.5], ['小五', 9], ['六号', 7.5], ['小六', 6.5], ['七号', 5.5], ['八号', 5],
]; // prettier-ignore

const faceByName = new Map(
  FACES.flatMap(([face = '', ...rest]) => [face, ...rest].map((name) => [folded(name), face])),
);

export const FONT_NAMES: readonly string[] = FACES.flat();
export const SIZE_NAMES: readonly string[] = SIZES.map(([name]) => name);

/** The face a typeface's name stands for; the name itself, folded, where it is none of the known ones. */
export function faceOf(font: string): string {
  return faceByName.get(folded(font)) ?? folded(font);
}

/** Whether one typeface may stand for the other; `strict`: only under the very same name. */
export function isSameFont(one: string, other: string, strict: boolean): boolean {
  return strict ? folded(one) === folded(other) : faceOf(one) === faceOf(other);
}

/** Points of a size as Chinese name it: `三号`, `3号`, `小三号`, `小 3`. */
export function pointsOfName(written: string): number | undefined {
  const bare = written
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[字体大小]+$/, '')
    .replace(/[0-8]/, (digit) => '初一二三四五六七八'.charAt(Number(digit)));
  const name = bare.startsWith('小') ? bare.replace(/号$/, '') : bare.endsWith('号') ? bare : `${bare}号`;
  return SIZES.find(([known]) => known === name)?.[1];
}

/** `三号` for 16; undefined where the size has no name. */
export function nameOfSize(points: number): string | undefined {
  return SIZES.find(([, size]) => Math.abs(size - points) < 0.25)?.[0];
}

/** Spaces and case make no other typeface; a leading @ turns it for vertical text. */
function folded(font: string): string {
  return font.normalize('NFKC').replace(/^@/, '').replace(/\s+/g, '').toLowerCase();
}
