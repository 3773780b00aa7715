import type { CheckArgs, Result } from '../../model/check.ts';
import type { LayoutRemark, LayoutTraitKind, LayoutUnclear } from '../../model/layout.ts';
import { faultsText, quoteOpening, traitsText } from '../format-layout.ts';
import { partName, traitNames } from '../layout-names.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

export const layoutWordsZh: WordingsOf<'text.layout'> = {
  'text.layout': {
    title: '文稿版式',
    required: ({ part, asked }) =>
      part === 'all' ? '通知写明的版式' : `${partName(part, 'zh')}：${traitsText(asked, 'zh')}`,
    actual: ({ faults, unclear }) =>
      faults.length > 0 ? faultsText(faults, 'zh') : unclear && unclearActual(unclear),
    message: (result, { part, faults, unclear }) => {
      const name = partName(part, 'zh');
      if (result === 'pass') return `${name}符合要求`;
      if (result === 'skip') return `文中没有${name}`;
      if (result === 'unknown') return unclear ? unclearText(unclear, name) : `没能看清${name}`;
      const kinds = faults.flatMap(({ found }) => found.map(({ kind }) => kind));
      return part === 'page-number' && kinds.includes('no-page-number')
        ? '没有页码'
        : `${name}的${traitNames(kinds, 'zh')}与要求不同`;
    },
    remark: ({ remarks }) => (remarks.length === 0 ? undefined : remarks.map(remarkText).join('；')),
    advice: (result, args) => whenNotPassed(result, () => ({ text: adviceText(result, args) })),
    explain: {
      asks: '文稿的纸张、页边距、页码，标题、署名、各级标题和正文的字体、字号、行距、缩进、对齐与通知一致。先看样式和大纲级别认标题，再看“一、”“（一）”“1.”这样的序号。同一种字体的不同厂家（仿宋、仿宋_GB2312、方正仿宋）算一样，通知要求一字不差的除外。表格、文本框里的字不看，居中和靠右的单独几行不对照。',
      why: '编印时要统一排版，格式不对的常被退回重排。',
      mend: [
        '字体、字号：选中段落，在“开始”里改；一次选中同一级的：“开始→选择→选定所有格式类似的文本”（WPS：“开始→选择→选择格式相似的文本”）。',
        '行距、缩进、段前段后：右键→段落。“固定值 28 磅”在“行距”里选“固定值”再填 28；首行缩进选“首行”，2 字符，不要用空格凑。',
        '纸张、页边距：Word“布局→页边距→自定义页边距”，WPS“页面→页边距→自定义页边距”。每页行数、每行字数在同一窗口的“文档网格”里。',
        '页码：Word“插入→页码”，WPS“插入→页码”或“页面→页码”。',
        '认错了标题：给标题用“标题”样式，给“一、”用“标题 1”，“（一）”用“标题 2”。',
        '.doc、.wps：用 Word 或 WPS“另存为→Word 文档 (*.docx)”。',
      ],
    },
  },
};

const LOOK = '用 Word 打开，自己对照一遍';

function unclearText(unclear: LayoutUnclear, name: string): string {
  switch (unclear.kind) {
    case 'other-format':
      return '这种格式的文件看不了版式';
    case 'unread':
      return '没能读出版式';
    case 'too-long':
      return `文稿太长，${name}没有看完`;
    case 'not-found':
      return `没有找到${name}`;
    case 'not-said':
      return `文件没有写明${name}的${traitNames(unclear.traits, 'zh')}`;
  }
}

function unclearActual(unclear: LayoutUnclear): string | undefined {
  switch (unclear.kind) {
    case 'too-long':
      return `看了前 ${unclear.looked} 段，共 ${unclear.paragraphs} 段`;
    case 'not-found':
      if (unclear.candidates === 0 || unclear.opening === undefined) return undefined;
      return `${quoteOpening(unclear.opening)}等 ${unclear.candidates} 段可能是`;
    case 'not-said':
      if (unclear.count === 0) return undefined;
      return unclear.opening === undefined
        ? `${unclear.count} 节没有写明`
        : `${quoteOpening(unclear.opening)}等 ${unclear.count} 段没有写明，随各人的软件显示`;
    case 'other-format':
    case 'unread':
      return undefined;
  }
}

function remarkText(remark: LayoutRemark): string {
  switch (remark.kind) {
    case 'few':
      return `${quoteOpening(remark.opening)}等 ${remark.characters} 个字与其余不同`;
    case 'blanks':
      return `${remark.paragraphs} 段的缩进是用空格凑的`;
    case 'tables':
      return `表格里的 ${remark.paragraphs} 段没有对照`;
    case 'aside':
      return `${quoteOpening(remark.opening)}等 ${remark.paragraphs} 段单独成行，没有对照`;
  }
}

function adviceText(result: Result, { part, faults, unclear }: CheckArgs['text.layout']): string {
  if (result === 'unknown') return unclear ? whenUnclear(unclear, partName(part, 'zh')) : LOOK;
  const kinds = new Set(faults.flatMap(({ found }) => found.map(({ kind }) => kind)));
  const steps = STEPS.flatMap(([about, step]) => (about.some((kind) => kinds.has(kind)) ? [step] : []));
  return steps.length > 0 ? steps.join('；') : LOOK;
}

const STEPS: readonly (readonly [about: readonly LayoutTraitKind[], step: string])[] = [
  [['font', 'size', 'bold'], '选中这些文字，在“开始”里改字体、字号'],
  [['align', 'indent', 'spacing', 'before', 'after'], '选中这些段落，右键→段落，改对齐、缩进和行距'],
  [['scale'], '选中文字，右键→字体→“高级”（WPS“字符间距”），改缩放'],
  [['paper', 'orientation', 'margin'], '“布局→页边距→自定义页边距”（WPS“页面→页边距”）里改纸张和页边距'],
  [['grid'], '“页面设置→文档网格”里选“指定行和字符网格”，填行数和字数'],
  [['page-number', 'no-page-number'], '“插入→页码”，选好位置'],
];

function whenUnclear(unclear: LayoutUnclear, name: string): string {
  switch (unclear.kind) {
    case 'other-format':
      return '用 Word 或 WPS 打开，“另存为→Word 文档 (*.docx)”，再检查一遍';
    case 'not-found':
      return `用 Word 打开，自己看一眼${name}；给它套用“标题”一类的样式，就认得出来`;
    case 'not-said':
      return `选中${name}，明确设一次${traitNames(unclear.traits, 'zh')}，再检查一遍`;
    case 'unread':
    case 'too-long':
      return LOOK;
  }
}
