import { ffmpegCommand } from '../ffmpeg-command.ts';
import { formatAspect, formatBitRate, formatFrameRate, formatSize } from '../format-picture.ts';
import { formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { nearestWithin } from '../nearest-within.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { videoExplanationsZh as explained } from './video-explanations-zh.ts';
import { slideAspectZh } from './slides-words-zh.ts';

type VideoQualityCode =
  | 'video.pixel-format'
  | 'video.scan'
  | 'video.fps'
  | 'video.bitrate'
  | 'video.aspect'
  | 'video.orientation'
  | 'video.faststart';

export const videoQualityWordsZh: WordingsOf<VideoQualityCode> = {
  'video.pixel-format': {
    title: '颜色格式',
    required: ({ allowed }) => allowed.map(pixelFormatZh).join('或'),
    actual: ({ actual, profile }) =>
      actual === undefined
        ? undefined
        : `${pixelFormatZh(actual)}${profile === undefined ? '' : `，${visible(profile)}`}`,
    message: (result) => {
      if (result === 'pass') return '颜色格式符合要求';
      if (result === 'unknown') return '没能读出画面的颜色格式';
      return result === 'skip' ? '没有要求' : '画面的颜色格式太特殊，普通播放器可能放不出来';
    },
    advice: (result, _, path) =>
      whenNotPassed(result, () =>
        reencode(
          '用剪映重新导出，不选“10 位”“HDR”',
          '-c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac',
          '8位',
          path,
        ),
      ),
    explain: explained['video.pixel-format'],
  },
  'video.scan': {
    title: '扫描方式',
    required: () => '逐行扫描',
    actual: ({ interlaced }) => (interlaced === undefined ? undefined : interlaced ? '隔行扫描' : '逐行扫描'),
    message: (result) => {
      if (result === 'pass') return '逐行扫描';
      if (result === 'unknown') return '没能看清是逐行还是隔行扫描';
      return result === 'skip' ? '没有要求' : '画面是隔行的，电脑上放会有横纹';
    },
    advice: (result, _, path) =>
      whenNotPassed(result, () =>
        reencode(
          '摄像机改用 1080p 重拍，或用格式工厂转换时勾选“去隔行”',
          '-vf bwdif -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac',
          '逐行',
          path,
        ),
      ),
    explain: explained['video.scan'],
  },
  'video.fps': {
    title: '帧率',
    required: ({ range }) => formatRange(range, 'zh', (fps) => `${formatFrameRate(fps)} 帧/秒`),
    actual: ({ actual, constant }) =>
      actual === undefined
        ? undefined
        : `${formatFrameRate(actual)} 帧/秒${constant === false ? '（平均；忽快忽慢）' : ''}`,
    message: (result, { range, actual }) => {
      if (result === 'pass') return '帧率符合要求';
      if (result === 'unknown') return '没能读出每秒多少帧';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'under' ? '每秒的画面太少，会一顿一顿' : '每秒的画面太多';
    },
    advice: (result, { range }, path) =>
      whenNotPassed(result, () => {
        const fps = formatFrameRate(nearestWithin(range, 25));
        return reencode(
          `用剪映重新导出，帧率选 ${fps}`,
          `-r ${fps} -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac`,
          `${fps}帧`,
          path,
        );
      }),
    explain: explained['video.fps'],
  },
  'video.bitrate': {
    title: '码率',
    required: ({ range }) => formatRange(range, 'zh', formatBitRate),
    actual: ({ actual }) => (actual === undefined ? undefined : formatBitRate(actual)),
    message: (result, { range, actual }) => {
      if (result === 'pass') return '码率符合要求';
      if (result === 'unknown') return '没能读出每秒的数据量';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'under'
        ? '每秒的数据量太少，画面会发糊'
        : '每秒的数据量太大，播放会卡';
    },
    advice: (result, { range }, path) =>
      whenNotPassed(result, () => {
        const kilobits = Math.round(nearestWithin(range, 8_000_000) / 1000);
        return reencode(
          `用剪映打开草稿重新导出，码率选“自定义”，填 ${kilobits} kbps`,
          `-c:v libx264 -b:v ${kilobits}k -pix_fmt yuv420p -c:a aac`,
          `${kilobits}k`,
          path,
        );
      }),
    explain: explained['video.bitrate'],
  },
  'video.aspect': {
    title: '画面比例',
    required: ({ allowed }) => allowed.map(visible).join(' 或 '),
    actual: (args, result) => {
      if (args.slides) return slideAspectZh.actual(args, result);
      const { actual } = args;
      return actual ? `${formatAspect(actual)}（${formatSize(actual)}）` : undefined;
    },
    message: (result, args) => {
      if (args.slides) return slideAspectZh.message(result, args);
      const { actual } = args;
      if (result === 'pass') return '画面比例符合要求';
      if (result === 'skip') return '没有要求';
      if (result === 'unknown' || !actual) return '没能读出画面比例';
      return actual.height > actual.width ? '画面是竖的' : '画面的宽高比不对';
    },
    remark: ({ picture }) =>
      picture ? `去掉黑边，画面本身是 ${formatAspect(picture)}（约 ${formatSize(picture)}）` : undefined,
    advice: (result, args) => {
      if (args.slides) return slideAspectZh.advice(result, args);
      const { allowed, picture } = args;
      return whenNotPassed(result, () => ({
        text:
          picture && allowed.includes(formatAspect(picture))
            ? `去掉黑边正好是 ${formatAspect(picture)}：用剪映打开，“比例”选 ${formatAspect(picture)}，把画面放大到铺满再导出`
            : `用剪映打开，“比例”选 ${visible(allowed[0] ?? '16:9')}，调好画面位置再导出；能横着重拍更好`,
      }));
    },
    explain: explained['video.aspect'],
  },
  'video.orientation': {
    title: '横屏竖屏',
    required: ({ asked }) => (asked === 'landscape' ? '横屏' : '竖屏'),
    actual: ({ actual }) =>
      actual && `${actual.width >= actual.height ? '横的' : '竖的'}（${formatSize(actual)}）`,
    message: (result, { asked }) => {
      if (result === 'pass') return '横竖符合要求';
      if (result === 'unknown') return '没能读出画面是横是竖';
      if (result === 'skip') return '没有要求';
      return asked === 'landscape' ? '画面是竖的（竖屏拍摄）' : '画面是横的（横屏拍摄）';
    },
    advice: (result, { asked }) =>
      whenNotPassed(result, () => ({
        text: `${asked === 'landscape' ? '把手机横过来' : '把手机竖起来'}重拍；不能重拍的，用剪映“比例”选 ${asked === 'landscape' ? '16:9' : '9:16'}，放大画面裁到满屏再导出`,
      })),
    explain: explained['video.orientation'],
  },
  'video.faststart': {
    title: '边下边播',
    required: () => '索引在文件开头',
    actual: ({ faststart }) => (faststart === undefined ? undefined : faststart ? '在开头' : '在末尾'),
    message: (result) => {
      if (result === 'pass') return '可以边下载边看';
      if (result === 'unknown') return '没能看清索引的位置';
      return result === 'skip' ? '没有要求' : '要全部下载完才能开始放';
    },
    advice: (result, _, path) =>
      whenNotPassed(result, () =>
        reencode('不损画质，几秒钟即可移到开头', '-c copy -movflags +faststart', '网页', path, '：运行'),
      ),
    explain: explained['video.faststart'],
  },
};

function reencode(
  text: string,
  options: string,
  suffix: string,
  path?: string,
  joint = '，也可以运行',
): Advice {
  return {
    text: `${text}${joint}`,
    command: ffmpegCommand(path, { options, suffix, extension: 'mp4' }, 'zh'),
  };
}

const PIXEL_FORMATS: Readonly<Record<string, string>> = {
  yuv420p: '8 位 4:2:0（yuv420p）',
  yuvj420p: '8 位 4:2:0（yuvj420p）',
  yuv422p: '8 位 4:2:2（yuv422p）',
  yuv444p: '8 位 4:4:4（yuv444p）',
  yuv420p10le: '10 位 4:2:0（yuv420p10le）',
  yuv422p10le: '10 位 4:2:2（yuv422p10le）',
  yuv444p10le: '10 位 4:4:4（yuv444p10le）',
};

function pixelFormatZh(name: string): string {
  return PIXEL_FORMATS[name] ?? visible(name);
}
