import type { TextRole } from '../../model/layout.ts';
import type { Finding } from './finding.ts';
import type { Clause } from './roles-in.ts';

const PARTS: readonly (readonly [TextRole, RegExp])[] = [
  ['h1', /一级标题|第一层(?:标题|次)?/],
  ['h2', /二级标题|第二层(?:标题|次)?/],
  ['h3', /三级标题|第三层(?:标题|次)?/],
  ['subtitle', /副标题/],
  ['title', /(?<!小|级)标题|题目/],
  ['byline', /署名|作者姓名|作者单位|^\s?作者/],
  ['body', /正文|内文/],
];
const FONT =
  /(方正小标宋(?:简体|_GBK)?|方正仿宋(?:简体|_GBK)?|小标宋体?|仿宋(?:_GB2312|体)?|楷体(?:_GB2312)?|黑体|宋体|微软雅黑|Times New Roman)/;
const SIZE =
  /(?<!\d)(初号|小初|小?[一二三四五六]号|小[一二三四五六](?!级|标)|[1-6]号(?=$|[^\d楼码])|小[1-6]号?)/;
const PAPER = /(?<![A-Za-z0-9])(A[345]|B5|16开)(?:纸|幅面|版面|大小|$)/;
const SPACING = /行(?:间)?距\D{0,8}?(\d{1,2}(?:\.\d{1,2})?)\s?(磅|倍)|(\d(?:\.\d{1,2})?)\s?倍行距|(单倍)行距/;
const EDGE =
  /(上[和、及与]?下|左[和、及与]?右|上|下|左|右)[^\d上下左右]{0,6}(\d{1,3}(?:\.\d{1,2})?)\s?(厘米|cm|毫米|mm)/gi;
const ALL_EDGES = /(?:均|各|都|四周|四边)\D{0,4}(\d{1,3}(?:\.\d{1,2})?)\s?(厘米|cm|毫米|mm)/i;
const SIDES: Readonly<Record<string, readonly string[]>> = {
  上下: ['top', 'bottom'], 左右: ['left', 'right'], 上: ['top'], 下: ['bottom'], 左: ['left'], 右: ['right'],
}; // prettier-ignore
const INDENT = /首行(?:左)?缩进\s?(\d)\s?(?:个)?(?:字符|字)/;
const DIGITS = ['', '一', '二', '三', '四', '五', '六'];

/** How a text is to be set: what each clause says, where one goes on about what the one before began. */
export function readLayout(clauses: readonly Clause[]): readonly (readonly Finding[])[] {
  let part: TextRole | undefined;
  let inMargins = false;
  return clauses.map(({ text, roles }) => {
    part = PARTS.find(([, words]) => words.test(text))?.[0] ?? part;
    inMargins = text.includes('页边距') || (inMargins && text.search(EDGE) >= 0);
    const onPaper = roles.includes('text') || !roles.includes('photo');
    return [
      ...readType(text, part),
      ...(onPaper ? readPage(text) : []),
      ...(inMargins ? readMargins(text) : []),
    ];
  });
}

function readType(text: string, part: TextRole | undefined): readonly Finding[] {
  const font = FONT.exec(text)?.[1];
  const size = SIZE.exec(text)?.[1];
  // 三号楼, 2号厅: a size alone means type only beside a part of the text.
  if (font === undefined && (size === undefined || part === undefined) && !isBold(text, part)) return [];
  const asked: readonly (readonly [string, string])[] = [
    ...(isBold(text, part) ? ([['bold', 'true']] as const) : []),
    ...(font === undefined ? [] : ([['font', JSON.stringify(font)]] as const)),
    ...(size === undefined ? [] : ([['size', sizeName(size)]] as const)),
  ];
  return asked.map(([key, yaml]) =>
    part === undefined
      ? { ...layout(['body', key], yaml), note: '没有说是哪一部分的字体', unsure: true }
      : layout([part, key], yaml),
  );
}

function isBold(text: string, part: TextRole | undefined): boolean {
  return part !== undefined && /(?<!不|不需)加粗/.test(text);
}

function readPage(text: string): readonly Finding[] {
  const [, sheet] = PAPER.exec(text) ?? [];
  const [, figure, unit, times, single] = SPACING.exec(text) ?? [];
  const [, characters] = INDENT.exec(text) ?? [];
  const lines = single === undefined ? times : '1';
  const spacing = figure === undefined ? lines : `${figure}${unit === '磅' ? 'pt' : ''}`;
  return [
    ...(sheet === undefined ? [] : [layout(['paper'], sheet)]),
    ...(spacing === undefined ? [] : [layout(['lineSpacing'], spacing)]),
    ...(characters === undefined ? [] : [layout(['body', 'indent'], `${characters}字`)]),
  ];
}

function readMargins(text: string): readonly Finding[] {
  const own = [...text.matchAll(EDGE)].flatMap(([, edge = '', figure = '', unit = '']) =>
    (SIDES[edge.replace(/[和、及与]/, '')] ?? []).map((side) =>
      layout(['margins', side], length(figure, unit)),
    ),
  );
  const [, figure, unit = ''] = ALL_EDGES.exec(text) ?? [];
  if (own.length > 0 || figure === undefined) return own;
  return ['top', 'bottom', 'left', 'right'].map((side) => layout(['margins', side], length(figure, unit)));
}

function layout(path: readonly string[], yaml: string): Finding {
  return { readings: [{ target: { kind: 'layout', path }, value: { kind: 'raw', yaml } }] };
}

function length(figure: string, unit: string): string {
  return `${figure}${/厘米|cm/i.test(unit) ? 'cm' : 'mm'}`;
}

/** 3号 and 小4 as they are called: 三号, 小四. */
function sizeName(written: string): string {
  const named = written.replace(/\d/, (digit) => DIGITS[Number(digit)] ?? digit);
  return named.startsWith('小') ? named.replace('号', '') : named;
}
