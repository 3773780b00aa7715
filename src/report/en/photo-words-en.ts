import type { RecompressionSign } from '../../model/facts.ts';
import { formatSize } from '../format-picture.ts';
import { formatCount, formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { colorNamesEn } from './format-names-en.ts';
import { plural } from './plural.ts';

type PhotoCode =
  'photo.pixels' | 'photo.color' | 'photo.original' | 'photo.count' | 'scan.pages' | 'scan.encrypted';

export const photoWordsEn: WordingsOf<PhotoCode> = {
  'photo.pixels': {
    title: 'Photo size',
    required: ({ longEdge }) => `long edge ${formatRange(longEdge, 'en', (pixels) => `${pixels} pixels`)}`,
    actual: ({ actual }) =>
      actual ? `${formatSize(actual)}, long edge ${Math.max(actual.width, actual.height)} pixels` : undefined,
    message: (result, { longEdge, actual }) => {
      if (result === 'pass') return 'the photo’s size is as asked';
      if (result === 'skip') return 'not asked for';
      if (result === 'unknown' || !actual) return 'the photo’s size could not be read';
      return overshoot(longEdge, Math.max(actual.width, actual.height))?.side === 'over'
        ? 'the photo is too large'
        : 'the photo is too small to print well';
    },
    advice: (result, { longEdge, actual }) =>
      whenNotPassed(result, () =>
        actual && overshoot(longEdge, Math.max(actual.width, actual.height))?.side === 'over'
          ? { text: 'scale it down in Paint (Resize) and save a copy; keep the original' }
          : { text: 'hand in the original of the camera or phone; enlarging a small picture does not help' },
      ),
    explain: {
      asks: 'The photo’s long edge has as many pixels as the notice asks.',
      why: 'Small photos look poor in print and on display boards.',
      mend: [
        'Hand in the original of the camera or phone.',
        'Send it as an original in the messenger, by cable or by mail.',
      ],
    },
  },
  'photo.color': {
    title: 'Photo colour',
    required: ({ allowed }) => allowed.map((color) => colorNamesEn[color]).join(' or '),
    actual: ({ actual }) => (actual ? colorNamesEn[actual] : undefined),
    message: (result) => {
      if (result === 'pass') return 'the colour space is as asked';
      if (result === 'unknown') return 'the photo’s colour space could not be read';
      return result === 'skip'
        ? 'not asked for'
        : 'the colour space is wrong, colours will look off on screens';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'hand in the original of the camera or phone; for a printer’s file, Photoshop: Image → Mode → RGB Color, save as JPG',
      })),
    explain: {
      asks: 'The photo uses the colour space asked for, mostly sRGB.',
      why: 'Print colour (CMYK) looks off on web pages and phones, or does not open.',
      mend: [
        'Hand in the original of the camera or phone.',
        'Photoshop: Image → Mode → RGB Color, then save as JPG.',
      ],
    },
  },
  'photo.original': {
    title: 'Original photo',
    required: () => 'the original, not squeezed by WeChat, QQ and the like',
    actual: ({ recompression }) =>
      recompression && recompression.signs.length > 0
        ? recompression.signs.map((sign) => SIGNS[sign]).join(', ')
        : undefined,
    message: (result, { recompression }) => {
      if (result === 'pass') return 'no sign that it was squeezed';
      if (result === 'skip') return 'not asked for';
      if (recompression?.verdict === 'sure') return 'a messenger squeezed this photo; it is not the original';
      return recompression?.verdict === 'likely'
        ? 'this photo looks squeezed and is probably not the original'
        : 'whether it is the original could not be told';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'ask the photographer for the original, by cable, cloud or mail, or sent as “original” in the messenger; if it is the original, leave it',
      })),
    explain: {
      asks: 'The photo is the original of the camera or phone: whether its shooting data is there, whether size and quality look like a messenger’s work, whether its name is one a messenger gives.',
      why: 'A photo forwarded by a messenger keeps a few hundred KB, too little for print and archive.',
      mend: [
        'Ask the photographer for the original.',
        'Tick “original” when sending it; AirDrop between iPhones.',
        'If it is the original and only its shooting data was removed, leave it.',
      ],
    },
  },
  'photo.count': {
    title: 'Photo count',
    required: ({ range }) => formatCount(range, 'en', 'photo'),
    actual: ({ actual }) => plural(actual, 'photo'),
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'as many photos as asked';
      if (result === 'unknown') return 'the photos could not be counted';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'over' ? 'too many photos' : 'too few photos';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (beyond?.side === 'over') return { text: `keep the best and move ${beyond.by} away` };
        return {
          text: `put ${plural(beyond?.by ?? 1, 'more photo file')} into this work’s folder (pictures inside the text do not count)`,
        };
      }),
    explain: {
      asks: 'Each work comes with as many separate photos as the notice asks.',
      why: 'Pictures inside a text are squeezed and cannot stand in for photos.',
      mend: ['Put the original photos into the work’s folder.'],
    },
  },
  'scan.pages': {
    title: 'Scanned pages',
    required: ({ range }) => formatCount(range, 'en', 'page'),
    actual: ({ actual }) => (actual === undefined ? undefined : plural(actual, 'page')),
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'as many pages as asked';
      if (result === 'unknown') return 'the pages could not be counted';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'over'
        ? 'too many pages'
        : 'too few pages, one may not have been scanned';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'hold it against the paper, scan what is missing or remove what is not needed, and join it into one PDF',
      })),
    explain: {
      asks: 'The scan has as many pages as the notice asks.',
      why: 'The page that is missing may be the one with the stamp.',
      mend: [
        'Hold it against the paper and scan the rest.',
        'A phone’s document scanner makes one PDF of them.',
      ],
    },
  },
  'scan.encrypted': {
    title: 'Password',
    required: () => 'opens without a password',
    actual: ({ lock }) =>
      lock === undefined
        ? undefined
        : {
            none: 'no password',
            restricted: 'opens, but printing or copying is barred',
            password: 'needs a password',
          }[lock],
    message: (result) => {
      if (result === 'pass') return 'opens without a password';
      if (result === 'unknown') return 'whether it has a password could not be told';
      return result === 'skip' ? 'not asked for' : 'the PDF needs a password, the office cannot read it';
    },
    remark: ({ lock }) =>
      lock === 'restricted'
        ? 'this PDF opens, but printing or copying is barred; if the office has to print it, better lift that'
        : undefined,
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'open it in WPS with the password, remove the password and save it; or scan the paper again',
      })),
    explain: {
      asks: 'The scan opens without a password. Where only printing or copying is barred, it passes with a remark.',
      why: 'Without the password the office has received nothing.',
      mend: ['Open the PDF in WPS, remove the password, save.', 'Scan the paper again.'],
    },
  },
};

const SIGNS: Readonly<Record<RecompressionSign, string>> = {
  'messenger-name': 'a name that WeChat or QQ gives',
  'no-exif': 'no shooting data',
  'messenger-size': 'a size that messengers squeeze to',
  'low-quality': 'low JPEG quality',
};
