import type { Alignment, LayoutPart, LayoutTraitKind, Margins, PageNumberPlace } from '../model/layout.ts';
import type { Language } from '../model/report.ts';

type Name = readonly [zh: string, en: string];

const PARTS: Readonly<Record<LayoutPart, Name>> = {
  all: ['版式', 'layout'],
  page: ['页面', 'page'],
  'page-number': ['页码', 'page number'],
  title: ['标题', 'title'],
  subtitle: ['副标题', 'subtitle'],
  byline: ['署名', 'byline'],
  h1: ['一级标题', 'first-level headings'],
  h2: ['二级标题', 'second-level headings'],
  h3: ['三级标题', 'third-level headings'],
  h4: ['四级标题', 'fourth-level headings'],
  body: ['正文', 'running text'],
};
export const KINDS: Readonly<Record<LayoutTraitKind, Name>> = {
  font: ['字体', 'typeface'],
  size: ['字号', 'size'],
  bold: ['加粗', 'weight'],
  align: ['对齐', 'alignment'],
  indent: ['首行缩进', 'indent'],
  spacing: ['行距', 'line spacing'],
  before: ['段前', 'room before'],
  after: ['段后', 'room after'],
  scale: ['字符缩放', 'character scale'],
  paper: ['纸张', 'paper'],
  orientation: ['纸张方向', 'orientation'],
  margin: ['页边距', 'margins'],
  grid: ['行数字数', 'lines and characters'],
  'page-number': ['位置', 'place'],
  'no-page-number': ['页码', 'page number'],
};
export const ALIGNS: Readonly<Record<Alignment, Name>> = {
  left: ['左对齐', 'left'],
  center: ['居中', 'centred'],
  right: ['右对齐', 'right'],
  justify: ['两端对齐', 'justified'],
  distribute: ['分散对齐', 'distributed'],
};
export const PLACES: Readonly<Record<PageNumberPlace, Name>> = {
  left: ['在左', 'left'],
  center: ['居中', 'centred'],
  right: ['在右', 'right'],
  outside: ['在外侧（单页右、双页左）', 'outside'],
  inside: ['在内侧', 'inside'],
};
export const SIDES: Readonly<Record<keyof Margins, Name>> = {
  top: ['上', 'top'],
  bottom: ['下', 'bottom'],
  left: ['左', 'left'],
  right: ['右', 'right'],
};

export function partName(part: LayoutPart, language: Language): string {
  return pick(PARTS[part], language);
}

/** The kinds of some traits, each once: `字体、行距`. */
export function traitNames(kinds: readonly LayoutTraitKind[], language: Language): string {
  if (kinds.length === 0) return language === 'zh' ? '格式' : 'its format';
  return [...new Set(kinds)].map((kind) => pick(KINDS[kind], language)).join(language === 'zh' ? '、' : ', ');
}

/** One of a pair of words. */
export function pick([zh, en]: Name, language: Language): string {
  return language === 'zh' ? zh : en;
}
