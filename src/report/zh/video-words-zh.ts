import { exportPreset, sizeMiss, targetSize, type SizeMiss } from '../aim-at-size.ts';
import type { PixelSize, ResolutionRule } from '../../model/media-rules.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import { codecName, formatResolution, formatSize, scaleFilter } from '../format-picture.ts';
import { formatDurations, formatSeconds, overshoot, secondsBeside } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { unknownCureZh, unknownZh } from './causes-zh.ts';
import { conversionZh } from './conversion-zh.ts';
import { formatNamesZh } from './format-names-zh.ts';
import { spaceLatin } from './space-latin.ts';
import { subtitleWordsZh } from './subtitle-words-zh.ts';
import { videoExplanationsZh as explained } from './video-explanations-zh.ts';

type VideoCode =
  | 'video.container'
  | 'video.codec'
  | 'video.resolution'
  | 'video.duration'
  | 'video.subtitles'
  | 'video.audio';

const NOT_READ = '没能从文件里读出来';

export const videoWordsZh: WordingsOf<VideoCode> = {
  'video.container': {
    title: '视频封装',
    required: ({ allowed }) => spaceLatin(allowed.map((format) => formatNamesZh[format]).join('或')),
    actual: ({ actual, brand }) =>
      brand === undefined
        ? formatNamesZh[actual]
        : `${formatNamesZh[actual]}（标识 ${visible(brand.trim())}）`,
    message: (result, { actual }) => {
      if (result === 'pass') return '封装符合要求';
      if (result === 'unknown') return '没能看清是哪种封装';
      return result === 'skip'
        ? '没有要求'
        : spaceLatin(`装画面的“盒子”不对，其实是${formatNamesZh[actual]}`);
    },
    advice: (result, { actual, allowed }, path) =>
      whenNotPassed(result, () => conversionZh(actual, allowed, path)),
    explain: explained['video.container'],
  },
  'video.codec': {
    title: '视频编码',
    required: ({ allowed }) => allowed.map(codecName).join(' 或 '),
    actual: ({ actual, profile }) =>
      actual === undefined
        ? undefined
        : `${codecName(actual)}${profile === undefined ? '' : `（${visible(profile)}）`}`,
    message: (result) => {
      if (result === 'pass') return '编码符合要求';
      if (result === 'unknown') return `${NOT_READ}，不知道用的什么编码`;
      return result === 'skip' ? '没有要求' : '画面用的压缩方式不对，对方的播放器可能放不出来';
    },
    advice: (result, _, path) =>
      whenNotPassed(result, () => ({
        text: '用剪映重新导出，编码选 H.264（不要选 HEVC），也可以运行',
        command: ffmpegCommand(
          path,
          { options: '-c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac', suffix: 'h264', extension: 'mp4' },
          'zh',
        ),
      })),
    explain: explained['video.codec'],
  },
  'video.resolution': {
    title: '分辨率',
    required: ({ rule }) => formatResolution(rule, 'zh'),
    actual: ({ actual, stored, rotation }) => {
      if (!actual) return undefined;
      const differs = stored && (stored.width !== actual.width || stored.height !== actual.height);
      if (!differs) return formatSize(actual);
      const how = rotation ? `播放时转 ${rotation} 度` : '播放时按像素宽高比拉伸';
      return `${formatSize(actual)}（存的是 ${formatSize(stored)}，${how}）`;
    },
    message: (result, { rule, actual }) => {
      if (result === 'pass') return '分辨率符合要求';
      if (result === 'skip') return '没有要求';
      if (result === 'unknown' || !actual) return `${NOT_READ}，不知道画面多大`;
      return SIZE_MISSES[sizeMiss(rule, actual)];
    },
    advice: (result, { rule, actual }, path) =>
      whenNotPassed(result, () => {
        const target = targetSize(rule, actual);
        const upright = actual && sizeMiss(rule, actual) === 'upright';
        const text = upright
          ? '最好横着重拍；不能重拍的，用剪映建横屏（16:9）草稿，把画面放进去、两边用背景填充再导出'
          : `用剪映打开剪辑草稿重新导出，${presetZh(target, rule)}`;
        if (!target) return { text };
        return {
          text: `${text}。也可以运行`,
          command: ffmpegCommand(
            path,
            {
              options: `${scaleFilter(actual, target)} -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac`,
              suffix: `${target.height}p`,
              extension: 'mp4',
            },
            'zh',
          ),
        };
      }),
    explain: explained['video.resolution'],
  },
  'video.duration': {
    title: '视频时长',
    required: ({ range }) => formatDurations(range, 'zh'),
    actual: ({ actual, range }) => (actual === undefined ? undefined : secondsBeside(actual, range, 'zh')),
    message: (result, { range, actual }) => {
      if (result === 'pass') return '时长符合要求';
      if (result === 'skip') return '没有要求';
      if (result === 'unknown') return `${NOT_READ}，不知道有多长`;
      return overshoot(range, actual)?.side === 'under' ? '影片短了' : '影片长了';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (!beyond) return { text: '用播放器打开看总时长；显示不正常的，用剪映重新导出一份' };
        const by = formatSeconds(beyond.by, 'zh');
        return beyond.side === 'over'
          ? { text: `用剪映剪掉 ${by}以上再导出（注意补齐字幕）` }
          : { text: `还差 ${by}：补充内容后重新导出，或向收件方说明` };
      }),
    explain: explained['video.duration'],
  },
  'video.subtitles': subtitleWordsZh,
  'video.audio': {
    title: '视频声音',
    required: () => '有声音',
    actual: ({ silence }) => {
      if (silence?.state === 'no-track') return '没有声音轨';
      if (silence?.state !== 'silent') return undefined;
      return silence.peakDb === undefined
        ? '从头到尾没有声音'
        : `最响处只有 ${silence.peakDb.toFixed(0)} dB，听不到`;
    },
    message: (result, { silence }) => {
      if (result === 'pass') return '听得到声音';
      if (result === 'skip') return '没有要求';
      if (silence?.state === 'no-track') return '影片没有声音轨';
      if (silence?.state === 'silent') return '影片有声音轨，但从头到尾是静音';
      return silence?.state === 'unknown'
        ? `没能查清有没有声音：${unknownZh(silence.cause)}`
        : '没能查清有没有声音';
    },
    advice: (result, { silence }) =>
      whenNotPassed(result, () =>
        silence?.state === 'unknown'
          ? { text: unknownCureZh(silence.cause) }
          : { text: '在剪映里看声音是不是关了（“关闭原声”）、话筒录的音有没有加进来，再重新导出' },
      ),
    explain: explained['video.audio'],
  },
};

const SIZE_MISSES: Readonly<Record<SizeMiss, string>> = {
  upright: '画面是竖的（竖屏拍摄）',
  almost: '画面尺寸差一点点，多半是录屏或裁剪造成的',
  smaller: '画面比要求的小，不够清楚',
  larger: '画面比要求的大',
  'other-shape': '画面尺寸和比例不对',
};

function presetZh(target: PixelSize | undefined, { exact, min }: ResolutionRule): string {
  if (!target) return '分辨率选 1080P、比例选 16:9';
  const { preset, shape } = exportPreset(target, !exact && !min);
  return `分辨率选 ${preset}${shape === undefined ? '' : `、比例选 ${shape}`}`;
}
