import type { Due, Step } from '../model/notice.ts';
import type { Clause } from '../model/ruled.ts';
import type { StatedWays } from './way-schema.ts';

const KIB = 1024;
const UNITS = ['K', 'M', 'G'];

/**
 * What a person does on ways that no program goes, in the order in which it is done. Steps are the notice's: Chinese.
 * `due`: of what is on paper, where that has a day of its own; all is done when the last of it is.
 */
export function buildWays(stated: StatedWays, clause: Clause, due?: Due): readonly Step[] {
  const texts = [...netdiskSteps(stated), ...webSteps(stated), ...diskSteps(stated), ...paperSteps(stated)];
  const last = texts.length - 1;
  return texts.map((text, index) => ({ text, ...(due && index === last && { due }), clause }));
}

/** What is glued on: an envelope's words before those of a disk. */
export function labelOf({ paper, disk }: StatedWays): string | undefined {
  return paper?.envelope ?? disk?.label;
}

function netdiskSteps({ netdisk }: StatedWays): readonly string[] {
  if (!netdisk) return [];
  const { name, code, valid } = netdisk;
  return [
    `把“{bundle}”的材料上传到${name}，生成分享链接${code ? '，设好提取码' : ''}${valid === undefined ? '，有效期选永久' : `，有效期 ${valid}`}`,
    `用另一台电脑或手机打开链接，确认能下载，再把链接${code ? '和提取码' : ''}报给收件方`,
  ];
}

function webSteps({ web }: StatedWays): readonly string[] {
  if (!web) return [];
  const { name, address, limit } = web;
  const where = address === undefined ? name : `${name}（${address}）`;
  const most = limit === undefined ? '' : `，每个文件不超过 ${sizeText(limit)}`;
  return [`登录${where}，上传“{bundle}”的材料${most}`, '提交以后截图留存，记下编号'];
}

/** As a notice writes it, in the largest unit that it is a whole number of: 3G, 500K. */
function sizeText(bytes: number): string {
  const fits = UNITS.filter((_, power) => bytes >= KIB ** (power + 1) && bytes % KIB ** (power + 1) === 0);
  return fits.length === 0 ? `${bytes} 字节` : `${bytes / KIB ** fits.length}${fits.at(-1) ?? ''}`;
}

function diskSteps({ disk }: StatedWays): readonly string[] {
  if (!disk) return [];
  const { kind, label } = disk;
  return [
    `把文件夹“{bundle}”整个拷到${kind}，拷完逐个打开看一遍`,
    ...(label === undefined ? [] : [`${kind}上贴标签，写明：${label}`]),
  ];
}

function paperSteps({ paper }: StatedWays): readonly string[] {
  if (!paper) return [];
  const { of, copies, binding, sides, to, envelope } = paper;
  const how = [
    copies === undefined ? '' : `一式 ${copies} 份`,
    sides === undefined ? '' : sides === 'both' ? '双面打印' : '单面打印',
    binding ?? '',
  ].filter((part) => part !== '');
  return [
    `打印${of?.join('、') ?? '“{bundle}”的文字材料和表格'}${how.length > 0 ? `：${how.join('，')}` : ''}`,
    ...(envelope === undefined ? [] : [`装进信封（档案袋），封面写明：${envelope}`]),
    ...(to === undefined ? [] : [`送到${to}`]),
  ];
}
