import { describePictures } from '../describe-text-rules.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type TextCode = 'text.words' | 'text.lines' | 'text.images' | 'text.contact';

export const textWordsZh: WordingsOf<TextCode> = {
  'text.words': {
    title: '文稿字数',
    required: ({ range }) => formatCount(range, 'zh', '字'),
    actual: ({ actual }) => (actual === undefined ? undefined : `${actual} 字`),
    message: (result, { range, actual }) => {
      if (result === 'pass') return '字数符合要求';
      if (result === 'unknown') return '没能数出字数';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'under' ? '字数不够' : '字数多了';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (!beyond) return { text: '用 Word 打开，看“审阅→字数统计”' };
        return {
          text: `${beyond.side === 'over' ? '删去' : '再写'} ${beyond.by} 字以上（Word“审阅→字数统计”里的“字数”）`,
        };
      }),
    explain: {
      asks: '文稿的字数符合通知。算法同 Word“字数统计”里的“字数”：汉字和标点各算 1 个，一串字母或数字算 1 个。',
      why: '超过的会被删改或退回。',
      mend: ['Word 或 WPS“审阅→字数统计”，看“字数”一行，删改到规定以内。'],
    },
  },
  'text.lines': {
    title: '行数',
    required: ({ range }) => formatCount(range, 'zh', '行'),
    actual: ({ actual }) => (actual === undefined ? undefined : `${actual} 行`),
    message: (result, { range, actual }) => {
      if (result === 'pass') return '行数符合要求';
      if (result === 'unknown') return '没能数出行数';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'under' ? '行数不够' : '行数多了';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (!beyond) return { text: '用 Word 打开数一数；旧的 .doc 请另存为 .docx' };
        return { text: `${beyond.side === 'over' ? '删去' : '再写'} ${beyond.by} 行` };
      }),
    explain: {
      asks: '诗歌等的行数符合通知。空行不算；一行是一个回车或换行，不是屏幕上折出来的行。',
      why: '超过的会被删改或退回。',
      mend: ['用 Word 或 WPS 打开，删改到规定的行数以内。'],
    },
  },
  'text.images': {
    title: '文中图片',
    required: ({ asked }) => (asked === 'separate' ? '文稿里的图片另附原图' : describePictures(asked, 'zh')),
    actual: ({ asked, embedded, supplied }) => {
      if (embedded === undefined) return undefined;
      if (asked !== 'separate') return `文稿里有 ${embedded} 张图`;
      return `文稿里有 ${embedded} 张图，另附照片 ${supplied === 0 ? '没有' : `${supplied} 张`}`;
    },
    message: (result, { asked, embedded, supplied }) => {
      if (result === 'unknown') return '没能数清文稿里的图片';
      if (result === 'skip') return '没有要求';
      if (asked === 'none') return result === 'pass' ? '文稿里没有图片' : '文稿里插了图片';
      if (asked !== 'separate') {
        if (result === 'pass') return '文稿里的图片张数符合要求';
        return overshoot(asked.embedded, embedded)?.side === 'over'
          ? '插在文稿里的图多了'
          : '插在文稿里的图不够';
      }
      if (result === 'pass') return embedded === 0 ? '文稿里没有图片' : '另附的照片不比文稿里的少';
      return supplied === 0 ? '图片只插在文稿里，没有另附原图' : '另附的照片比文稿里的图少';
    },
    advice: (result, { asked, embedded, supplied }) =>
      whenNotPassed(result, () => {
        if (embedded === undefined) return { text: '用 Word 打开数一数；旧的 .doc 请另存为 .docx' };
        if (asked === 'none') return { text: '删去文稿里的图片，原图作为单独的文件交' };
        if (asked !== 'separate') {
          const over = overshoot(asked.embedded, embedded)?.side === 'over';
          return { text: over ? '删去多的图片' : '用 Word“插入→图片”把图放进正文里，再保存' };
        }
        return {
          text: `找到这 ${Math.max(1, embedded - supplied)} 张图的原图（JPG），放进同一个作品的文件夹；不要从 Word 里“另存为图片”，那是压缩过的`,
        };
      }),
    explain: {
      asks: '按通知处理文稿里的图片：另外交一份原图（按张数核对，另附的照片不少于文稿里的图）；或直接插入文中、张数符合；或文中不插图。',
      why: 'Word 会把插入的图片压缩，印刷和排版用不了；要求插入文中的，编辑按图文位置审稿。',
      mend: [
        '找到插图的原图（相机、手机、原来的电脑里），放进同一个作品的文件夹。',
        '不要从 Word、WPS 里“另存为图片”，那是压缩过的。',
        '要求插入文中的：Word“插入→图片”。',
        '只是装饰的小图标不算。',
      ],
    },
  },
  'text.contact': {
    title: '联系方式',
    required: () => '文中写明联系人和电话',
    actual: ({ person, phone }) =>
      person === undefined && phone === undefined
        ? undefined
        : `${person ? '有' : '没有'}联系人，${phone ? '有' : '没有'}电话`,
    message: (result, { person, phone }) => {
      if (result === 'pass') return '写明了联系人和电话';
      if (result === 'unknown') return '没能查清有没有写联系人和电话';
      if (result === 'skip') return '没有要求';
      return person ? '文中没有电话' : phone ? '文中没有联系人' : '文中没有联系人和电话';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({ text: '在文末加一行，如“联系人：张三，联系电话：020-12345678”' })),
    explain: {
      asks: '文稿里写明联系人和电话。',
      why: '编辑要核实内容，找不到人的稿件不用。',
      mend: ['用 Word 或 WPS 打开，在文末加一行：联系人：姓名，联系电话：号码。'],
    },
  },
};
