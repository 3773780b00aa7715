import { baseName } from '../../model/file-name.ts';
import type { SideCarProblem, SubtitlesFound } from '../../model/check.ts';
import type { Span, UnclearPicture } from '../../model/picture-facts.ts';
import { formatSeconds } from '../format-seconds.ts';
import { showName, visible } from '../show-name.ts';
import { whenNotPassed, type Wording } from '../wording.ts';
import { brokenZh, unknownZh } from './causes-zh.ts';
import { videoExplanationsZh } from './video-explanations-zh.ts';

const LOOK =
  '打开影片看一看：画面上有字幕，由负责的同志看过后确认即可；没有，就用剪映“文本→智能字幕→识别字幕”加上再导出，或另导出一个与影片同名的 .srt 放在旁边';

export const subtitleWordsZh: Wording<'video.subtitles'> = {
  title: '视频字幕',
  required: ({ asked }) => (asked === 'required' ? '有字幕' : '不带字幕'),
  actual: ({ found }) => actualOf(found),
  message: (result, { asked, found }) => {
    if (result === 'skip') return '没有要求';
    if (result === 'pass') return asked === 'required' ? '有字幕' : '不带字幕';
    return problemOf(asked, found);
  },
  remark: ({ found }) =>
    found.kind === 'side-car' && found.overlaps > 0
      ? `字幕文件里有 ${found.overlaps} 处前后两条时间重叠，放的时候会叠在一起，最好校对一遍`
      : undefined,
  advice: (result, { asked, found }) => whenNotPassed(result, () => ({ text: cureOf(asked, found) })),
  explain: videoExplanationsZh['video.subtitles'],
};

function actualOf(found: SubtitlesFound): string | undefined {
  switch (found.kind) {
    case 'track':
      return `影片内有字幕轨（${visible(found.codec)}）`;
    case 'empty-track':
      return '影片内有字幕轨，但里面一条也没有';
    case 'side-car':
      return sideCarZh(found);
    case 'side-car-unreadable':
      return `字幕文件 ${showName(baseName(found.path))} 读不了`;
    case 'burned-in':
      return `画面上有字幕（${span(found)}）`;
    case 'burned-partly':
      return `画面上的字幕只在 ${found.covered.map(span).join('、')}，影片长 ${formatSeconds(found.film, 'zh')}`;
    case 'not-in-picture':
      return '影片内没有字幕轨，旁边没有字幕文件；抽看各处画面，也没有字幕';
    case 'not-in-file':
      return '影片内没有字幕轨，旁边也没有字幕文件';
    case 'not-looked':
      return undefined;
  }
}

function span({ from, to }: Span): string {
  return `${formatSeconds(from, 'zh')}至 ${formatSeconds(to, 'zh')}`;
}

/** Why the picture gave no answer. */
function pictureZh(picture: UnclearPicture | undefined): string {
  switch (picture?.kind) {
    case undefined:
      return '直接压在画面里的字幕，从文件数据里看不出来';
    case 'not-looked':
      return `没能看完画面（${unknownZh(picture.cause)}）`;
    case 'no-picture':
      return '抽看的地方一幅画面也解不出来';
    case 'too-short':
      return '影片太短，看不出画面上的文字是不是字幕';
    case 'gaps':
      return '影片有些段落没能抽看到，看到的地方没有字幕';
    case 'doubtful':
      return '画面下方有文字出现又消失，但不像一般的字幕';
  }
}

function isToolMissing(picture: UnclearPicture | undefined): boolean {
  return picture?.kind === 'not-looked' && picture.cause.kind === 'tool-missing';
}

function sideCarZh(found: Extract<SubtitlesFound, { kind: 'side-car' }>): string {
  const cues = `${found.cues} 条`;
  const shown = `共显示 ${formatSeconds(found.shown, 'zh')}`;
  const film = found.film === undefined ? '' : `，影片长 ${formatSeconds(found.film, 'zh')}`;
  const end = found.problem === 'beyond-end' ? `，最后一条到 ${formatSeconds(found.last, 'zh')}` : '';
  return `字幕文件 ${showName(baseName(found.path))}：${cues}，${shown}${end}${film}`;
}

function problemOf(asked: 'required' | 'forbidden', found: SubtitlesFound): string {
  switch (found.kind) {
    case 'track':
      return asked === 'forbidden' ? '通知不要字幕，影片里却有字幕轨' : '影片里的字幕轨是否合用，没能查清';
    case 'empty-track':
      return '字幕轨是空的，等于没有字幕';
    case 'side-car':
      return found.problem ? SIDE_CAR_PROBLEMS[found.problem] : '通知不要字幕，旁边却有字幕文件';
    case 'side-car-unreadable':
      return `旁边的字幕文件读不了${becauseOf(found.cause)}`;
    case 'burned-in':
      return '通知不要字幕，画面上却有字幕';
    case 'burned-partly':
      return '画面上的字幕只有一部分影片有，其余没有；没有人讲话的地方不要紧，有人讲话就是漏了';
    case 'not-in-picture':
      return '没有字幕：文件里没有，画面上也没有';
    case 'not-in-file':
      return `${pictureZh(found.picture)}，所以有没有字幕无法判定`;
    case 'not-looked':
      return '没能查看字幕';
  }
}

const SIDE_CAR_PROBLEMS: Readonly<Record<SideCarProblem, string>> = {
  'no-cues': '字幕文件里一条字幕也没有',
  'beyond-end': '字幕的时间超出了影片，多半是别的版本的字幕',
  thin: '字幕太少，大半影片没有字幕',
  unsure: '有些段落没有字幕，不知道是没有人讲话，还是漏了',
  'no-film-length': '不知道影片有多长，没能核对字幕是否完整',
};

function becauseOf(cause: Extract<SubtitlesFound, { kind: 'side-car-unreadable' }>['cause']): string {
  if (!cause) return '';
  switch (cause.kind) {
    case 'timed-out':
    case 'too-large':
    case 'crashed':
    case 'tool-missing':
    case 'unreadable':
    case 'no-prober':
    case 'open-ended':
      return `：${unknownZh(cause)}`;
    case 'cut-off':
    case 'ends-early':
    case 'no-index':
    case 'hollow':
    case 'corrupt':
    case 'refers-elsewhere':
    case 'password':
    case 'nothing-inside':
      return `：${brokenZh(cause)}`;
  }
}

function cureOf(asked: 'required' | 'forbidden', found: SubtitlesFound): string {
  if (asked === 'forbidden') {
    return found.kind === 'track' || found.kind === 'empty-track' || found.kind === 'burned-in'
      ? '在剪映里删去字幕重新导出'
      : found.kind === 'side-car'
        ? '把字幕文件移出材料文件夹'
        : '打开影片看一看：画面上没有字幕，由负责的同志看过后确认即可；有，就在剪映里删去字幕重新导出';
  }
  switch (found.kind) {
    case 'side-car':
      return found.problem === 'unsure' || found.problem === 'no-film-length'
        ? '对着影片看一遍：字幕齐全，由负责的同志确认即可；有漏，用剪映“识别字幕”补齐再导出'
        : '用剪映打开这部影片，“文本→智能字幕→识别字幕”，校对后重新导出与影片同名的 .srt，换掉原来的';
    case 'side-car-unreadable':
      return '用记事本打开字幕文件看是否乱码，另存为 UTF-8；或从剪映重新导出与影片同名的 .srt';
    case 'burned-partly':
      return '对着影片把没有字幕的那几段看一遍：没有人讲话就不用改；有人讲话，用剪映“文本→智能字幕→识别字幕”补齐再导出';
    case 'not-in-picture':
      return '用剪映“文本→智能字幕→识别字幕”，校对后重新导出，或另导出一个与影片同名的 .srt 放在旁边；打开影片看到其实有字幕的，由负责的同志确认即可';
    case 'not-in-file':
      return isToolMissing(found.picture) ? `装上 ffmpeg 再查一遍，程序就能自己看画面；或者${LOOK}` : LOOK;
    case 'track':
    case 'empty-track':
    case 'burned-in':
    case 'not-looked':
      return LOOK;
  }
}
