import type { BrokenCause, TooLarge, UnknownCause } from '../../model/facts.ts';
import type { StrayReason } from '../../model/materials.ts';
import { formatBytes } from '../format-bytes.ts';
import { showDetail } from '../show-name.ts';

/** What is wrong with a file, without figures. */
export function brokenZh(cause: BrokenCause): string {
  switch (cause.kind) {
    case 'cut-off':
      return '文件不完整，后面一截没有了';
    case 'ends-early':
      return '文件不完整，数据到一半就断了';
    case 'no-index':
      return '文件打不开，缺少开头或结尾的索引，多半没有录完或没有拷完';
    case 'hollow':
      return '文件长度对，里面却有大段空白，多半是拷贝、下载时中断了';
    case 'corrupt':
      return '文件里有损坏的数据';
    case 'refers-elsewhere':
      return '这只是一个引用，画面或声音在别的文件里，单独交上去放不出来';
    case 'password':
      return '文件设了密码，打不开';
    case 'nothing-inside':
      return '文件是个空壳，里面没有应有的画面、声音或正文';
  }
}

/** The figures to it. */
export function brokenActualZh(cause: BrokenCause): string {
  switch (cause.kind) {
    case 'cut-off':
      return `应有 ${formatBytes(cause.declared, 'zh')}，只有 ${formatBytes(cause.actual, 'zh')}，${missingZh(cause)}`;
    case 'ends-early':
      return '中途断掉';
    case 'no-index':
      return '没有索引';
    case 'hollow':
      return `抽查 ${cause.checked} 处，${cause.broken} 处没有内容`;
    case 'corrupt':
      return cause.detail.trim() === '' ? '数据损坏' : `数据损坏（${showDetail(cause.detail)}）`;
    case 'refers-elsewhere':
      return '内容在别的文件里';
    case 'password':
      return '要密码才能打开';
    case 'nothing-inside':
      return '里面没有内容';
  }
}

function missingZh(cause: { readonly declared: number; readonly actual: number }): string {
  return `少 ${formatBytes(Math.max(0, cause.declared - cause.actual), 'zh')}`;
}

const tooLargeZh: Readonly<Record<TooLarge, (limit: number) => string>> = {
  pixels: (limit) => `画面像素太多（本工具最多读 ${Math.floor(limit / 10_000)} 万像素）`,
  unpacked: (limit) => `解开后太大（本工具最多解 ${formatBytes(limit, 'zh')}）`,
  file: (limit) => `文件太大（本工具最多读 ${formatBytes(limit, 'zh')}）`,
  output: (limit) => `分析时输出太多（超过 ${formatBytes(limit, 'zh')}）`,
  pages: (limit) => `页数太多（本工具最多看 ${limit} 页）`,
};

/** Why something could not be learned, as the end of “没能查清：…”. */
export function unknownZh(cause: UnknownCause): string {
  switch (cause.kind) {
    case 'timed-out':
      return `读了 ${cause.seconds} 秒还没有读完，已停止`;
    case 'too-large':
      return tooLargeZh[cause.what](cause.limit);
    case 'crashed':
      return cause.detail.trim() === ''
        ? '读取程序中途出错'
        : `读取程序中途出错（${showDetail(cause.detail)}）`;
    case 'tool-missing':
      return `这台电脑上没有找到 ${cause.tool}`;
    case 'unreadable':
      return cause.detail.trim() === ''
        ? '系统不让读这个文件'
        : `系统不让读这个文件（${showDetail(cause.detail)}）`;
    case 'no-prober':
      return '本工具不能查看这种格式的内部';
    case 'open-ended':
      return '文件自己没有写明应到哪里结束，无从判断有没有缺';
  }
}

/** What to do about it. */
export function unknownCureZh(cause: UnknownCause): string {
  switch (cause.kind) {
    case 'timed-out':
      return '把文件拷到本机硬盘上再检查一次；仍不行，就打开它从头看一遍，确认正常';
    case 'too-large':
      return '打开文件确认正常；照片可缩小尺寸后另存，文档可删去多余内容后另存';
    case 'crashed':
      return '用常用软件打开文件，另存一份再检查；打不开就重新导出';
    case 'tool-missing':
      return '重新安装本工具（npm ci），或安装 ffmpeg 后再检查';
    case 'unreadable':
      return '关闭正在使用它的程序，或把文件拷到自己的文件夹里，再检查一次';
    case 'no-prober':
      return '转成通知要求的格式再检查，或由负责的同志打开看过后确认';
    case 'open-ended':
      return '从原来的录音、剪辑软件重新导出（不是转换这个文件）：视频用 MP4，录音用 WAV 或 M4A；或从头到尾播放一遍，看结尾是否完整，--deep 也查不出这一点';
  }
}

/** What lies in the folder without being material, and what to do about it, if anything. */
export const strayWordsZh: Readonly<Record<StrayReason, { readonly label: string; readonly cure: string }>> =
  {
    'office-lock': { label: 'Word、WPS 打开文档时的临时锁文件', cure: '关闭文档后会自行消失，不用管' },
    'system-litter': { label: '系统自动生成的文件', cure: '不用管' },
    'own-note': { label: '本工具放的说明', cure: '不用管' },
    temporary: { label: '没有下载完或没有保存完的临时文件', cure: '等下载、保存完成后再检查' },
    empty: { label: '空文件（0 字节）', cure: '找到原文件重新拷贝；不需要就删掉' },
    'cloud-placeholder': {
      label: '只在网盘里、还没有下载到本机的文件',
      cure: '在网盘软件里右键选“始终保留在此设备上”，下载完再检查',
    },
    link: { label: '链接（不是文件本身）', cure: '把它指向的文件拷到材料文件夹里' },
    special: { label: '不是普通文件', cure: '移出材料文件夹' },
    'name-not-unicode': { label: '名称是乱码的文件', cure: '重新命名后再检查' },
    unreadable: { label: '系统不让读的文件', cure: '关闭正在使用它的程序，或检查权限，再检查一次' },
    'too-deep': { label: '放得太深的文件夹', cure: '往上移几层再检查' },
  };
