import type { CheckArgs } from '../../model/check.ts';
import type { SeenSpan, UnclearPicture } from '../../model/picture-facts.ts';
import { clockTime } from '../clock-time.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import { barsOf, cropFilter } from '../format-bars.ts';
import { formatStill } from '../format-level.ts';
import { formatAspect, formatSize } from '../format-picture.ts';
import { formatSeconds } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { unknownCureZh, unknownZh } from './causes-zh.ts';
import { pictureExplanationsZh as explained } from './picture-explanations-zh.ts';

const SHOWN = 5;
const LOOK = '打开影片看一看，没有问题，由负责的同志看过后确认即可';

export const pictureWordsZh: WordingsOf<'video.picture' | 'video.bars'> = {
  'video.picture': {
    title: '黑屏定格',
    required: ({ what, max }) => formatStill({ [what]: max }, 'zh'),
    actual: ({ what, spans }, result) => {
      if (!spans || spans.length === 0) return undefined;
      const doubt = result === 'unknown' ? `，最长可能到 ${formatSeconds(longest(spans), 'zh')}` : '';
      return `${what === 'black' ? '黑屏' : '画面不动'}：${spansZh(spans)}${doubt}`;
    },
    message: (result, { what, sampled, spans, unseen }) => {
      const seen = sampled === true ? '抽看各处画面，' : '';
      const name = what === 'black' ? '黑屏' : '画面卡住不动';
      if (result === 'skip') return '没有看画面；要看就加 --deep';
      if (result === 'pass') return `${seen}没有长时间${name}`;
      if (result === 'fail') return what === 'black' ? '有长时间的黑屏' : '有一段画面卡住不动了';
      if (unseen) return `${unseenZh(unseen)}，有没有长时间${name}无法判定`;
      return spans ? `有一处${name}，在两次抽看之间，到底多长没能看清` : '没能查看画面';
    },
    advice: (result, { what, unseen, spans }) =>
      whenNotPassed(result, () => {
        if (result === 'unknown') return { text: cureOf(unseen) };
        const at = spans?.[0] ? `跳到 ${clockTime(spans[0].from)} 看` : '打开影片看';
        return what === 'black'
          ? {
              text: `${at}：是剪辑时留下的空白，就在剪映里删掉再导出；是有意的（如默哀），由负责的同志确认即可`,
            }
          : {
              text: `${at}：是录制、导出时卡住的，用原始录像重新导出；原片就卡住的，剪掉这一段或补上照片；是有意的定格，由负责的同志确认即可`,
            };
      }),
    explain: explained['video.picture'],
  },
  'video.bars': {
    title: '黑边',
    required: () => '四周没有黑边',
    actual: ({ frame, film }) => {
      if (frame?.state !== 'bars' || !film) return undefined;
      const { place, share } = frame;
      const often = share < 0.95 ? `，约 ${Math.round(share * 100)}% 的地方如此` : '';
      return `${SIDES[barsOf(place, film)]}有黑边，画面本身约 ${formatSize(place)}（${formatAspect(place)}）${often}`;
    },
    message: (result, { frame, unseen }) => {
      if (result === 'pass') return '画面铺满，没有黑边';
      if (result === 'skip') return '没有看画面；要看就加 --deep';
      if (frame?.state === 'bars')
        return frame.share < 0.5 ? '插入的有些画面四周有黑边' : '画面没有铺满，四周有黑边';
      if (frame?.state === 'unclear' && frame.why === 'dark')
        return '画面边上一直是黑的，分不清是黑边，还是拍摄的背景就黑';
      return unseen ? `${unseenZh(unseen)}，有没有黑边无法判定` : '没能看清画面有没有黑边';
    },
    advice: (result, { frame, film, unseen }, path) =>
      whenNotPassed(result, () => {
        if (frame?.state !== 'bars' || !film) return { text: cureOf(unseen) };
        const kind = barsOf(frame.place, film);
        if (frame.share < 0.5) return { text: '老照片、老片段原本就是这个形状的，不用改' };
        if (kind === 'wide')
          return {
            text: '有意做成宽银幕、或把字幕放在黑边里的，不用改；不是的，在剪映里把画面放大到铺满再导出',
          };
        const crop = cropFilter(frame.place, film);
        const text =
          '在剪映里把画面放大到铺满，或用“背景→模糊”填满再导出；手里有没加黑边的原片，用原片重新导出。4:3 的老片只能如此的，不用改';
        if (!crop) return { text };
        return {
          text: `${text}。也可以运行`,
          command: ffmpegCommand(
            path,
            {
              options: `${crop} -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a copy`,
              suffix: '去黑边',
              extension: 'mp4',
            },
            'zh',
          ),
        };
      }),
    explain: explained['video.bars'],
  },
};

const SIDES = { wide: '上下', upright: '左右', around: '四周' } as const;

type Unseen = CheckArgs['video.bars']['unseen'];

/** Why not all of the film was seen. */
export function unseenZh(unseen: UnclearPicture): string {
  switch (unseen.kind) {
    case 'not-looked':
      return `没能看完画面（${unknownZh(unseen.cause)}）`;
    case 'no-picture':
      return '抽看的地方一幅画面也解不出来';
    case 'gaps':
      return '影片有些段落没能抽看到';
    case 'too-short':
      return '影片太短';
    case 'doubtful':
      return '画面看不清楚';
  }
}

function cureOf(unseen: Unseen): string {
  return unseen?.kind === 'not-looked' ? `${unknownCureZh(unseen.cause)}；或者${LOOK}` : LOOK;
}

function spansZh(spans: readonly SeenSpan[]): string {
  const longestFirst = [...spans].sort((one, other) => other.to - other.from - (one.to - one.from));
  const shown = longestFirst.slice(0, SHOWN).sort((one, other) => one.from - other.from);
  const more = spans.length > SHOWN ? `，等 ${spans.length} 处` : '';
  const said = shown.map(
    ({ from, to }) => `约 ${clockTime(from)} 至 ${clockTime(to)}（${formatSeconds(to - from, 'zh')}）`,
  );
  return `${said.join('、')}${more}`;
}

function longest(spans: readonly SeenSpan[]): number {
  return Math.max(...spans.map((span) => span.longest));
}
