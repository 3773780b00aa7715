import type { FormCopy, OverLimit } from '../../model/form.ts';
import { INFO_FIELD_BY_WORD } from '../../model/info-words.ts';
import { formatCount } from '../format-range.ts';
import { formatSeconds } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { fieldNamesZh } from './format-names-zh.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type FormCode = 'form.missing' | 'form.fields' | 'form.facts' | 'form.values';

/** By which a file is known for the form; a name with quotation marks of its own is told by its kind. */
function fileWord(form: string): string {
  return /[“”]/u.test(form) && form.includes('推荐表') ? '推荐表' : visible(form);
}

export const formWordsZh: WordingsOf<FormCode> = {
  'form.missing': {
    title: '推荐表格',
    titled: ({ table }) => (table ? '汇总表' : undefined),
    required: ({ form, annex, copy, wanted = 1 }) =>
      formName(form, annex) + copyZh(copy) + (wanted > 1 ? ` ${wanted} 份` : ''),
    actual: ({ there = 0 }) => (there > 0 ? `${there} 份` : undefined),
    message: (result, { form, annex, copy, there = 0 }) => {
      const name = formName(form, annex) + copyZh(copy);
      if (result === 'pass') return `${name}已附上`;
      if (result === 'unknown') return `没能认出有没有${name}`;
      if (result === 'skip') return '没有要求';
      return there > 0 ? `${name}比 Word 版少` : `缺${name}`;
    },
    advice: (result, { form, copy, table }) =>
      whenNotPassed(result, () => ({
        text: table
          ? `打包时会生成${visible(form)}：打印、盖章、扫描成 PDF，文件名写上“${fileWord(form)}（盖章）”，放进这一类的文件夹，再打包一次`
          : copy === 'word'
            ? `填好${visible(form)}，存成 .docx 放进这件作品的文件夹；有空白表的，打包时也会自动填`
            : `填好${visible(form)}，${copy === 'stamped' ? '盖章后' : '要盖章的盖章后'}扫描成 PDF，放进这件作品的文件夹，文件名里写上“${fileWord(form)}${copy === 'stamped' ? '（盖章）' : ''}”`,
      })),
    explain: {
      asks: '每件作品附上通知要求的推荐表（报名表、申报表……），按文件名和表头认。通知要 Word 版和盖章扫描件两样的，两样都要有；没有盖章扫描件的，能打包（好打印出来盖章），不能发送。汇总表要盖章的也一样。',
      why: '没有推荐表（或没有盖章）的作品不收。',
      mend: [
        '用 Word 或 WPS 填好表格，盖章，扫描成 PDF（手机可用 WPS“文档扫描”），文件名写上表的名称，放进作品的文件夹。',
        '不用盖章的，交填好的 Word 表格。',
      ],
    },
  },
  'form.fields': {
    title: '表格填写',
    required: ({ over }) => (over ? limits(over) : '该填的都填好'),
    actual: ({ empty, unknown, over }) => {
      if (over) return over.map(({ label, actual }) => `${visible(label)} ${actual} 字`).join('、');
      if (empty !== undefined && empty.length > 0) return `空着：${labelList(empty)}`;
      return unknown !== undefined && unknown.length > 0
        ? `认不出该不该填：${labelList(unknown)}`
        : undefined;
    },
    message: (result, { unknown, over, made, untouched, excel }) => {
      if (untouched && result === 'unknown') return '这张表里没有认出能填的栏，一处也没有填';
      if (over && result === 'fail') return '表格里有填得太长的栏';
      if (result === 'pass') return '表格都填好了';
      if (result === 'skip') return '没有要求';
      if (result === 'fail') return '表格有空着没填的';
      if (excel) return 'Excel 表格只查了文件是否完好，看不出填没填全';
      if (made) return '表格里还有空着的栏，不知道该不该填';
      return unknown === undefined ? '扫描件或旧格式的表格，看不出填没填全' : '表格里有认不出的空格';
    },
    advice: (result, { empty, made, over, untouched, settings, excel }) =>
      whenNotPassed(result, () =>
        settings
          ? { text: '写进 four-ones.yaml 的 contact：name 联系人、phone 电话、email 邮箱' }
          : untouched
            ? {
                text: '用 four-ones form inspect 看这张表认出了什么；填不了的请自己填好，放进这件作品的文件夹',
              }
            : over
              ? {
                  text: made
                    ? '精简 作品信息.yaml 里的这一栏；表格不替您删字'
                    : '打开表格精简，不超过表上写的字数',
                }
              : made
                ? {
                    text: '写进这件作品的 作品信息.yaml，每行“标签: 内容”；在终端里运行 four-ones pack 也会逐项问',
                  }
                : {
                    text:
                      empty !== undefined
                        ? '打开表格补填；没有内容的栏写“无”'
                        : excel
                          ? '请打开看一遍，确认每一栏都填了；通知也收 Word 版的，交 .docx 就能逐栏查'
                          : '请打开看一遍，确认每一栏都填了',
                  },
      ),
    explain: {
      asks: '自己放进来的 Word 表格，该由报送单位填的每一栏都不空（Excel 表格和扫描件看不出，由人看）。意见、盖章、签字、备注和填表日期不算。打包时填的推荐表、生成的汇总表也一样。填的字数不超过表上写的（“左右”的，多出两成以内不算）。',
      why: '缺项的表格要退回重填。',
      mend: ['打开表格，补填空着的栏；没有内容的写“无”。', '改好后用 Word 或 WPS 另存为 .docx 再检查。'],
    },
  },
  'form.facts': {
    title: '表格内容',
    required: ({ fact, actual }) =>
      fact === 'title'
        ? `作品名称写 ${visible(actual)}`
        : actual === undefined
          ? '作品时长与影片一致'
          : `作品时长写 ${formatSeconds(actual, 'zh')}`,
    actual: ({ said }) => `表里写 ${visible(said)}`,
    message: (result, { fact, actual }) => {
      const name = fact === 'title' ? '作品名称' : '作品时长';
      if (result === 'pass') return `表里的${name}与作品一致`;
      if (result === 'skip') return '没有要求';
      if (result === 'fail')
        return fact === 'title' ? '表里的作品名称与作品信息不一致' : '表里的作品时长与影片不一致';
      return actual === undefined ? '影片有多长还不知道，没法核对表里的作品时长' : '看不懂表里的作品时长';
    },
    advice: (result, { fact, actual }) =>
      whenNotPassed(result, () => {
        if (fact === 'title')
          return { text: '核对哪个名称是对的，改表格或作品信息.yaml 里的“标题”，两处一致' };
        return {
          text:
            actual === undefined
              ? '放一遍影片，核对表里的作品时长'
              : `核对交的是不是定稿的影片；是的话，把表里的作品时长改成 ${formatSeconds(actual, 'zh')}`,
        };
      }),
    explain: {
      asks: '自己填的 Word 表格里，作品时长与影片相差不超过 1 秒（只写到分钟的不满 1 分钟），作品名称与作品信息.yaml 的“标题”相同。一件作品有几部影片的，不核对时长。',
      why: '表格和作品对不上，收件人不知道哪个是对的，多半退回重报。',
      mend: ['先看交的影片是不是定稿。', '再用 Word 或 WPS 打开表格，改成与作品一致。'],
    },
  },
  'form.values': {
    title: '表格字数',
    required: ({ field, range }) =>
      range ? `“${entryName(field)}”${formatCount(range, 'zh', '字')}` : `填写“${entryName(field)}”`,
    actual: ({ actual }) => (actual === undefined ? undefined : actual === 0 ? '空着' : `${actual} 字`),
    message: (result, { field, actual }) => {
      const name = `表格的“${entryName(field)}”`;
      if (result === 'pass') return `${name}符合要求`;
      if (result === 'skip') return '没有要求';
      if (result === 'unknown') return `看不出${name}填了多少字`;
      return actual === 0 ? `${name}没有填` : `${name}字数不对`;
    },
    advice: (result, { form, field, actual, range }) =>
      whenNotPassed(result, () => {
        const asked = range ? `，${formatCount(range, 'zh', '字')}` : '';
        if (actual === undefined)
          return { text: `打开《${visible(form)}》数一数“${entryName(field)}”的字数${asked}` };
        const verb = actual === 0 ? '填写' : '改写';
        return { text: `${verb}“${entryName(field)}”${asked}：写在 作品信息.yaml 里，或写在自己填的表格里` };
      }),
    explain: {
      asks: '通知对表格单个栏目的要求：字数，或不能空着。自己放进来的 Word 表格看表里填的；没有的，看 作品信息.yaml；打包时填的，填好再看。',
      why: '超过字数、空着的，要退回重填。',
      mend: [
        '打开表格（Word 或 WPS），或 作品信息.yaml，把这一栏改到通知要的字数。',
        '扫描件数不出字数：另放一份 Word 表格，或自己数一遍。',
      ],
    },
  },
};

function limits(over: readonly OverLimit[]): string {
  return over
    .map(({ label, limit, about }) => `${visible(label)} ${limit} 字${about === true ? '左右' : '以内'}`)
    .join('、');
}

function formName(form: string, annex?: string): string {
  return annex === undefined ? `《${visible(form)}》` : `${visible(annex)}《${visible(form)}》`;
}

function copyZh(copy: FormCopy | undefined): string {
  if (copy === undefined) return '';
  return copy === 'word' ? '（Word 版）' : '（盖章扫描件）';
}

const MOST_LABELS = 8;

function labelList(labels: readonly string[]): string {
  const shown = labels.slice(0, MOST_LABELS).map(visible).join('、');
  return labels.length > MOST_LABELS ? `${shown} 等 ${labels.length} 栏` : shown;
}

/** A field that the notice names by its id has a name. */
function entryName(field: string): string {
  const known = /^[a-z]/i.test(field) ? INFO_FIELD_BY_WORD.get(field) : undefined;
  return known === undefined ? visible(field) : fieldNamesZh[known];
}
