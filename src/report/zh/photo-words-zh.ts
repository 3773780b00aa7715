import type { RecompressionSign } from '../../model/facts.ts';
import type { UnclearSeal } from '../../model/page-facts.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { colorNamesZh } from './format-names-zh.ts';
import { slideCountZh } from './slides-words-zh.ts';

type PhotoCode =
  'photo.color' | 'photo.original' | 'photo.count' | 'scan.pages' | 'scan.encrypted' | 'scan.seal';

export const photoWordsZh: WordingsOf<PhotoCode> = {
  'photo.color': {
    title: '照片颜色',
    required: ({ allowed }) => allowed.map((color) => colorNamesZh[color]).join('或'),
    actual: ({ actual }) => (actual ? colorNamesZh[actual] : undefined),
    message: (result) => {
      if (result === 'pass') return '颜色符合要求';
      if (result === 'unknown') return '没能读出照片的颜色方式';
      return result === 'skip' ? '没有要求' : '照片的颜色方式不对，屏幕上看会偏色';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: '交相机、手机里的原图；印刷厂给的图，在 Photoshop 里“图像→模式→RGB 颜色”后另存为 JPG',
      })),
    explain: {
      asks: '照片用通知要求的颜色方式，通常是普通彩色（sRGB）。',
      why: '印刷色（CMYK）的照片在网页和手机上会偏色，甚至打不开。',
      mend: [
        '交相机、手机里的原图。',
        'Photoshop：“图像→模式→RGB 颜色”，再“存储为 Web 所用格式”选 JPG。',
        'ffmpeg -i "照片.jpg" -pix_fmt yuvj444p -q:v 2 "照片-RGB.jpg"',
      ],
    },
  },
  'photo.original': {
    title: '照片原图',
    required: () => '原图，没有被微信、QQ 等压缩过',
    actual: ({ recompression }) =>
      recompression && recompression.signs.length > 0
        ? recompression.signs.map((sign) => SIGNS[sign]).join('，')
        : undefined,
    message: (result, { recompression }) => {
      if (result === 'pass') return '没有看出被压缩过';
      if (result === 'skip') return '没有要求';
      if (recompression?.verdict === 'sure') return '照片被微信、QQ 等压缩过，不是原图';
      return recompression?.verdict === 'likely' ? '照片像是被压缩过，多半不是原图' : '没能看出是不是原图';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: '向拍照的人要原图：用数据线、网盘或邮件传，微信发送时勾选“原图”；确是原图的不用管',
      })),
    explain: {
      asks: '照片是相机、手机里的原图。看拍摄信息还在不在、尺寸和画质像不像被聊天软件压缩过、文件名是不是微信存的。',
      why: '微信转发的照片只剩几百 KB，印刷和归档都用不了。',
      mend: [
        '向拍照的人要原图：数据线、网盘、邮件都行。',
        '微信发送时勾选“原图”；苹果手机用“隔空投送”。',
        '确是原图、只是拍摄信息被去掉了的，不用改。',
      ],
    },
  },
  'photo.count': {
    title: '照片张数',
    required: ({ range }) => formatCount(range, 'zh', '张'),
    actual: ({ actual }) => `${actual} 张`,
    message: (result, { range, actual }) => {
      if (result === 'pass') return '张数符合要求';
      if (result === 'unknown') return '没能数清照片';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'over' ? '照片多了' : '照片不够';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (beyond?.side === 'over') return { text: `挑出最好的，移走 ${beyond.by} 张` };
        return { text: `再放 ${beyond?.by ?? 1} 张单独的照片文件到这件作品的文件夹（文稿里插的图不算）` };
      }),
    explain: {
      asks: '每件作品单独附上的照片张数符合通知。',
      why: '文稿里插的图被压缩过，不能代替单独的照片。',
      mend: [
        '把相机、手机里的照片原图放进这件作品的文件夹。',
        '只有文稿里有图的：向写稿的人要原图，不要从 Word、WPS 里另存。',
      ],
    },
  },
  'scan.pages': {
    title: '页数',
    required: ({ range, blank, sideways }) =>
      blank || sideways ? undefined : formatCount(range, 'zh', '页'),
    actual: (args, result) => {
      if (args.slides) return slideCountZh.actual(args, result);
      const { actual, blank, sideways } = args;
      const said = [
        actual === undefined ? '' : `${actual} 页`,
        blank?.length ? `空白：第 ${pageList(blank)} 页` : '',
        sideways?.length ? `横着：第 ${pageList(sideways)} 页` : '',
      ].filter((one) => one !== '');
      return said.length === 0 ? undefined : said.join('，');
    },
    message: (result, args) => {
      if (args.slides) return slideCountZh.message(result, args);
      const { range, actual, blank, sideways } = args;
      if (blank?.length) return sideways?.length ? '有空白页，还有横着的页' : '有空白页';
      if (sideways?.length) return '有横着的页';
      if (result === 'pass') return '页数符合要求';
      if (result === 'unknown') return '没能数清页数';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'over' ? '页数多了' : '页数不够，可能漏扫了';
    },
    advice: (result, args) => {
      if (args.slides) return slideCountZh.advice(result, args);
      return whenNotPassed(result, () => ({
        text:
          args.blank || args.sideways
            ? '空白页是扫漏了就补扫，是多余的就去掉；横着的页转正后再存；不影响报送'
            : '对照纸质原件，补扫漏页或去掉多余的页，合成一个 PDF（WPS“PDF 合并”）',
      }));
    },
    explain: {
      asks: '扫描件、课件（PPT）的页数符合通知。课件里隐藏的页单独列出；算与不算结果不同的，写“无法判定”。',
      why: '漏扫一页，盖章、签字可能就不在里面；课件页数多了，规定的时间讲不完。',
      mend: [
        '对照纸质原件补扫。',
        '手机可用 WPS、扫描全能王“文档扫描”，存成一个 PDF。',
        '课件用 PowerPoint 或 WPS 演示打开，删去多余的页。',
      ],
    },
  },
  'scan.encrypted': {
    title: '打开密码',
    required: () => '不用密码就能打开',
    actual: ({ lock, slides }) =>
      lock === undefined
        ? undefined
        : {
            none: '没有密码',
            restricted: slides ? '能打开，但只能看' : '能打开，但限制打印或复制',
            password: '要密码才能打开',
          }[lock],
    message: (result, { slides }) => {
      if (result === 'pass') return '不用密码就能打开';
      if (result === 'unknown') return '没能看清有没有密码';
      return result === 'skip' ? '没有要求' : `${slides ? '课件' : 'PDF'} 设了打开密码，收件人看不了`;
    },
    remark: ({ lock, slides }) => {
      if (lock !== 'restricted') return undefined;
      return slides
        ? '这份课件设了修改密码，只能以只读方式打开；收件方要合并放映的话，最好去掉'
        : '这份 PDF 能打开，但限制了打印或复制；收件方要打印的话，最好去掉限制';
    },
    advice: (result, { slides }) =>
      whenNotPassed(result, () => ({
        text: slides
          ? '打开课件（要输密码），“文件→信息→保护演示文稿→用密码进行加密”里清空密码，再保存'
          : '用 WPS 打开（要输密码），“保护→取消密码”后另存；或用纸质原件重新扫描',
      })),
    explain: {
      asks: '扫描件、课件不用密码就能打开。只限制打印、复制、修改的，合格但提醒。',
      why: '收件人没有密码，等于没有交。',
      mend: [
        'WPS 打开 PDF，“保护→取消密码”，另存。',
        '用纸质原件重新扫描。',
        '课件：PowerPoint“文件→信息→保护演示文稿→用密码进行加密”，清空密码。',
      ],
    },
  },
  'scan.seal': {
    title: '盖章',
    required: () => '盖有红色印章',
    actual: ({ found }) => {
      switch (found?.kind) {
        case undefined:
          return undefined;
        case 'present':
          return `第 ${found.page} 页有红色印章`;
        case 'absent':
          return `${found.pages} 页里都没有看到印章`;
        case 'unclear':
          return `第 ${found.page} 页${UNCLEAR_SEAL[found.reason]}`;
        case 'partly-looked':
          return `看了 ${found.pages} 页中的 ${found.looked} 页，没有看到印章`;
      }
    },
    message: (result, { found }) => {
      if (result === 'pass') return '有红色印章';
      if (result === 'skip') return '没有要求';
      if (result === 'fail') return '没有看到印章';
      return found?.kind === 'unclear' ? '印章要请人看一眼' : '没能看清有没有盖章';
    },
    advice: (result, { found }) =>
      whenNotPassed(result, () => ({
        text:
          found?.kind === 'absent'
            ? '盖章后用彩色模式重新扫描，存成 PDF 或 JPG'
            : '打开看一眼：已盖章的不用管，没盖的盖章后用彩色模式重新扫描',
      })),
    explain: {
      asks: '要求盖章的扫描件上有红色印章。看每一页的画面：有一圈印章大小、里面有字的红圈算有；拿不准的请人看。',
      why: '没盖章的推荐表、申报表不算数，会被退回。',
      mend: [
        '盖章后用彩色模式重新扫描；黑白复印件看不出章是不是原章。',
        '手机可用 WPS、扫描全能王“文档扫描”，滤镜选彩色或原图，不选黑白。',
        '章要盖完整，别压在纸边上。',
      ],
    },
  },
};

/** The first few of them. */
function pageList(pages: readonly number[]): string {
  return `${pages.slice(0, 8).join('、')}${pages.length > 8 ? '…' : ''}`;
}

const UNCLEAR_SEAL: Readonly<Record<UnclearSeal, string>> = {
  red: '有红色的东西，不能肯定是印章',
  'no-color': '是黑白的，有像印章的圆',
  'too-small': '图太小，看不清',
};

const SIGNS: Readonly<Record<RecompressionSign, string>> = {
  'messenger-name': '文件名是微信、QQ 存的',
  'no-exif': '没有拍摄信息',
  'messenger-size': '尺寸是聊天软件压缩后的尺寸',
  'low-quality': '画质压得低',
};
