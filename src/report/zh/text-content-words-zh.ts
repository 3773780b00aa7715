import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type TextContentCode = 'text.sections';

export const textContentWordsZh: WordingsOf<TextContentCode> = {
  'text.sections': {
    title: '文稿章节',
    required: ({ section, words }) =>
      `有“${visible(section)}”一节${words ? `，${formatCount(words, 'zh', '字')}` : ''}`,
    actual: ({ standing, actual }) => {
      if (standing === 'mentioned') return '只在段落里提到';
      if (standing === 'absent') return '全文没有';
      return standing === undefined || actual === undefined ? undefined : `这一节 ${actual} 字`;
    },
    message: (result, { standing, words, actual }) => {
      if (result === 'pass') return '有这一节';
      if (result === 'skip') return '没有要求';
      if (standing === 'absent') return '缺这一节';
      if (standing === 'mentioned') return '文中提到了，但没有作标题，看不出是不是单独一节';
      if (standing === undefined) return '没能查清有没有这一节';
      if (actual === 0) return '有标题，标题下面没有文字';
      if (actual === undefined) return '看不出这一节到哪里为止，没能数出字数';
      return words && overshoot(words, actual)?.side === 'under' ? '这一节字数不够' : '这一节字数多了';
    },
    advice: (result, { section, standing, words, actual }) =>
      whenNotPassed(result, () => {
        const beyond = words && standing === 'heading' ? overshoot(words, actual) : undefined;
        if (beyond) return { text: `${beyond.side === 'over' ? '删去' : '再写'} ${beyond.by} 字以上` };
        if (standing === 'heading') return { text: '打开文稿看一看这一节；没写完的补上' };
        return { text: `给这一节加上标题，单独一段，如“一、${visible(section)}”` };
      }),
    explain: {
      asks: '文稿按通知规定的章节写：每一节有自己的标题（“一、主要做法”“（一）主要做法”“主要做法：”“【主要做法】”都认得），规定了字数的，标题以下到下一节之前的字数也要符合。',
      why: '评审按章节打分，缺一节的退回补写。',
      mend: [
        '给每一节加上标题，单独成段，用通知里的名称。',
        '标题用了别的说法、确有这一节的：four-ones confirm 记录下来。',
      ],
    },
  },
};
