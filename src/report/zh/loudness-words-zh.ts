import type { CheckArgs } from '../../model/check.ts';
import type { SoundLevel } from '../../model/facts.ts';
import { extensionOf } from '../../model/file-name.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import { formatLevel } from '../format-level.ts';
import { formatSeconds } from '../format-seconds.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { unknownCureZh, unknownZh } from './causes-zh.ts';
import { pictureExplanationsZh as explained } from './picture-explanations-zh.ts';

const LISTEN = '戴耳机听一遍，没有问题，由负责的同志听过后确认即可';

export const loudnessWordsZh: WordingsOf<'video.clipping' | 'video.level'> = {
  'video.clipping': {
    title: '爆音',
    required: () => '没有爆音',
    actual: ({ level }, result) => {
      if (!level || result === 'pass') return undefined;
      return `${heardZh(level)}最响处 ${formatLevel(level.peakDb)}，${share(level.nearFull)} 的声音顶到了头`;
    },
    message: (result, { level, silence, partly }) => {
      if (result === 'pass') return `${level ? heardZh(level) : ''}没有爆音`;
      if (result === 'skip') return '没有声音轨';
      if (result === 'fail') return '声音录得太响，波形削平了，听起来发破';
      if (partly) return '只抽听了几处，没有爆音；别处没能听';
      return level ? '声音很响，有没有爆音要听一听' : notHeard(silence, '爆音');
    },
    advice: (result, { level, silence }) =>
      whenNotPassed(result, () => {
        if (result === 'unknown') return cureOf(level, silence);
        return {
          text: '用没有放大过的原始录音重新导出，剪映里音量不超过 100%；原始录音就破的，调低录音音量重录',
        };
      }),
    explain: explained['video.clipping'],
  },
  'video.level': {
    title: '声音电平',
    required: ({ max }) => `最响处不超过 ${formatLevel(max)}`,
    actual: ({ level }) =>
      level
        ? `${heardZh(level)}最响处 ${formatLevel(level.peakDb)}，平均 ${formatLevel(level.meanDb)}`
        : undefined,
    message: (result, { level, silence }) => {
      if (result === 'pass') return '声音电平符合要求';
      if (result === 'skip') return '没有声音轨';
      if (result === 'fail') return '声音太响，超过了规定的电平';
      return level ? '只抽听了几处，别处是不是更响没有听' : notHeard(silence, '声音是否太响');
    },
    advice: (result, { level, silence, max }, path) =>
      whenNotPassed(result, () => {
        if (result === 'unknown' || !level) return cureOf(level, silence);
        const lower = Math.ceil(level.peakDb - max + 0.5);
        const extension = extensionOf(path ?? '') === 'mp3' ? 'mp3' : 'mp4';
        const codecs = extension === 'mp3' ? '-c:a libmp3lame -q:a 2' : '-c:v copy -c:a aac';
        return {
          text: `在剪映里把音量调低 ${lower} dB 再导出，也可以运行`,
          command: ffmpegCommand(
            path,
            { options: `-af volume=-${lower}dB ${codecs}`, suffix: '电平', extension },
            'zh',
          ),
        };
      }),
    explain: explained['video.level'],
  },
};

function heardZh({ whole, seconds }: SoundLevel): string {
  return whole || seconds === undefined ? '' : `抽听 ${formatSeconds(seconds, 'zh')}，`;
}

function share(part: number): string {
  return `${Number((part * 100).toFixed(part < 0.01 ? 2 : 0))}%`;
}

type Silence = CheckArgs['video.level']['silence'];

function notHeard(silence: Silence, what: string): string {
  return silence?.state === 'unknown'
    ? `没能听（${unknownZh(silence.cause)}），${what}无法判定`
    : `没能听，${what}无法判定`;
}

function cureOf(level: SoundLevel | undefined, silence: Silence): Advice {
  if (!level && silence?.state === 'unknown') return { text: unknownCureZh(silence.cause) };
  return { text: LISTEN };
}
