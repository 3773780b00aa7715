import type { CheckArgs } from '../../model/check.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { personNamesZh } from './format-names-zh.ts';
import { countedZh } from './notice-words-zh.ts';

export const personQuotaWordsZh: WordingsOf<'quota.person'> = {
  'quota.person': {
    title: '每人件数',
    // Two persons of one notice are two questions, and a decision about one is none about the other.
    required: ({ per, max, count, person }) => {
      const who =
        person === undefined ? `每位${personNamesZh[per]}` : `${personNamesZh[per]}${visible(person)}`;
      return `${who}不超过 ${max} ${UNITS[count]}`;
    },
    actual: ({ actual, count, works, person }, result) =>
      result === 'unknown'
        ? undefined
        : `${person === undefined ? '最多 ' : ''}${actual} ${UNITS[count]}${works.length === 0 ? '' : `：${titlesZh(works)}`}`,
    message: (result, args) => {
      const { per, person, categories } = args;
      const who = personNamesZh[per];
      const counted = countedZh(categories);
      if (person !== undefined) return `${counted}，${who}${visible(person)}报多了`;
      if (result === 'unknown') return `${counted}，每位${who}报没报多还不能定：${unclearZh(args)}`;
      return `${counted}，没有${who}报多`;
    },
    advice: (result, { per, person, max, count, unsaid }) =>
      whenNotPassed(result, () => {
        const who = personNamesZh[per];
        if (person === undefined)
          return unsaid.length === 0
            ? { text: '先把没有认出类别的作品放进各自类别的文件夹' }
            : { text: `在这几件的作品信息.yaml 里写全${who}（不写“等”）` };
        const rest = `其余的移出材料文件夹`;
        return {
          text: `和${visible(person)}商定留哪 ${max} ${UNITS[count]}，${rest}；若是同名的两个人，用 confirm 写明理由豁免`,
        };
      }),
    explain: {
      asks: '一个人（作者、主讲人或指导教师）的作品不超过通知规定的件数，或只报规定的几类。人名取自作品信息.yaml；空格、全角半角、括号里的话不算，同名的按一个人算。',
      why: '超过的往往全部退回，或由主办方随便留一件。',
      mend: [
        '每件作品的作品信息.yaml 写明作者、主讲人、指导教师，一个不漏，不写“等”。',
        '超过的和本人商定留哪几件，其余移出材料文件夹。',
        '确是同名的两个人：four-ones confirm 写明理由。',
      ],
    },
  },
};

const UNITS = { works: '件', categories: '类' } as const;
const MOST_TITLES = 5;

/** 《甲》《乙》, cut where there are many. */
function titlesZh(titles: readonly string[]): string {
  const shown = titles.slice(0, MOST_TITLES).map((title) => `《${visible(title)}》`);
  return shown.join('') + (titles.length > MOST_TITLES ? `等 ${titles.length} 件` : '');
}

function unclearZh({ per, unsaid, unsorted }: CheckArgs['quota.person']): string {
  const parts = [
    ...(unsaid.length === 0 ? [] : [`${titlesZh(unsaid)}没有写明${personNamesZh[per]}，或没有写全`]),
    ...(unsorted === undefined ? [] : [`有 ${unsorted} 件没有认出类别`]),
  ];
  return parts.join('；');
}
