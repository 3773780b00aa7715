import { describeByline } from '../describe-text-rules.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

export const bylineWordsZh: WordingsOf<'text.byline'> = {
  'text.byline': {
    title: '标题下署名',
    required: ({ asked }) => `标题下面写明${describeByline(asked, 'zh')}`,
    actual: ({ missing, unknown }) => {
      if (!missing) return undefined;
      const said = [
        missing.length > 0 && `没有${describeByline(missing, 'zh')}`,
        unknown.length > 0 && `${describeByline(unknown, 'zh')}没法核对`,
      ].filter((part) => part !== false);
      return said.length === 0 ? '都有' : said.join('；');
    },
    message: (result, { missing }) => {
      if (result === 'pass') return '标题下面写明了';
      if (result === 'skip') return '没有要求';
      if (result === 'fail') return '标题下面写得不全';
      return missing ? '标题下面的署名没能核对全' : '没能查清标题下面写了什么';
    },
    advice: (result, { asked }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'unknown'
            ? '打开文稿看一看标题下面；单位写在 four-ones.yaml 的 org，作者、专业等写在 作品信息.yaml，再检查一次'
            : `在标题下面另起一行，写明${describeByline(asked, 'zh')}`,
      })),
    explain: {
      asks: '文稿标题下面的几行写明通知要的单位、作者等。单位对照 four-ones.yaml，其余对照 作品信息.yaml；简称认不出的，由人看。',
      why: '评审、用稿时按它认作者。',
      mend: ['在 Word 或 WPS 里，标题下面加一行，如：计算机学院　软件工程专业　姓名。'],
    },
  },
};
