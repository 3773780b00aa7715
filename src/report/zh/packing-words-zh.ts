import { bytesBeside, formatBytes, formatLimit } from '../format-bytes.ts';
import { formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

export const packingWordsZh: WordingsOf<'bundle.size'> = {
  'bundle.size': {
    title: '压缩包大小',
    required: ({ range }) => formatRange(range, 'zh', (bytes) => formatLimit(bytes, 'zh')),
    actual: ({ actual, range: { max } }) =>
      max === undefined ? formatBytes(actual, 'zh') : bytesBeside(actual, max, 'zh'),
    message: (result, { category, work, range, actual }) => {
      const name = `“${visible(work ?? category)}”的材料`;
      if (result === 'pass') return `${name}合在一起，大小符合要求`;
      if (result === 'unknown') return `没能算出${name}有多大`;
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'under' ? `${name}合在一起太小` : `${name}合在一起太大`;
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () =>
        overshoot(range, actual)?.side === 'under'
          ? { text: '核对材料是不是放齐了' }
          : { text: '先压最大的视频和照片（各文件的检查里有办法），或问收件方能不能分几次报' },
      ),
    explain: {
      asks: '一类材料要合起来报的，或每件作品单独打包的，文件的大小相加不超过通知的规定。视频、照片、Word 文件本来就是压缩过的，打成压缩包小不了多少。',
      why: '超过的传不上去，或被退回。',
      mend: [
        '先看最大的文件：视频用剪映重新导出、码率调低，照片按通知的像素导出。',
        '仍然超过的，问收件方能不能用网盘，或分几次报。',
      ],
    },
  },
};
