import { h264Command } from '../h264-command.ts';
import { codecName, formatCodecLevel, profileName } from '../format-picture.ts';
import { formatRange } from '../format-range.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

export const videoProfileWordsZh: WordingsOf<'video.profile'> = {
  'video.profile': {
    title: '编码档次',
    required: ({ asked }) =>
      asked.by === 'profile'
        ? asked.allowed.map(profileName).join(' 或 ')
        : `Level ${formatRange(asked.range, 'zh', formatCodecLevel)}`,
    actual: ({ asked, codec, profile, level }) => {
      const said =
        asked.by === 'profile'
          ? profile === undefined
            ? undefined
            : `${visible(profile)} Profile`
          : level === undefined
            ? undefined
            : `Level ${formatCodecLevel(level)}`;
      return said === undefined
        ? undefined
        : `${said}${codec === undefined ? '' : `（${codecName(codec)}）`}`;
    },
    message: (result, { asked }) => {
      const what = asked.by === 'profile' ? '档次（Profile）' : '级别（Level）';
      if (result === 'pass') return `编码${what}符合要求`;
      if (result === 'unknown') return `没能从文件里读出编码${what}`;
      return result === 'skip' ? '没有要求' : `编码${what}不对，对方的播放器可能放不出来`;
    },
    advice: (result, { asked }, path) =>
      whenNotPassed(result, () => {
        const command = h264Command(asked, path, 'zh');
        const text =
          asked.by === 'profile'
            ? '剪映、格式工厂不能选档次，请会用的同志用 HandBrake 重新导出'
            : '级别由画面大小、帧率、码率定：重新导出，这三样按通知';
        return command === undefined ? { text } : { text: `${text}，也可以运行`, command };
      }),
    explain: {
      asks: 'H.264、H.265 的档次（Profile，用了哪些压缩办法）和级别（Level，画面、帧率、码率的上限）是通知要求的。看的是文件自己写的。',
      why: '档次、级别高的，电视台的设备、旧电脑放不出来。',
      mend: [
        '剪映“导出”：分辨率 1080P、帧率 25 或 30，出来的通常是 High Profile、Level 4.0。',
        'HandBrake：“视频”一页，编码器档次选 high，级别选 4.1。',
        'ffmpeg -i "课.mp4" -c:v libx264 -profile:v high -level:v 4.1 -crf 18 -pix_fmt yuv420p -c:a aac "课-h264.mp4"',
      ],
    },
  },
};
