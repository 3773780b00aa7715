import { dueText } from '../../model/due-text.ts';
import type { Due } from '../../model/notice.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type NoticeCode = 'quota.min' | 'quota.max' | 'quota.unit' | 'time.deadline' | 'attest' | 'manual';

export const noticeWordsZh: WordingsOf<NoticeCode> = {
  'quota.min': {
    title: '最少件数',
    required: ({ min, about }) => `${about === undefined ? '至少' : '约'} ${about ?? min} 件`,
    actual: ({ actual }) => (actual === 0 ? '还没有' : `${actual} 件`),
    message: (result, { categories, actual, unsorted, daysLeft }) => {
      const counted = countedZh(categories);
      if (result === 'pass') return `${counted}件数够了`;
      if (result === 'unknown') return `${counted}件数够不够还不能定：有 ${unsorted} 件没有认出类别`;
      if (result === 'skip') return `${counted}还没有材料${daysLeftZh(daysLeft)}`;
      return actual === 0 ? `${counted}一件也没有${daysLeftZh(daysLeft)}` : `${counted}件数不够`;
    },
    advice: (result, { min, actual, categories, unsorted }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'unknown'
            ? sortFirstZh(unsorted)
            : `再组织 ${Math.max(1, min - actual)} 件，每件一个文件夹，放进${categories.length === 1 ? countedZh(categories) : '其中一类'}`,
      })),
    explain: {
      asks: '每个类别的作品件数、几类合计的件数，不少于通知的规定。还没有开始交的类别只提示剩余天数；加 --complete 则每个类别都必须有。',
      why: '少交要补报，过了截止日期补不上。',
      mend: ['把作品放进以类别命名的文件夹，每件作品一个文件夹。'],
    },
  },
  'quota.max': {
    title: '最多件数',
    required: ({ max, about }) => `${about === undefined ? '不超过' : '约'} ${about ?? max} 件`,
    actual: ({ actual }) => `${actual} 件`,
    message: (result, { categories, unsorted }) => {
      const counted = countedZh(categories);
      if (result === 'unknown') return `${counted}件数超没超还不能定：有 ${unsorted} 件没有认出类别`;
      return result === 'fail' ? `${counted}件数多了` : `${counted}件数没有超`;
    },
    advice: (result, { max, actual, unsorted }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'unknown'
            ? sortFirstZh(unsorted)
            : `挑出最好的，移走 ${Math.max(1, actual - max)} 件；若一件作品被算成了几件，把它的文件放进同一个文件夹`,
      })),
    explain: {
      asks: '每个类别的作品件数、几类合计的件数，不超过通知的规定。',
      why: '多交的可能全部退回，由你重选。',
      mend: ['只留推荐的作品，其余移出材料文件夹。', '一件作品的几个文件放进同一个文件夹，就只算一件。'],
    },
  },
  'quota.unit': {
    title: '名额',
    required: ({ units }) => `按单位类型：${units.map(visible).join('、')}`,
    actual: ({ actual }) => `${actual} 件`,
    message: (_, { categories }) => `不知道本单位属于哪一类，${countedZh(categories)}该报几件没法核对`,
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: '在 four-ones.yaml 里写一行，如 unit: 其他学院（用通知里的叫法）；或对照通知自己核对',
      })),
    explain: {
      asks: '通知按单位类型分配名额的，知道本单位属于哪一类，才能核对件数。单位名称里有这一类的字，就不用写。',
      why: '名额不同：多报的退回，少报的要补。',
      mend: ['在 four-ones.yaml 里写一行：unit: 通知里的单位类型'],
    },
  },
  'time.deadline': {
    title: '截止日期',
    required: ({ on, at, rolling, label }) =>
      on === undefined
        ? `${label === undefined ? '' : `${visible(label)}，`}常年收，没有截止日期`
        : `${label === undefined ? '' : `${visible(label)}，`}${on} ${at === undefined ? '' : `${at} `}前${rolling ? '随时报送' : ''}`,
    actual: ({ days, opensIn }) =>
      opensIn !== undefined && opensIn > 0
        ? `还有 ${opensIn} 天才开始收`
        : days === undefined
          ? undefined
          : daysZh(days),
    message: (result, { category, days, opensIn }) => {
      if (opensIn !== undefined && opensIn > 0) return `“${visible(category)}”还没有开始收`;
      if (days === undefined) return `“${visible(category)}”常年收，没有截止日期`;
      if (days < 0) return `“${visible(category)}”已过截止日期`;
      return result === 'unknown'
        ? `没能判断“${visible(category)}”是否过期`
        : `“${visible(category)}”${daysZh(days)}`;
    },
    advice: (result, { days }) =>
      whenNotPassed(result, () =>
        days !== undefined && days < 0
          ? { text: '尽快联系收件方，问清还收不收；换了年度的通知，运行时加 --year 年份' }
          : { text: '到开始日期再报送' },
      ),
    explain: {
      asks: '报送日期（--date，默认今天）不晚于该类别的截止日期。当天也算按时。常年收的没有截止日期，不判。',
      why: '过期只作提醒，不算材料不合格；但收不收由收件方定。',
      mend: ['过期的先打电话问。', '旧通知用于新的一年：加 --year 2021，各日期随之推移。'],
    },
  },
  attest: {
    title: '人工确认',
    required: ({ text }) => visible(text),
    actual: (_, result) =>
      ({ pass: '已确认', fail: '没有做到', unknown: '等待确认', skip: '不适用' })[result],
    message: (result, { text }) => {
      if (result === 'pass') return `已由人确认：${visible(text)}`;
      if (result === 'fail') return `经人确认，没有做到：${visible(text)}`;
      return result === 'skip' ? `不适用：${visible(text)}` : `程序看不出来，要由人确认：${visible(text)}`;
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: result === 'fail' ? '做到以后再确认' : '由负责的同志核实后确认',
      })),
    explain: {
      asks: '通知里程序查不了的要求（如政治把关、作者同意、内容真实），由人核实后确认。',
      why: '程序没有看的，不能算合格；不写出来，又容易忘。',
      mend: ['请负责的同志逐条核实。'],
    },
  },
  manual: {
    title: '人工办理',
    required: ({ text }) => visible(text),
    actual: () => undefined,
    message: (_, { text, due }) => `要由人来办：${visible(text)}${due ? stepDueZh(due) : ''}`,
    advice: () => undefined,
    explain: {
      asks: '通知里只能由人办的事，如在网站、公众号上按提示提交。',
      why: '程序代替不了；列出来，免得漏。',
      mend: ['按报告末尾的编号逐条办理，办一条划一条。'],
    },
  },
};

/** “微电影” · “微电影”“微视频”合计. */
export function countedZh(categories: readonly string[]): string {
  const names = categories.slice(0, MOST_NAMES).map((name) => `“${visible(name)}”`);
  if (categories.length > MOST_NAMES) return `${names.join('')}等 ${categories.length} 类合计`;
  return names.join('') + (categories.length === 1 ? '' : '合计');
}

const MOST_NAMES = 5;

function sortFirstZh(unsorted: number): string {
  return `先把没有认出类别的 ${unsorted} 件放进各自类别的文件夹`;
}

/** 还有 5 天 · 今天截止 · 已过 7 天. */
export function daysZh(days: number): string {
  if (days === 0) return '今天截止';
  return days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`;
}

/** `（2020-05-10 12:00 前，还有 5 天）`; without days where no day is today. */
export function stepDueZh(due: Due & { readonly days?: number }): string {
  return `（${dueText(due)} 前${due.days === undefined ? '' : `，${daysZh(due.days)}`}）`;
}

function daysLeftZh(days: number | undefined): string {
  return days === undefined ? '' : `，${days > 0 ? `离截止还有 ${days} 天` : daysZh(days)}`;
}
