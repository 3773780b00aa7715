import type { PixelsAsked } from '../../model/check.ts';
import type { PixelSize } from '../../model/media-rules.ts';
import { PIXEL_MEASURES } from '../../model/pixel-measures.ts';
import { printSizeMiss } from '../../model/print-size-miss.ts';
import {
  formatArea,
  formatAspect,
  formatPrintSize,
  formatPrintSizes,
  formatResolution,
  formatSize,
} from '../format-picture.ts';
import { isOtherShape, isTooLarge } from '../pixels-miss.ts';
import { formatCount, formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type PictureSizeCode =
  'photo.pixels' | 'photo.aspect' | 'photo.orientation' | 'photo.dpi' | 'photo.print-size';

const pixels = (count: number) => `${count} 像素`;

export const pictureSizeWordsZh: WordingsOf<PictureSizeCode> = {
  'photo.pixels': {
    title: '照片尺寸',
    required: ({ asked }) => {
      switch (asked.by) {
        case 'size':
          return `${formatResolution(asked.rule, 'zh')} 像素`;
        case 'area':
          return formatRange(asked.range, 'zh', formatArea('zh'));
        case 'long-edge':
        case 'short-edge':
          return `${EDGES[asked.by]}${formatRange(asked.range, 'zh', pixels)}`;
      }
    },
    actual: ({ asked, actual }) => actual && `${formatSize(actual)}${measured(asked, actual)}`,
    message: (result, { asked, actual }) => {
      if (result === 'pass') return '照片尺寸符合要求';
      if (result === 'skip') return '没有要求';
      if (result === 'unknown' || !actual) return '没能读出照片尺寸';
      return isTooLarge(asked, actual)
        ? '照片太大'
        : isOtherShape(asked, actual)
          ? '照片的宽高不对'
          : '照片太小，印出来不清楚';
    },
    advice: (result, { asked, actual }) =>
      whenNotPassed(result, () => {
        if (actual && isTooLarge(asked, actual))
          return { text: '用“画图→重新调整大小”缩小后另存一份，原图自己留好' };
        if (actual && isOtherShape(asked, actual))
          return { text: '用“画图”或 WPS 图片按要求的宽高裁剪后另存一份，原图自己留好' };
        return { text: '找相机、手机里的原图来交；放大小图没有用' };
      }),
    explain: {
      asks: '照片的像素数（长边、短边、总数或宽高）符合通知。手机拍的按摆正以后的样子算。',
      why: '太小的照片印刷、上展板都不清楚；证件照尺寸不对，系统不收。',
      mend: [
        '交相机、手机里的原图。',
        '微信传图勾选“原图”；或用数据线、网盘、邮件传。',
        '太大的：“画图→重新调整大小”，另存一份。',
      ],
    },
  },
  'photo.aspect': {
    title: '图片比例',
    required: ({ allowed, films }) =>
      [...allowed.map(visible), ...(films ? [`和视频一样${filmShapes(films)}`] : [])].join(' 或 '),
    actual: ({ actual }) => actual && `${formatAspect(actual)}（${formatSize(actual)}）`,
    message: (result, { actual, films }) => {
      if (result === 'pass') return '图片比例符合要求';
      if (result === 'skip') return '没有要求';
      if (result === 'fail') return '图片的宽高比不对';
      return actual && films ? '还不知道视频的宽高比，没法和图片比' : '没能读出图片的宽高比';
    },
    advice: (result, { films }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'fail'
            ? '用“画图”、WPS 图片或剪映封面按要求的比例裁剪后另存一份，原图自己留好'
            : films
              ? '先把视频放进同一件作品的文件夹，视频能打开了再检查一次'
              : '找原图来交',
      })),
    explain: {
      asks: '图片（如封面）的宽高比符合通知，或和同一件作品的视频一样；差百分之一以内算一样。手机拍的按摆正以后的样子算。',
      why: '比例不对，平台显示时会裁掉一块或留白边。',
      mend: [
        '用“画图”、WPS 图片或手机相册的“编辑→裁剪”。',
        '视频的封面，用剪映“封面”从视频里截，比例就一样。',
      ],
    },
  },
  'photo.orientation': {
    title: '照片横竖',
    required: ({ asked }) => (asked === 'landscape' ? '横版' : '竖版'),
    actual: ({ actual }) =>
      actual && `${actual.width >= actual.height ? '横的' : '竖的'}（${formatSize(actual)}）`,
    message: (result, { asked }) => {
      if (result === 'pass') return '横竖符合要求';
      if (result === 'unknown') return '没能读出照片是横是竖';
      if (result === 'skip') return '没有要求';
      return asked === 'landscape' ? '照片是竖的' : '照片是横的';
    },
    advice: (result, { asked }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'fail'
            ? `换一张${asked === 'landscape' ? '横着' : '竖着'}拍的，或裁成${asked === 'landscape' ? '横版' : '竖版'}另存；画面倒着的用“画图→旋转”转正`
            : '找原图来交',
      })),
    explain: {
      asks: '照片横放还是竖放符合通知，手机拍的按摆正以后的样子算；正方形的横竖都算。',
      why: '展板、版面按横版或竖版留位置，放反了会被裁掉一截。',
      mend: ['手机相册“编辑→裁剪”，或“画图”裁成要求的样子，另存一份。', '画面倒着的，用“画图→旋转”转正。'],
    },
  },
  'photo.dpi': {
    title: '印刷精度',
    required: ({ range }) => formatCount(range, 'zh', 'dpi'),
    actual: ({ actual }) => (actual === undefined ? undefined : `${Math.round(actual)} dpi`),
    message: (result, { range, actual }) => {
      if (result === 'pass') return '印刷精度符合要求';
      if (result === 'unknown') return '照片里没有写明印刷精度（dpi）';
      if (result === 'skip') return '没有要求';
      return overshoot(range, actual)?.side === 'over' ? '写明的 dpi 太高' : '写明的 dpi 太低';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: '像素够的，用 Photoshop“图像大小”（不勾“重新采样”）改分辨率后另存，画质不变；像素不够的要原图',
      })),
    explain: {
      asks: '照片里写明的每英寸点数（dpi）符合通知。它只是一个标记：同样的像素，写 72 或 300 都一样清楚。',
      why: '印刷厂按它换算印出来多大。',
      mend: [
        'Photoshop“图像→图像大小”，不勾“重新采样”，分辨率填 300，另存为 JPG。',
        '没有 Photoshop 的：用 IrfanView“图像→图像大小→DPI”改后另存。',
      ],
    },
  },
  'photo.print-size': {
    title: '印出尺寸',
    required: ({ asked }) => formatPrintSizes(asked, 'zh'),
    actual: ({ actual }) => actual && formatPrintSize(actual),
    message: (result, { asked, actual }) => {
      if (result === 'pass') return '印出尺寸符合要求';
      if (result === 'skip') return '没有要求';
      if (result === 'unknown' || !actual) return '照片里没有写明印刷精度（dpi），算不出印多大';
      const miss = printSizeMiss(asked, actual) ?? 'other';
      return `按像素和 dpi 算，印出来${{ smaller: '太小', larger: '太大', other: '的大小不对' }[miss]}`;
    },
    advice: (result, { asked, actual }) =>
      whenNotPassed(result, () => {
        const miss = actual && printSizeMiss(asked, actual);
        if (miss === 'smaller')
          return {
            text: '找像素更多的原图，或用设计软件按要求的尺寸重新导出；放大小图没有用。像素本来就够的，用 Photoshop“图像大小”（不勾“重新采样”）改宽、高后另存',
          };
        if (miss === 'larger')
          return { text: '用 Photoshop“图像大小”以毫米为单位把宽、高改小，另存一份，原图自己留好' };
        return {
          text: `用 Photoshop“图像大小”以毫米为单位填宽、高和分辨率，${asked.exact ? '裁到要求的比例后' : ''}另存`,
        };
      }),
    explain: {
      asks: '按像素和 dpi 换算，照片印出来的宽、高（毫米）符合通知，横竖都行。定了尺寸的，差 2 毫米以内算符合；不小于、不大于的，两边都要够。',
      why: '海报、展板按固定尺寸排版。',
      mend: ['Photoshop“图像→图像大小”：单位选毫米，填宽、高，分辨率填通知要求的 dpi。'],
    },
  },
};

const EDGES = { 'long-edge': '长边', 'short-edge': '短边' } as const;

function measured(asked: PixelsAsked, actual: PixelSize): string {
  if (asked.by === 'size') return '';
  const value = PIXEL_MEASURES[asked.by](actual);
  return asked.by === 'area' ? `，${formatArea('zh')(value)}` : `，${EDGES[asked.by]} ${pixels(value)}`;
}

function filmShapes(films: readonly PixelSize[]): string {
  const shapes = [...new Set(films.map(formatAspect))];
  return shapes.length === 0 ? '' : `（${shapes.join('、')}）`;
}
