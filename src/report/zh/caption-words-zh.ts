import { describeCaption } from '../describe-text-rules.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

const FROM = { info: '作品信息.yaml 里', file: '同名 txt 里', text: '文稿里' } as const;

export const captionWordsZh: WordingsOf<'photo.caption'> = {
  'photo.caption': {
    title: '图片说明',
    required: ({ range }) => describeCaption(range, 'zh'),
    actual: ({ from, actual }) => (from === undefined ? undefined : `${FROM[from]}有 ${actual ?? 0} 字`),
    message: (result, { range, actual, from, numbered }) => {
      if (result === 'pass') return '有说明';
      if (result === 'skip') return '没有要求';
      if (numbered !== undefined) return `“${visible(numbered)}……”是不是这张照片的说明，看不出来`;
      if (result === 'unknown') return '文稿看不全，不知道里面有没有这张照片的说明';
      if (from === undefined) return '没有说明';
      return overshoot(range, actual)?.side === 'under' ? '说明太短' : '说明太长';
    },
    advice: (result, { range, actual, file }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (beyond) return { text: `${beyond.side === 'over' ? '删去' : '再写'} ${beyond.by} 字以上` };
        return {
          text: `在 作品信息.yaml 里写“图片说明:”，下一行空两格写“${visible(file)}: 说明文字”；或放一个同名的 txt`,
        };
      }),
    explain: {
      asks: '每张照片都有文字说明，字数符合通知。说明可以写在 作品信息.yaml 的“图片说明”里，或写在与照片同名的 txt 文件里，或在文稿里单独一行写“照片文件名：说明”。',
      why: '没有说明，编辑不知道拍的是什么人、什么事。',
      mend: [
        '作品信息.yaml 里写“图片说明:”，下面每张一行，空两格，如“图1.jpg: 党员教师在社区送药”。',
        '或放一个与照片同名的 txt，如 图1.jpg 和 图1.txt。',
        '或在文稿里写一行“图1：说明”，照片就叫 图1.jpg。',
      ],
    },
  },
};
