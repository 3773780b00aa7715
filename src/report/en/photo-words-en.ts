import type { RecompressionSign } from '../../model/facts.ts';
import type { UnclearSeal } from '../../model/page-facts.ts';
import { formatCount } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { colorNamesEn } from './format-names-en.ts';
import { plural } from './plural.ts';
import { slideCountEn } from './slides-words-en.ts';

type PhotoCode =
  'photo.color' | 'photo.original' | 'photo.count' | 'scan.pages' | 'scan.encrypted' | 'scan.seal';

export const photoWordsEn: WordingsOf<PhotoCode> = {
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
        'ffmpeg -i "photo.jpg" -pix_fmt yuvj444p -q:v 2 "photo-RGB.jpg"',
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
      mend: [
        'Put the original photos of camera or phone into the work’s folder.',
        'Where only the text has pictures: ask its author for the originals; do not save them out of Word or WPS.',
      ],
    },
  },
  'scan.pages': {
    title: 'Pages',
    required: ({ range, blank, sideways }) =>
      blank || sideways ? undefined : formatCount(range, 'en', 'page'),
    actual: (args, result) => {
      if (args.slides) return slideCountEn.actual(args, result);
      const { actual, blank, sideways } = args;
      const said = [
        actual === undefined ? '' : plural(actual, 'page'),
        blank?.length ? `blank: ${pageList(blank)}` : '',
        sideways?.length ? `on its side: ${pageList(sideways)}` : '',
      ].filter((one) => one !== '');
      return said.length === 0 ? undefined : said.join(', ');
    },
    message: (result, args) => {
      if (args.slides) return slideCountEn.message(result, args);
      const { range, actual, blank, sideways } = args;
      if (blank?.length)
        return sideways?.length ? 'has blank pages, and some on their side' : 'has blank pages';
      if (sideways?.length) return 'has pages on their side';
      if (result === 'pass') return 'as many pages as asked';
      if (result === 'unknown') return 'the pages could not be counted';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'over'
        ? 'too many pages'
        : 'too few pages, one may not have been scanned';
    },
    advice: (result, args) => {
      if (args.slides) return slideCountEn.advice(result, args);
      return whenNotPassed(result, () => ({
        text:
          args.blank || args.sideways
            ? 'scan a blank page again if something should be on it, else remove it; turn pages that lie on their side; it can be sent all the same'
            : 'hold it against the paper, scan what is missing or remove what is not needed, and join it into one PDF',
      }));
    },
    explain: {
      asks: 'A scan, or a deck of slides, has as many pages as the notice asks. Hidden slides are told apart; where it is up to them, it is unknown.',
      why: 'The page that is missing may be the one with the stamp; a deck that is too long cannot be shown in the time given.',
      mend: [
        'Hold it against the paper and scan the rest.',
        'A phone’s document scanner (WPS, CamScanner) makes one PDF of them.',
        'Open a deck in PowerPoint or WPS and delete the slides that are too many.',
      ],
    },
  },
  'scan.encrypted': {
    title: 'Password',
    required: () => 'opens without a password',
    actual: ({ lock, slides }) =>
      lock === undefined
        ? undefined
        : {
            none: 'no password',
            restricted: slides ? 'opens, but only to be read' : 'opens, but printing or copying is barred',
            password: 'needs a password',
          }[lock],
    message: (result, { slides }) => {
      if (result === 'pass') return 'opens without a password';
      if (result === 'unknown') return 'whether it has a password could not be told';
      return result === 'skip'
        ? 'not asked for'
        : `the ${slides ? 'deck' : 'PDF'} needs a password, the office cannot read it`;
    },
    remark: ({ lock, slides }) => {
      if (lock !== 'restricted') return undefined;
      return slides
        ? 'this deck has a password against changes and opens only to be read; if the office has to join decks, better lift that'
        : 'this PDF opens, but printing or copying is barred; if the office has to print it, better lift that';
    },
    advice: (result, { slides }) =>
      whenNotPassed(result, () => ({
        text: slides
          ? 'open it with the password, clear it under File → Info → Protect Presentation → Encrypt with Password, and save'
          : 'open it in WPS with the password, remove the password and save it; or scan the paper again',
      })),
    explain: {
      asks: 'A scan, or a deck of slides, opens without a password. Where only printing, copying or changing is barred, it passes with a remark.',
      why: 'Without the password the office has received nothing.',
      mend: [
        'Open the PDF in WPS, remove the password, save.',
        'Scan the paper again.',
        'A deck: clear the password in PowerPoint under File → Info → Protect Presentation.',
      ],
    },
  },
  'scan.seal': {
    title: 'Seal',
    required: () => 'bears a red seal',
    actual: ({ found }) => {
      switch (found?.kind) {
        case undefined:
          return undefined;
        case 'present':
          return `a red seal on page ${found.page}`;
        case 'absent':
          return `no seal on ${plural(found.pages, 'page')}`;
        case 'unclear':
          return `page ${found.page}: ${UNCLEAR_SEAL[found.reason]}`;
        case 'partly-looked':
          return `no seal on ${found.looked} of ${plural(found.pages, 'page')}`;
      }
    },
    message: (result, { found }) => {
      if (result === 'pass') return 'bears a red seal';
      if (result === 'skip') return 'not asked for';
      if (result === 'fail') return 'no seal was seen';
      return found?.kind === 'unclear'
        ? 'a person has to look at the seal'
        : 'whether it is sealed could not be seen';
    },
    advice: (result, { found }) =>
      whenNotPassed(result, () => ({
        text:
          found?.kind === 'absent'
            ? 'have it sealed and scan it again in colour, as PDF or JPG'
            : 'open it and look: if it is sealed, leave it; if not, have it sealed and scan it again in colour',
      })),
    explain: {
      asks: 'A scan that is to be sealed bears a red seal. Each page is looked at: a red ring of a seal’s size with writing inside counts; what is doubtful is left to a person.',
      why: 'A form without its seal does not count and comes back.',
      mend: [
        'Have it sealed and scan it in colour; a black-and-white copy does not show whether the seal is real.',
        'With a phone: scan in WPS or CamScanner in colour, not in black and white.',
        'Keep the seal whole, away from the edge of the paper.',
      ],
    },
  },
};

/** The first few of them. */
function pageList(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'page' : 'pages'} ${pages.slice(0, 8).join(', ')}${pages.length > 8 ? ' …' : ''}`;
}

const UNCLEAR_SEAL: Readonly<Record<UnclearSeal, string>> = {
  red: 'something red that may be no seal',
  'no-color': 'no colour, and something round as a seal',
  'too-small': 'too small a picture to tell',
};

const SIGNS: Readonly<Record<RecompressionSign, string>> = {
  'messenger-name': 'a name that WeChat or QQ gives',
  'no-exif': 'no shooting data',
  'messenger-size': 'a size that messengers squeeze to',
  'low-quality': 'low JPEG quality',
};
