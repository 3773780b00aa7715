import type { LinkedMedia } from '../../model/slides-facts.ts';
import { formatAspect, formatPrintSize } from '../format-picture.ts';
import { overshoot } from '../format-seconds.ts';
import { showName, visible } from '../show-name.ts';
import { whenNotPassed, type Wording, type WordingsOf } from '../wording.ts';

type Told<C extends 'scan.pages' | 'video.aspect'> = Pick<Wording<C>, 'actual' | 'message' | 'advice'>;

/** How many slides there are, where pages of a deck are asked for. */
export const slideCountZh: Told<'scan.pages'> = {
  actual: ({ actual, hidden = [] }) => {
    if (actual === undefined) return undefined;
    return hidden.length === 0
      ? `${actual} 页`
      : `${actual} 页，其中隐藏 ${hidden.length} 页（第 ${slideList(hidden)} 页）`;
  },
  message: (result, { range, actual, hidden = [] }) => {
    if (result === 'pass') return '页数符合要求';
    if (result === 'skip') return '没有要求';
    if (result === 'unknown') return hidden.length > 0 ? '要看隐藏的页算不算' : '没能数清页数';
    return overshoot(range, actual)?.side === 'over' ? '页数多了' : '页数不够';
  },
  advice: (result, { hidden = [] }) =>
    whenNotPassed(result, () => ({
      text:
        result === 'unknown' && hidden.length > 0
          ? '隐藏的页用不着就删掉（左侧缩略图上带斜线的）；要留的，问清收件方算不算'
          : '用 PowerPoint 或 WPS 演示打开，看左侧的页数，删去多余的页或补上缺的',
    })),
};

/** The shape of a deck's slides. */
export const slideAspectZh: Told<'video.aspect'> = {
  actual: ({ actual }) => actual && `${formatAspect(actual)}（${formatPrintSize(actual)}）`,
  message: (result) => {
    if (result === 'pass') return '画面比例符合要求';
    if (result === 'skip') return '没有要求';
    return result === 'unknown' ? '没能读出幻灯片大小' : '幻灯片的宽高比不对';
  },
  advice: (result, { allowed }) =>
    whenNotPassed(result, () => ({
      text: `用 PowerPoint 或 WPS 演示打开，“设计→幻灯片大小”选 ${visible(allowed[0] ?? '16:9')}，逐页看图文有没有变形、出界`,
    })),
};

export const slidesWordsZh: WordingsOf<'slides.media'> = {
  'slides.media': {
    title: '课件影音',
    required: () => '视频、声音、图片都在课件里',
    actual: ({ linked }) => (linked.length === 0 ? undefined : linked.map(toldLink).join('；')),
    message: (result) => {
      if (result === 'pass') return '没有丢失的视频、声音、图片';
      if (result === 'unknown') return '没能查清视频、声音是不是在课件里';
      return result === 'skip' ? '没有要求' : '有的视频、声音、图片不在课件里，发出去就放不出来';
    },
    remark: ({ linked }) =>
      linked.length > 0 ? '有网上的视频、声音、图片：没有网络的地方放不出来，最好下载后插入' : undefined,
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: '在做课件的电脑上打开，删去这几处，用“插入→视频（音频、图片）”重新放进去，不要选“链接到文件”；保存后换一台电脑试放',
      })),
    explain: {
      asks: '课件（PPT）里放的视频、声音、图片都存在文件里。只是链接到某台电脑上的文件的，不合格；链接到网上的，合格但提醒。',
      why: '链接的视频在自己电脑上能放，发给别人就只剩一个黑框。',
      mend: [
        'PowerPoint：“文件→信息→编辑指向文件的链接”看得到哪些是链接。',
        '重新“插入→视频→此设备”（WPS 选“嵌入视频”，不要选“链接到视频”），再保存。',
        '旧的 .ppt 存不下视频：先另存为 .pptx，再插入。',
        '文件太大的：“文件→信息→压缩媒体”。',
      ],
    },
  },
};

const KINDS: Readonly<Record<LinkedMedia['kind'], string>> = { film: '视频', sound: '声音', picture: '图片' };
const PLACES: Readonly<Record<LinkedMedia['place'], string>> = {
  file: '只是链接',
  web: '在网上',
  missing: '文件里没有',
};

function toldLink({ kind, slide, place, name }: LinkedMedia): string {
  const named = name === '' ? '' : `“${showName(name)}”`;
  const where = slide === undefined ? '' : `第 ${slide} 页的`;
  return `${where}${KINDS[kind]}${named}${PLACES[place]}`;
}

/** The first few of them. */
function slideList(slides: readonly number[]): string {
  return `${slides.slice(0, 8).join('、')}${slides.length > 8 ? '…' : ''}`;
}
