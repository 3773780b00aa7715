import type { Alternative, InfoFault } from '../../model/check.ts';
import type { Role } from '../../model/format.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { fieldNamesZh, roleNamesZh } from './format-names-zh.ts';

type ItemCode = 'item.parts' | 'item.choice' | 'item.date' | 'item.info';

export const itemWordsZh: WordingsOf<ItemCode> = {
  'item.parts': {
    title: '作品组成',
    required: ({ role, name, range, unexpected }) =>
      unexpected ? `不收${roleNamesZh[role]}` : `${kindZh({ role, name })}${formatCount(range, 'zh', '个')}`,
    actual: ({ role, name, actual }) => `${kindZh({ role, name })} ${actual} 个`,
    message: (result, { role, name, range, actual, unexpected }) => {
      const kind = kindZh({ role, name });
      if (result === 'pass') return `${kind}个数符合要求`;
      if (result === 'unknown') return `没能数清有几个${kind}`;
      if (result === 'skip') return '没有要求';
      if (unexpected) return `这一类不收${kind}`;
      if (overshoot(range, actual)?.side === 'over') return `${kind}多了`;
      return actual === 0 ? `缺${kind}` : `${kind}不够`;
    },
    advice: (result, { role, name: named, words, range, actual, unexpected }) =>
      whenNotPassed(result, () => {
        const name = kindZh({ role, name: named });
        if (words && overshoot(range, actual)?.side === 'under') {
          const told = words.map((word) => `“${visible(word)}”`).join('或');
          return { text: `把${name}放进这件作品的文件夹，文件名里写上${told}；已经放了的，改一下文件名` };
        }
        if (unexpected) return { text: `把${name}移到收它的类别，或移出材料文件夹` };
        const beyond = overshoot(range, actual);
        if (beyond?.side === 'over')
          return { text: `移走 ${beyond.by} 个${name}；若是几件作品混在一起，每件建一个文件夹` };
        return { text: `把${name}放进这件作品的文件夹${beyond ? `，还差 ${beyond.by} 个` : ''}` };
      }),
    explain: {
      asks: '每件作品由通知要求的几种文件组成，如文稿 1 个、照片 2 张以上。',
      why: '缺一样就要退回补交；放错类别的没有人看。',
      mend: ['一件作品一个文件夹，文件都放在里面。', '几件作品混在一起的，分开放。'],
    },
  },
  'item.choice': {
    title: '任选其一',
    required: ({ alternatives, range }) =>
      `${alternatives.map(alternativeZh).join('、')}中的 ${formatCount(range, 'zh', '种')}`,
    actual: ({ alternatives }) => {
      const there = alternatives.filter((one) => one.there).map(alternativeZh);
      return there.length === 0 ? '都没有' : there.join('、');
    },
    message: (result, { range, actual }) => {
      if (result === 'pass') return '该有的有了';
      if (result === 'unknown') return '没能看清有哪几种';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'over'
        ? '只能选一部分，这里多了'
        : '几样里一样也没有，或者不够';
    },
    advice: (result, { alternatives, range, actual }) =>
      whenNotPassed(result, () => {
        const there = alternatives.filter((one) => one.there).map(alternativeZh);
        return overshoot(range, actual)?.side === 'over'
          ? { text: `在${there.join('、')}里选定要报的，其余移出这件作品的文件夹` }
          : { text: `在${alternatives.map(alternativeZh).join('、')}里选一种，放进这件作品的文件夹` };
      }),
    explain: {
      asks: '通知写“或”“任选一种”的，几样里有其中的一样（或规定的几样）。',
      why: '一样没有不收；二选一的两样都交，收件方不知道算哪一样。',
      mend: ['选定一种，放进作品文件夹；不要的移出去。'],
    },
  },
  'item.date': {
    title: '作品日期',
    required: ({ from, to }) => [from && `${from} 以后`, to && `${to} 以前`].filter(Boolean).join('，'),
    actual: ({ said, actual }) => actual ?? (said === undefined ? undefined : visible(said)),
    message: (result, { said }) => {
      if (result === 'pass') return '在规定的时间内';
      if (result === 'skip') return '没有要求';
      if (result === 'fail') return '不在规定的时间内';
      return said === undefined ? '没有写明作品是哪一天的' : '看不懂写的日期';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text:
          result === 'fail'
            ? '换一件规定时间内的作品；日期写错了的，在 作品信息.yaml 里改正'
            : '在作品文件夹的 作品信息.yaml 里写一行，如 日期: 2020-03-05',
      })),
    explain: {
      asks: '作品创作、发表或活动开展的日期在通知规定的时段内，取自 作品信息.yaml 的“日期”。',
      why: '时段以外的作品不参评。文件自己的日期会变，不能当依据。',
      mend: ['在 作品信息.yaml 里写一行：日期: 2020-03-05'],
    },
  },
  'item.info': {
    title: '作品信息',
    required: ({ field, problem }) => infoRequired(field ? fieldNamesZh[field] : undefined, problem),
    actual: ({ problem }) => infoActual(problem),
    message: (result, { field, problem }) => {
      const name = field ? `“${fieldNamesZh[field]}”` : '作品信息';
      if (!problem) return result === 'unknown' ? `没能读出${name}` : `${name}已写明`;
      return infoMessage(name, problem);
    },
    remark: ({ problem }) =>
      problem?.kind === 'not-listed'
        ? `“${visible(problem.value)}”不在通知列出的选题里；通知写了“等”，可以用`
        : undefined,
    advice: (result, { field, problem }) =>
      whenNotPassed(result, () => infoAdvice(field ? fieldNamesZh[field] : undefined, problem)),
    explain: {
      asks: '作品名称、主讲人、选题、关键词等写在作品文件夹的 作品信息.yaml 里，通知要什么就写什么。',
      why: '邮件主题、推荐表和报送清单要用这些内容。',
      mend: [
        '在作品文件夹里新建文本文件 作品信息.yaml，用记事本写，一行一项，冒号后空一格：',
        'title: 逆行者的二十四小时',
        'keywords: [抗疫, 党员, 社区]',
        '保存时编码选 UTF-8。',
      ],
    },
  },
};

function infoRequired(name: string | undefined, problem: InfoFault | undefined): string {
  switch (problem?.kind) {
    case 'count':
      return `${name ?? ''}${formatCount(problem.range, 'zh', '个')}`;
    case 'not-listed':
      return problem.oneOf.map(visible).join('；');
    case 'syntax':
      return '作品信息.yaml 写法正确';
    case 'missing':
    case undefined:
      return `写明${name ?? '作品信息'}`;
  }
}

function infoActual(problem: InfoFault | undefined): string | undefined {
  switch (problem?.kind) {
    case 'missing':
      return '没有写';
    case 'count':
      return `${problem.actual} 个`;
    case 'not-listed':
      return visible(problem.value);
    case 'syntax': {
      const key = problem.key === undefined || problem.key === '' ? '' : `，${visible(problem.key)}`;
      return `第 ${problem.line} 行第 ${problem.column} 列${key}：${visible(problem.problem)}`;
    }
    case undefined:
      return undefined;
  }
}

function infoMessage(name: string, problem: InfoFault): string {
  switch (problem.kind) {
    case 'missing':
      return `没有写${name}`;
    case 'count':
      return `${name}${overshoot(problem.range, problem.actual)?.side === 'over' ? '多了' : '不够'}`;
    case 'not-listed':
      return `${name}不是通知列出的`;
    case 'syntax':
      return '作品信息.yaml 写法有误，没有读进来';
  }
}

function infoAdvice(name: string | undefined, problem: InfoFault | undefined): Advice {
  switch (problem?.kind) {
    case 'syntax':
      return { text: `用记事本打开作品信息.yaml，改好第 ${problem.line} 行再检查` };
    case 'not-listed':
      return { text: '核对是否写错；确是别的选题，先问收件方收不收' };
    case 'count':
      return { text: `用记事本打开作品信息.yaml，改${name ?? '这一项'}的个数` };
    case 'missing':
    case undefined:
      return { text: `用记事本打开（没有就新建）作品文件夹里的 作品信息.yaml，写上${name ?? '作品信息'}` };
  }
}

/** “讲稿”（文稿）, 照片. */
function alternativeZh({ kinds }: Alternative): string {
  return kinds.map(kindZh).join('和');
}

function kindZh({ role, name }: { readonly role: Role; readonly name?: string | undefined }): string {
  return name === undefined ? roleNamesZh[role] : `“${visible(name)}”（${roleNamesZh[role]}）`;
}
