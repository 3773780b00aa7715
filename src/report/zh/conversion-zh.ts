import { familyOf, isSource, type Format } from '../../model/format.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import type { Advice } from '../wording.ts';

/** How to turn a file of one format into one the notice takes. */
export function conversionZh(actual: Format, allowed: readonly Format[], path?: string): Advice {
  if (wantsSource(actual, allowed))
    return {
      text: '要的是制作时的源文件（相机拍的要 RAW 原片）：向设计、拍摄的人要来交；导出的图片、PDF 改扩展名没有用',
    };
  switch (familyOf(actual)) {
    case 'video':
      return videoAdvice(actual, allowed, path);
    case 'image':
      return imageAdvice(actual, allowed, path);
    case 'word':
      return { text: wordAdvice(actual, allowed) };
    case 'audio':
      return audioAdvice(allowed, path);
    case 'pdf':
      return { text: pdfAdvice(allowed) };
    case 'archive':
      return { text: '先解压，把里面的文件放进材料文件夹，压缩包移走' };
    case 'slides':
      return { text: '用 PowerPoint 或 WPS 演示打开，“文件→导出”成通知要求的格式' };
    case 'design':
      return {
        text: '用制作它的软件（Illustrator、CorelDRAW 等）打开，导出或另存为通知要求的格式；只改扩展名没有用',
      };
    case 'sheet':
      return { text: '用 Excel 或 WPS 表格打开，另存为通知要求的格式' };
    case 'subtitles':
    case 'plain':
      return { text: '用 Word 或 WPS 打开，另存为通知要求的格式' };
    case 'other':
      return { text: otherAdvice(actual) };
  }
}

/** A picture or PDF, where nothing but what such are made from is taken. */
function wantsSource(actual: Format, allowed: readonly Format[]): boolean {
  const family = familyOf(actual);
  return (family === 'image' || family === 'pdf') && allowed.length > 0 && allowed.every(isSource);
}

function videoAdvice(actual: Format, allowed: readonly Format[], path?: string): Advice {
  if (actual === 'playlist') return { text: '找到影片文件本身（几十 MB 以上的那个），替换这个播放列表' };
  if (!allowed.includes('mp4')) return { text: '用剪映或格式工厂打开，导出成通知要求的格式' };
  const suffix = '转换';
  // These mostly hold H.264 and AAC already: changing the wrapping loses nothing.
  const repack: readonly Format[] = ['mov', 'm4v', '3gp', 'mkv', 'flv', 'ts'];
  const options = repack.includes(actual)
    ? '-c:v copy -c:a aac -movflags +faststart'
    : '-c:v libx264 -crf 20 -pix_fmt yuv420p -c:a aac -movflags +faststart';
  return {
    text: '用剪映重新导出（格式选 mp4、编码选 H.264），或用格式工厂“→MP4”转换；只改扩展名没有用。也可以运行',
    command: ffmpegCommand(path, { options, suffix, extension: 'mp4' }, 'zh'),
  };
}

function imageAdvice(actual: Format, allowed: readonly Format[], path?: string): Advice {
  if (actual === 'raw')
    return {
      text: '用相机附带的软件、Lightroom 或 Photoshop 打开，导出成通知要求的格式，品质选最高；只改扩展名没有用',
    };
  if (!allowed.includes('jpg'))
    return { text: '用“画图”或看图软件打开，另存为通知要求的格式；只改扩展名没有用' };
  if (actual === 'heic') {
    return {
      text: '用看图软件打开后另存为 JPG，或用格式工厂“→JPG”转换；以后在苹果手机“设置→相机→格式”里选“兼容性最佳”。只改扩展名没有用',
    };
  }
  if (actual === 'psd') return { text: '在 Photoshop 里“文件→导出→存储为 JPG”，品质选最高' };
  return {
    text: '有相机、手机里的 JPG 原图就交原图；没有就用“画图”打开，另存为 JPEG。只改扩展名没有用。也可以运行',
    command: ffmpegCommand(path, { options: '-frames:v 1 -q:v 2', suffix: '转换', extension: 'jpg' }, 'zh'),
  };
}

function audioAdvice(allowed: readonly Format[], path?: string): Advice {
  if (!allowed.includes('mp3')) return { text: '用格式工厂或剪映转成通知要求的格式' };
  return {
    text: '用格式工厂“→MP3”转换，也可以运行',
    command: ffmpegCommand(
      path,
      { options: '-c:a libmp3lame -q:a 2', suffix: '转换', extension: 'mp3' },
      'zh',
    ),
  };
}

function wordAdvice(actual: Format, allowed: readonly Format[]): string {
  const target = allowed.includes('docx') ? '“Word 文档 (*.docx)”' : '通知要求的格式';
  if (actual === 'encrypted-office') {
    return `用 Word 打开（要输密码），“文件→信息→保护文档→用密码进行加密”里清空密码，另存为${target}`;
  }
  if (allowed.includes('pdf') && !allowed.includes('docx')) {
    return '要盖章的打印盖章后扫描成 PDF；不用盖章的在 Word、WPS 里“另存为 PDF”';
  }
  return `用 Word 或 WPS 打开，“另存为”，保存类型选${target}；只改扩展名没有用`;
}

function pdfAdvice(allowed: readonly Format[]): string {
  if (allowed.includes('docx'))
    return '找到做这份 PDF 用的 Word 原稿来交；没有原稿，用 WPS“PDF 转 Word”转换后逐字核对';
  if (allowed.includes('jpg')) return '找到照片原图来交；没有原图，用 WPS“PDF 转图片”导出 JPG';
  return '找到原文件来交，或导出成通知要求的格式';
}

function otherAdvice(actual: Format): string {
  if (actual === 'shortcut') return '快捷方式里没有内容：找到它指向的文件，把那个文件拷过来';
  if (actual === 'executable') return '这是程序，不是材料，请移出文件夹';
  return '用平时的软件打开看看是什么，另存为通知要求的格式；打不开就向交来的人重新要';
}
