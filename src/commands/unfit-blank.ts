import path from 'node:path';
import type { SheetFilling, SheetUnfit } from '../forms/sheet/fill-sheet.ts';
import { UsageError, type Bilingual } from '../model/problems.ts';

/** Why the notice's own blank of a table cannot be filled, and what to do about it. */
export function unfitBlank(
  name: string,
  file: string,
  filling: Exclude<SheetFilling, { kind: 'filled' }>,
): UsageError {
  const { zh, en } = filling.kind === 'unfit' ? whyUnfit(filling.why) : unreadable(path.extname(file));
  return new UsageError({
    zh: `《${name}》的空白表 ${file} ${zh}`,
    en: `the blank ${file} of “${name}” ${en}`,
  });
}

function unreadable(extension: string): Bilingual {
  const program = extension.toLowerCase() === '.xlsx' ? 'Excel' : 'Word';
  return {
    zh: `打不开或填不进去；请用 ${program} 或 WPS 另存为 ${extension} 再试（有打开密码的先取消密码）`,
    en: `cannot be opened or filled; save it anew as ${extension} with ${program} or WPS, without a password, and try again`,
  };
}

function whyUnfit(why: SheetUnfit): Bilingual {
  switch (why.kind) {
    case 'several':
      return {
        zh: '里有几个表都有这些栏，不知道填哪一个；请只留一个',
        en: 'has several tables with these columns; leave only one',
      };
    case 'printed':
      return {
        zh: `表头下面一行已经写着“${why.text}”，像是示例；请先删去这一行`,
        en: `says “${why.text}” in the line below its head, as an example does; remove it first`,
      };
    case 'unlike':
      return unlike(why.missing, why.extra);
    case 'two-rows':
      return {
        zh: '的表头有两行（有的栏下面又分了栏）；请改成一行表头，再照着写 summary.columns',
        en: 'has a head of two rows (some columns are divided below); make it one row, and write summary.columns as it has them',
      };
    case 'formula':
      return {
        zh: `用到了公式（${why.place}），增减行以后会算错；请先删去，或把它换成算好的数（复制→选择性粘贴→数值）`,
        en: `reckons with formulas (${why.place}), which would be wrong with other rows; remove them, or paste them as values first`,
      };
    case 'object':
      return {
        zh: '的表格旁边或下面有图片、文本框、批注、控件，或套用了“表格”格式，增减行以后会错位；请删去、移到表头上面，或“转换为区域”',
        en: 'has a picture, a text box, a comment, a control or an Excel “table” beside or below its lines, which would come to stand wrong; remove it, move it above the head, or convert the table to a range',
      };
    case 'merged':
      return {
        zh: `有跨行合并的单元格（${why.place}）和要填的行连在一起；请先取消合并`,
        en: `has merged cells (${why.place}) that reach into the lines to be filled; unmerge them first`,
      };
    case 'beside':
      return {
        zh: `要填的行右边或左边写着“${why.text}”，增减行以后会错位；请移到表格上面或下面`,
        en: `says “${why.text}” beside the lines to be filled; move it above or below the table`,
      };
  }
}

function unlike(missing: readonly string[], extra: readonly string[]): Bilingual {
  const zh = [
    ...(missing.length > 0 ? [`表头里没有 ${missing.join('、')}`] : []),
    ...(extra.length > 0 ? [`columns 里没有 ${extra.join('、')}`] : []),
  ];
  const en = [
    ...(missing.length > 0 ? [`not in the blank: ${missing.join(', ')}`] : []),
    ...(extra.length > 0 ? [`not in columns: ${extra.join(', ')}`] : []),
  ];
  return {
    zh: `的表头和通知的 columns 不一致：${zh.join('；')}。请照着空白表的表头改 summary.columns（表头须是一行）`,
    en: `has a head that is not that of its columns: ${en.join('; ')}. Write summary.columns as the head of the blank has them (one row)`,
  };
}
