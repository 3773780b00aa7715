import { codecName, formatBitRate, formatSampleRate } from '../format-picture.ts';
import { formatRange } from '../format-range.ts';
import { formatDurations, formatSeconds, overshoot, secondsBeside } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type SoundCode = 'audio.duration' | 'sound.codec' | 'sound.sample-rate' | 'sound.channels' | 'sound.bitrate';

const EXPORT_AGAIN = '在剪映或格式工厂的导出设置里改“音频”一栏，再导出一份';
const MEND = [
  '剪映“导出”：音频格式选 AAC（或通知要求的 MP3）。',
  '格式工厂“音频”：选格式，“输出配置”里改采样率、码率、声道。',
  'ffmpeg -i "课.mp4" -c:v copy -c:a aac -ar 48000 -ac 2 -b:a 192k "课-声音.mp4"',
];

export const soundWordsZh: WordingsOf<SoundCode> = {
  'audio.duration': {
    title: '录音时长',
    required: ({ range }) => formatDurations(range, 'zh'),
    actual: ({ actual, range }) => (actual === undefined ? undefined : secondsBeside(actual, range, 'zh')),
    message: (result, { range, actual }) => {
      if (result === 'pass') return '时长符合要求';
      if (result === 'skip') return '没有要求';
      if (result === 'unknown') return '没能读出录音有多长';
      return overshoot(range, actual)?.side === 'under' ? '录音短了' : '录音长了';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (!beyond) return { text: '用播放器打开看总时长；显示不正常的，重新导出一份' };
        const by = formatSeconds(beyond.by, 'zh');
        return { text: beyond.side === 'over' ? `剪掉 ${by}以上再导出` : `还差 ${by}：补录后重新导出` };
      }),
    explain: {
      asks: '录音的长度在通知规定的范围内。规定的上限、下限本身也算合格。',
      why: '超过上限的不收。',
      mend: ['用剪映或录音软件剪去头尾和停顿，再导出。'],
    },
  },
  'sound.codec': {
    title: '声音编码',
    required: ({ allowed }) => allowed.map(codecName).join(' 或 '),
    actual: ({ actual, mute }) =>
      mute ? '没有声音轨' : actual === undefined ? undefined : codecName(actual),
    message: (result, { mute }) => {
      if (result === 'pass') return '声音编码符合要求';
      if (mute) return '影片没有声音轨';
      if (result === 'unknown') return '没能读出声音的编码';
      return result === 'skip' ? '没有要求' : '声音的编码不对';
    },
    advice: (result) => whenNotPassed(result, () => ({ text: EXPORT_AGAIN })),
    explain: {
      asks: '声音的压缩方式是通知要求的那种，通常是 AAC 或 MP3。',
      why: '别的编码在播出系统里可能没有声音。',
      mend: MEND,
    },
  },
  'sound.sample-rate': {
    title: '声音采样率',
    required: ({ range }) => formatRange(range, 'zh', formatSampleRate),
    actual: ({ actual, mute }) =>
      mute ? '没有声音轨' : actual === undefined ? undefined : formatSampleRate(actual),
    message: (result, { range, actual, mute }) => {
      if (result === 'pass') return '采样率符合要求';
      if (mute) return '影片没有声音轨';
      if (result === 'unknown') return '没能读出声音的采样率';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'under' ? '采样率低了' : '采样率高了';
    },
    advice: (result) => whenNotPassed(result, () => ({ text: EXPORT_AGAIN })),
    explain: {
      asks: '声音每秒采样的次数符合通知，通常是 48 kHz 或 44.1 kHz。',
      why: '播出系统按固定的采样率收。',
      mend: MEND,
    },
  },
  'sound.channels': {
    title: '声道',
    required: ({ range }) => formatRange(range, 'zh', channels),
    actual: ({ actual, mute }) => (mute ? '没有声音轨' : actual === undefined ? undefined : channels(actual)),
    message: (result, { mute }) => {
      if (result === 'pass') return '声道数符合要求';
      if (mute) return '影片没有声音轨';
      if (result === 'unknown') return '没能读出有几个声道';
      return result === 'skip' ? '没有要求' : '声道数不对';
    },
    advice: (result) => whenNotPassed(result, () => ({ text: EXPORT_AGAIN })),
    explain: {
      asks: '声音的声道数符合通知：单声道是 1，立体声是 2。',
      why: '只有一边有声音的，播放时像是坏了。',
      mend: MEND,
    },
  },
  'sound.bitrate': {
    title: '声音码率',
    required: ({ range }) => formatRange(range, 'zh', formatBitRate),
    actual: ({ actual, mute }) =>
      mute ? '没有声音轨' : actual === undefined ? undefined : formatBitRate(actual),
    message: (result, { range, actual, mute }) => {
      if (result === 'pass') return '码率符合要求';
      if (mute) return '影片没有声音轨';
      if (result === 'unknown') return '没能读出声音每秒的数据量（文件没写，或有几条声音轨）';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'under' ? '码率低了，声音会发闷' : '码率高了';
    },
    advice: (result) => whenNotPassed(result, () => ({ text: EXPORT_AGAIN })),
    explain: {
      asks: '录音或影片的声音每秒的数据量符合通知，常见 128–320 kbps；影片的按声音轨算，不算画面。',
      why: '太低的声音发闷。',
      mend: MEND,
    },
  },
};

function channels(count: number): string {
  return count === 1 ? '单声道（1）' : count === 2 ? '立体声（2）' : `${count} 个声道`;
}
