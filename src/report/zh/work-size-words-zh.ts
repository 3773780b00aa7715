import { bytesBeside, formatBytes, formatLimit } from '../format-bytes.ts';
import { formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

export const workSizeWordsZh: WordingsOf<'item.size'> = {
  'item.size': {
    title: '作品大小',
    required: ({ range }) => formatRange(range, 'zh', (bytes) => formatLimit(bytes, 'zh')),
    actual: ({ actual, files, range: { max } }) =>
      `${files} 个文件，共 ${max === undefined ? formatBytes(actual, 'zh') : bytesBeside(actual, max, 'zh')}`,
    message: (result, { range, actual }) => {
      if (result === 'pass') return '整件作品的大小符合要求';
      if (result === 'unknown') return '没能算出整件作品有多大';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'under' ? '整件作品太小' : '整件作品太大';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () =>
        overshoot(range, actual)?.side === 'under'
          ? { text: '核对作品的文件是不是放齐了' }
          : { text: '先压这件作品里最大的视频和照片；多余的文件移出作品文件夹' },
      ),
    explain: {
      asks: '一件作品的全部文件，大小相加，不超过通知对整件作品的规定。',
      why: '超过的传不上去，或被退回。',
      mend: [
        '先看最大的文件：视频用剪映重新导出、码率调低，照片按通知的像素导出。',
        '草稿、重复的文件移出作品文件夹。',
      ],
    },
  },
};
