import type { NameFound } from '../../model/check.ts';
import { describeSignature } from '../describe-text-rules.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type TextContentCode = 'text.sections' | 'text.title' | 'text.figures' | 'text.signature' | 'text.anonymous';

const PROPERTIES =
  'Word“文件→信息→检查问题→检查文档”，删除“文档属性和个人信息”；WPS“文件→文档加密→属性→摘要”，清空作者、单位、经理；也可在文件上按右键“属性→详细信息→删除属性和个人信息”';
const PLACES: Readonly<Record<NameFound['place'], string>> = {
  text: '正文',
  margins: '页眉页脚',
  comments: '批注或修订',
  properties: '文档属性',
  'file-name': '文件名',
};

const DECK_PLACES: typeof PLACES = {
  ...PLACES,
  text: '幻灯片或备注',
  margins: '母版',
  comments: '批注',
};

const SHEET_PLACES: typeof PLACES = {
  ...PLACES,
  text: '单元格、工作表名、图表或文本框',
  comments: '批注',
};

function placesIn({ slides, excel }: { readonly slides?: true; readonly excel?: string }): typeof PLACES {
  return slides ? DECK_PLACES : excel === undefined ? PLACES : SHEET_PLACES;
}

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
        '在 Word 或 WPS 里给每一节加上标题，单独成段，用通知里的名称。',
        '标题用了别的说法、确有这一节的：four-ones confirm 记录下来。',
      ],
    },
  },
  'text.title': {
    title: '文内标题',
    required: ({ expected }) => `第一段写作“${visible(expected)}”`,
    actual: ({ actual }) => (actual === undefined ? undefined : `“${visible(actual)}”`),
    message: (result, { actual }) => {
      if (result === 'pass') return '标题写法符合要求';
      if (result === 'skip') return '没有要求';
      if (actual === undefined) return '没能读出文稿的第一段';
      return result === 'fail' ? '标题写法不对' : '样子对，但没有地方写明作品的这些内容，核对不了';
    },
    advice: (result, { expected, unknown, actual }) =>
      whenNotPassed(result, () => {
        if (result === 'unknown' && actual !== undefined && unknown.length > 0)
          return {
            text: '在作品文件夹的 作品信息.yaml 里写明标题、作者等（单位写在 four-ones.yaml 的 org）',
          };
        return { text: `把文稿的第一段改成“${visible(expected)}”，花括号里的换成实际内容` };
      }),
    explain: {
      asks: '文稿的第一段（标题）按通知规定的写法，如“单位：题目”。空格、全角半角、书名号不计较。',
      why: '编辑按标题登记，写法不一的要逐个改。',
      mend: [
        '用 Word 或 WPS 改文稿的第一段。',
        '作品的标题、作者写在 作品信息.yaml，本单位写在 four-ones.yaml，才核对得了。',
      ],
    },
  },
  'text.figures': {
    title: '图片标记',
    required: () => '文中用【图1】标出图的位置，照片按此命名',
    actual: ({ marked, withoutPhoto, withoutMark, unnumbered }) => {
      if (!marked) return undefined;
      const list = (numbers: readonly number[]) => numbers.map((number) => `图${number}`).join('、');
      const said = [
        marked.length === 0 ? '文中没有标记' : `文中标了${list(marked)}`,
        withoutPhoto.length > 0 && `缺照片：${list(withoutPhoto)}`,
        withoutMark.length > 0 && `文中没标：${list(withoutMark)}`,
        unnumbered.length > 0 && `没按“图几”命名的照片 ${unnumbered.length} 张`,
      ];
      return said.filter((part) => part !== false).join('；');
    },
    message: (result, { marked }) => {
      if (result === 'pass') return '标记和照片对得上';
      if (result === 'skip') return '没有图片';
      if (result === 'unknown') return '没能查清文中的图片标记';
      return marked?.length === 0 ? '文中没有标出图的位置' : '标记和照片对不上';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: '在文中要放图的地方写【图1】【图2】，照片文件名写上同样的“图1”“图2”',
      })),
    explain: {
      asks: '文稿里用【图1】、（图1）或“图1：说明”标出每张图的位置，每个标记有一张文件名写着“图1”的照片，每张照片也都在文中标出。',
      why: '排版的人按标记放图，对不上就不知道放哪里。',
      mend: [
        '在 Word 或 WPS 里，文中写【图1】【图2】。',
        '照片改名为 图1.jpg、图2.jpg；前面可以有单位、类别等。',
      ],
    },
  },
  'text.signature': {
    title: '文末署名',
    required: ({ asked }) => `文末写明${describeSignature(asked, 'zh')}`,
    actual: ({ missing, unknown }) => {
      if (!missing) return undefined;
      const said = [
        missing.length > 0 && `没有${describeSignature(missing, 'zh')}`,
        unknown.length > 0 && `${describeSignature(unknown, 'zh')}没法核对`,
      ].filter((part) => part !== false);
      return said.length === 0 ? '都有' : said.join('；');
    },
    message: (result, { missing }) => {
      if (result === 'pass') return '文末写明了';
      if (result === 'skip') return '没有要求';
      if (result === 'fail') return '文末写得不全';
      return missing ? '没有地方写明单位或作者，核对不了' : '没能查清文末写了什么';
    },
    advice: (result, { asked, missing }) =>
      whenNotPassed(result, () =>
        result === 'unknown' && missing
          ? { text: '单位写在 four-ones.yaml 的 org，作者写在 作品信息.yaml，再检查一次；或打开文稿看一看' }
          : { text: `在文末另起一行，写明${describeSignature(asked, 'zh')}` },
      ),
    explain: {
      asks: '文稿最后几行写明通知要的作者信息。电话、邮箱、学号按样子认；单位、姓名对照 four-ones.yaml 和 作品信息.yaml。',
      why: '用稿、发证书、联系修改都靠它。',
      mend: ['在 Word 或 WPS 里，文末加一行，如：计算机学院，姓名，学号，手机号，邮箱。'],
    },
  },
  'text.anonymous': {
    title: '匿名要求',
    required: () => '不出现单位和姓名',
    actual: ({ named, ...kind }) =>
      named.length === 0
        ? undefined
        : named.map(({ word, place }) => `${placesIn(kind)[place]}有“${visible(word)}”`).join('；'),
    message: (result, { unsaid, unread, excel }) => {
      if (result === 'pass') return '没有发现单位和姓名';
      if (result === 'skip') return '没有要求';
      if (result === 'fail') return '出现了单位或姓名';
      if (unread && excel === 'old') return '旧版 Excel（.xls）里写的内容没有查';
      if (unread) return '这种文件（或其中的图片）没法逐字查';
      if (unsaid.length === 2) return '没有写明单位和作者，没法查';
      return unsaid[0] === 'org' ? '没有写明本单位名称，没法查全' : '没有写明作者是谁，没法查全';
    },
    advice: (result, { named, unread, slides, excel }) =>
      whenNotPassed(result, () => {
        if (named.length === 0 && unread && excel === 'old')
          return { text: '用 Excel 或 WPS 另存为 .xlsx 再检查；或自己把每张工作表（隐藏的也算）看一遍' };
        if (named.length === 0)
          return unread
            ? { text: '自己从头到尾看一遍；扫描件、图片里的单位和姓名也要遮掉' }
            : { text: '单位写在 four-ones.yaml 的 org，作者写在 作品信息.yaml，再检查一次' };
        const places = new Set(named.map(({ place }) => place));
        const steps = [
          (places.has('text') || places.has('margins')) &&
            (slides
              ? '删去幻灯片（隐藏的也算）、备注和母版（“视图→幻灯片母版”）里的单位和姓名'
              : excel
                ? '删去单元格（隐藏的工作表、行、列也算）、工作表名、页眉页脚里的单位和姓名'
                : '删去正文、页眉页脚里的单位和姓名'),
          places.has('comments') && (excel ? '“审阅”里删除全部批注' : '“审阅”里接受全部修订、删除全部批注'),
          places.has('properties') && (excel ? PROPERTIES.replace('Word“', 'Excel“') : PROPERTIES),
          places.has('file-name') && '改文件名',
        ].filter((step) => step !== false);
        return { text: steps.join('；') };
      }),
    explain: {
      asks: '匿名评审的材料里，正文、页眉页脚、批注修订（课件还有备注、母版、隐藏的页，Excel 还有隐藏的工作表、行、列）、文档属性和文件名都不能出现本单位（全称、去掉“党委”的、学校、学院）和作者、主讲人、指导教师、联系人的名字。图片里的字查不到。',
      why: '能看出是谁的作品，按规定不予评审。',
      mend: [
        '删去正文、页眉页脚里的名字；“审阅”里接受修订、删除批注。',
        PROPERTIES,
        'PDF 由改好的 Word 重新导出；文件名里不写单位和姓名。',
      ],
    },
  },
};
