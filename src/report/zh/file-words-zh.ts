import type { UnclassifiedProblem } from '../../model/check.ts';
import type { Integrity } from '../../model/facts.ts';
import { isSource, isUsualExtension, type Format, type Role } from '../../model/format.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import { bytesBeside, decimalLimit, formatLimit, passesOnlyInBinaryUnits } from '../format-bytes.ts';
import { mayBeDecoded } from '../may-be-decoded.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { brokenActualZh, brokenZh, strayWordsZh, unknownCureZh, unknownZh } from './causes-zh.ts';
import { conversionZh } from './conversion-zh.ts';
import { fileExplanationsZh as explained } from './file-explanations-zh.ts';
import { formatNamesZh, roleNamesZh } from './format-names-zh.ts';
import { spaceLatin } from './space-latin.ts';

type FileCode =
  | 'materials.none'
  | 'file.unclassified'
  | 'file.junk'
  | 'file.empty'
  | 'file.format'
  | 'file.size'
  | 'file.size-min'
  | 'file.readable';

export const fileWordsZh: WordingsOf<FileCode> = {
  'materials.none': {
    title: '材料',
    required: () => '至少有一个可以检查的文件',
    actual: ({ strays }, result) => (result === 'pass' ? undefined : `没有材料${othersZh(strays)}`),
    message: (result) => (result === 'pass' ? '有材料可查' : '文件夹里没有可以检查的材料，什么也没有查'),
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: '核对文件夹的位置，把材料按类别放进去，再运行 four-ones check 加文件夹名',
      })),
    explain: explained['materials.none'],
  },
  'file.unclassified': {
    title: '归类',
    required: ({ problem }) => (problem === 'archive' ? '解压后的文件' : '看得出是什么材料、属于哪个类别'),
    actual: ({ problem, candidates }) =>
      problem === 'ambiguous' && candidates.length > 0
        ? `可能是：${candidates.map(visible).join('、')}`
        : undefined,
    message: (result, { problem }) => (result === 'pass' ? '类别清楚' : unclassified(problem)),
    advice: (result, { problem, candidates }) =>
      whenNotPassed(result, () => ({ text: unclassifiedCure(problem, candidates) })),
    explain: explained['file.unclassified'],
  },
  'file.junk': {
    title: '无关文件',
    required: () => '材料文件夹里只放材料',
    actual: ({ reason }) => (reason ? strayWordsZh[reason].label : undefined),
    message: (_, { reason }) => (reason ? `${strayWordsZh[reason].label}，没有当作材料` : '没有无关文件'),
    advice: (_, { reason }) => (reason ? { text: strayWordsZh[reason].cure } : undefined),
    explain: explained['file.junk'],
  },
  'file.empty': {
    title: '空文件',
    required: () => '文件有内容，并且在本机上',
    actual: ({ reason }) => (reason === 'empty' ? '0 字节' : reason ? '内容还在网盘里' : undefined),
    message: (_, { reason }) => {
      if (reason === undefined) return '文件有内容';
      return reason === 'empty'
        ? '里面什么也没有，没有当作材料'
        : '内容还在网盘里，没有下载到本机，没有当作材料';
    },
    advice: (_, { reason }) => (reason ? { text: strayWordsZh[reason].cure } : undefined),
    explain: explained['file.empty'],
  },
  'file.format': {
    title: '文件格式',
    required: ({ allowed }) => spaceLatin(allowed.map((format) => formatNamesZh[format]).join('或')),
    actual: ({ actual }) => formatNamesZh[actual],
    message: (result, { role, actual, extension }) => {
      if (result === 'pass') return '格式符合要求';
      if (result === 'skip') return '通知没有限定这种文件的格式';
      const dot = visible(extension.replace(/^\./, ''));
      if (actual === 'unknown') return '从内容认不出是什么格式';
      if (actual === 'encrypted-office') return '文档设了打开密码，看不到里面';
      return isUsualExtension(dot.toLowerCase(), actual) || dot === ''
        ? `${roleNamesZh[role]}的格式不在通知要求之列`
        : `扩展名是 .${dot}，内容其实是${spaceLatin(`是${formatNamesZh[actual]}`).slice(1)}`;
    },
    advice: (result, { actual, allowed }, path) =>
      whenNotPassed(result, () => conversionZh(actual, allowed, path)),
    explain: explained['file.format'],
  },
  'file.size': {
    title: '文件大小',
    required: ({ max, excluded }) => `${excluded ? '小于' : '不超过'} ${formatLimit(max, 'zh')}`,
    actual: ({ actual, max }) => bytesBeside(actual, max, 'zh'),
    message: (result) =>
      result === 'pass' ? '大小符合要求' : result === 'fail' ? '文件太大' : '没有判断大小',
    remark: ({ actual, max }) =>
      passesOnlyInBinaryUnits(actual, max)
        ? `刚好不超：按 1024 进位没有超过 ${formatLimit(max, 'zh')}；对方若按 1000 进位（${decimalLimit(max)} 字节）就超了，最好再压小一点`
        : undefined,
    advice: (result, { role }, path) => (result === 'fail' ? shrinkAdvice(role, path) : undefined),
    explain: explained['file.size'],
  },
  'file.size-min': {
    title: '最小大小',
    required: ({ min, excluded }) => `${excluded ? '大于' : '不少于'} ${formatLimit(min, 'zh')}`,
    actual: ({ actual, min }) => bytesBeside(actual, min, 'zh'),
    message: (result) =>
      result === 'pass' ? '大小符合要求' : result === 'fail' ? '文件太小，多半不是原件' : '没有判断大小',
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: '找到相机、手机或电脑里的原文件来交，不要用微信转发或截图得来的',
      })),
    explain: explained['file.size-min'],
  },
  'file.readable': {
    title: '文件完好',
    required: () => '能打开、没有缺损',
    actual: ({ integrity }) => integrityActual(integrity),
    message: (result, { integrity, decoded, format }) => {
      if (integrity.state === 'broken') return brokenZh(integrity.cause);
      if (integrity.state === 'unknown') return `没能查清文件是否完好：${unknownZh(integrity.cause)}`;
      if (result === 'skip') return '没有要求';
      if (decoded) return '从头到尾读过，没有缺损';
      if (format === 'xls') return '结构完整（旧版 Excel，单元格里写的内容没有看）';
      return mayBeDecoded(format)
        ? '结构完整（没有从头解到尾；要从头解一遍请加 --deep）'
        : '能打开，没有缺损';
    },
    advice: (result, { integrity, format }) => whenNotPassed(result, () => readableAdvice(integrity, format)),
    explain: explained['file.readable'],
  },
};

function othersZh(strays: number): string {
  return strays > 0 ? `，只有 ${strays} 个不算材料的文件` : '';
}

function unclassified(problem: UnclassifiedProblem | undefined): string {
  switch (problem) {
    case 'no-category':
    case undefined:
      return '看不出属于哪个类别，只按文件本身检查了';
    case 'ambiguous':
      return '像是好几个类别的，只按文件本身检查了';
    case 'unknown-kind':
      return '认不出是什么文件，内容没有检查';
    case 'sheet':
      return '这是 Excel 表格，看不出是通知要的哪一张';
    case 'archive':
      return '这是压缩包，里面的文件没有检查';
    case 'shortcut':
      return '这是快捷方式，不是文件本身';
  }
}

function unclassifiedCure(problem: UnclassifiedProblem | undefined, candidates: readonly string[]): string {
  switch (problem) {
    case 'no-category':
    case 'ambiguous':
    case undefined:
      return `把它移到以类别命名的文件夹里${categories(candidates)}；全是同一类的，也可以运行时加 --category 类别名`;
    case 'unknown-kind':
      return '打开看看是什么：是材料就另存为通知要求的格式，不是就移出文件夹';
    case 'sheet':
      return '是通知要的表格，就在文件名里写上表的名称（如“推荐表”“汇总表”）；不是材料就移出文件夹';
    case 'archive':
      return '先解压，把里面的文件放进对应类别的文件夹，压缩包移走';
    case 'shortcut':
      return '找到它指向的文件，把那个文件拷过来，快捷方式删掉';
  }
}

function categories(names: readonly string[]): string {
  return names.length === 0 ? '' : `（${names.map(visible).join('、')}）`;
}

function integrityActual(integrity: Integrity): string | undefined {
  return integrity.state === 'broken' ? brokenActualZh(integrity.cause) : undefined;
}

function readableAdvice(integrity: Integrity, format: Format): Advice {
  if (integrity.state === 'unknown' && integrity.cause.kind === 'no-prober' && isSource(format)) {
    return {
      text: '用制作它的软件（Illustrator、CorelDRAW、相机附带的软件等）打开，看内容对不对、缺不缺图片和字体，再由负责的同志确认',
    };
  }
  if (integrity.state === 'unknown') return { text: unknownCureZh(integrity.cause) };
  if (integrity.state === 'broken' && integrity.cause.kind === 'password') {
    return { text: '向提供的人要密码，打开后取消密码再另存一份' };
  }
  if (integrity.state === 'broken' && integrity.cause.kind === 'refers-elsewhere') {
    return { text: '在剪映等软件里重新导出成一个独立的文件' };
  }
  return {
    text: '从手机、相机或电脑里找到原文件，重新拷一次（等拷完再拔），或从剪辑软件重新导出；修不好就请作者重交',
  };
}

function shrinkAdvice(role: Role, path?: string): Advice {
  switch (role) {
    case 'video':
      return {
        text: '在剪映导出时把码率调低（1080P 选 6000–8000 kbps 即可），也可以运行',
        command: ffmpegCommand(
          path,
          {
            options: '-c:v libx264 -crf 23 -preset slow -pix_fmt yuv420p -c:a aac',
            suffix: '压缩',
            extension: 'mp4',
          },
          'zh',
        ),
      };
    case 'photo':
      return {
        text: '用“画图”或看图软件另存为 JPG，品质选 90 左右；尺寸很大的可把长边缩到 6000 像素。原图自己留好',
      };
    case 'scan':
      return { text: '重新扫描，分辨率选 200–300 dpi，颜色选灰度；或用 WPS“PDF 压缩”压小' };
    case 'text':
    case 'form':
      return { text: '在 Word 里选中图片，“图片格式→压缩图片”；原图另外单独交' };
    case 'audio':
      return { text: '用格式工厂转成 MP3，码率选 128–192 kbps' };
    case 'slides':
      return { text: '在 PowerPoint 里“文件→信息→压缩媒体”，并压缩图片' };
    case 'subtitles':
    case 'other':
      return { text: '压小后再交，或问清收件方能不能收' };
  }
}
