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
import { formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type PictureSizeCode =
  'photo.pixels' | 'photo.aspect' | 'photo.orientation' | 'photo.dpi' | 'photo.print-size';

const pixels = (count: number) => `${count} pixels`;
const dpi = (count: number) => `${Math.round(count)} dpi`;

export const pictureSizeWordsEn: WordingsOf<PictureSizeCode> = {
  'photo.pixels': {
    title: 'Photo size',
    required: ({ asked }) => {
      switch (asked.by) {
        case 'size':
          return `${formatResolution(asked.rule, 'en')} pixels`;
        case 'area':
          return formatRange(asked.range, 'en', formatArea('en'));
        case 'long-edge':
        case 'short-edge':
          return `${EDGES[asked.by]} ${formatRange(asked.range, 'en', pixels)}`;
      }
    },
    actual: ({ asked, actual }) => actual && `${formatSize(actual)}${measured(asked, actual)}`,
    message: (result, { asked, actual }) => {
      if (result === 'pass') return 'the photo’s size is as asked';
      if (result === 'skip') return 'not asked for';
      if (result === 'unknown' || !actual) return 'the photo’s size could not be read';
      return isTooLarge(asked, actual)
        ? 'the photo is too large'
        : isOtherShape(asked, actual)
          ? 'the photo’s width and height are not those asked for'
          : 'the photo is too small to print well';
    },
    advice: (result, { asked, actual }) =>
      whenNotPassed(result, () => {
        if (actual && isTooLarge(asked, actual))
          return { text: 'scale it down in Paint (Resize) and save a copy; keep the original' };
        if (actual && isOtherShape(asked, actual))
          return { text: 'crop a copy to the width and height asked for; keep the original' };
        return {
          text: 'hand in the original of the camera or phone; enlarging a small picture does not help',
        };
      }),
    explain: {
      asks: 'The photo’s pixels (long edge, short edge, all of them, or width by height) are as the notice asks, as shown upright.',
      why: 'Small photos look poor in print and on display boards; portraits of the wrong size are refused by many systems.',
      mend: [
        'Hand in the original of the camera or phone.',
        'Send it as an original in the messenger, by cable or by mail.',
        'Too large: scale a copy down in Paint (Resize).',
      ],
    },
  },
  'photo.aspect': {
    title: 'Shape of the picture',
    required: ({ allowed, films }) =>
      [...allowed.map(visible), ...(films ? [`as the film${filmShapes(films)}`] : [])].join(' or '),
    actual: ({ actual }) => actual && `${formatAspect(actual)} (${formatSize(actual)})`,
    message: (result, { actual, films }) => {
      if (result === 'pass') return 'the picture has the shape asked for';
      if (result === 'skip') return 'not asked for';
      if (result === 'fail') return 'the picture has another shape';
      return actual && films
        ? 'the shape of the film is not known yet, so there is nothing to compare it with'
        : 'the shape of the picture could not be read from the file';
    },
    advice: (result, { films }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'fail'
            ? 'crop it to that shape in Paint or any picture program and save it as another file; keep the original'
            : films
              ? 'put the film into the folder of the same work; once it opens, check again'
              : 'hand in the original',
      })),
    explain: {
      asks: 'A picture, as a cover, has the shape the notice names, or that of the film of its work, within one percent; photos from a phone count as they are shown.',
      why: 'A platform cuts off or pads what has another shape.',
      mend: [
        'Crop it in Paint, in WPS Photos, or in the gallery of a phone.',
        'A cover taken out of the film itself has its shape.',
      ],
    },
  },
  'photo.orientation': {
    title: 'Wide or upright',
    required: ({ asked }) => (asked === 'landscape' ? 'wide' : 'upright'),
    actual: ({ actual }) =>
      actual && `${actual.width >= actual.height ? 'wide' : 'upright'} (${formatSize(actual)})`,
    message: (result, { asked }) => {
      if (result === 'pass') return 'the photo lies as asked';
      if (result === 'unknown') return 'whether the photo is wide or upright could not be read';
      if (result === 'skip') return 'not asked for';
      return asked === 'landscape' ? 'the photo is upright' : 'the photo is wide';
    },
    advice: (result, { asked }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'fail'
            ? `choose one taken ${asked === 'landscape' ? 'wide' : 'upright'}, or crop a copy to that; turn one that lies on its side in Paint (Rotate)`
            : 'hand in the original',
      })),
    explain: {
      asks: 'The photo is wide or upright as the notice asks; photos from a phone count as they are shown, and a square is both.',
      why: 'Boards and pages leave room for one or the other, and cut off what does not fit.',
      mend: [
        'Crop a copy in Paint or in the gallery of a phone.',
        'Turn one that lies on its side in Paint (Rotate).',
      ],
    },
  },
  'photo.dpi': {
    title: 'Dots per inch',
    required: ({ range }) => formatRange(range, 'en', dpi),
    actual: ({ actual }) => (actual === undefined ? undefined : dpi(actual)),
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'the dots per inch are as asked';
      if (result === 'unknown') return 'the photo does not say its dots per inch';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'over'
        ? 'the dots per inch it says are too many'
        : 'the dots per inch it says are too few';
    },
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'with enough pixels, set the resolution in Photoshop (Image Size, without Resample) and save a copy; otherwise find the original',
      })),
    explain: {
      asks: 'The dots per inch that the photo says are as the notice asks. They are a mark only: the same pixels are as sharp at 72 as at 300.',
      why: 'Printers work out the size on paper from them.',
      mend: [
        'Photoshop: Image → Image Size, without “Resample”, resolution 300, save as JPG.',
        'IrfanView: Image → Resize → DPI, save a copy.',
      ],
    },
  },
  'photo.print-size': {
    title: 'Print size',
    required: ({ asked }) => formatPrintSizes(asked, 'en'),
    actual: ({ actual }) => actual && formatPrintSize(actual),
    message: (result, { asked, actual }) => {
      if (result === 'pass') return 'the size on paper is as asked';
      if (result === 'skip') return 'not asked for';
      if (result === 'unknown' || !actual)
        return 'the photo does not say its dots per inch, so its size on paper is not known';
      const miss = printSizeMiss(asked, actual) ?? 'other';
      return `by its pixels and dots per inch, its size on paper is ${{ smaller: 'too small', larger: 'too large', other: 'another' }[miss]}`;
    },
    advice: (result, { asked, actual }) =>
      whenNotPassed(result, () => {
        const miss = actual && printSizeMiss(asked, actual);
        if (miss === 'smaller')
          return {
            text: 'find the original with more pixels, or export it again from the design at the size asked for; enlarging a small picture does not help. Where the pixels suffice, set width and height in Photoshop (Image Size, without Resample) and save a copy',
          };
        if (miss === 'larger')
          return {
            text: 'make width and height smaller in millimetres in Photoshop (Image Size) and save a copy; keep the original',
          };
        return {
          text: `set width, height and resolution in millimetres in Photoshop (Image Size)${asked.exact ? ', crop to the shape asked for' : ''} and save a copy`,
        };
      }),
    explain: {
      asks: 'By pixels and dots per inch, the photo comes out on paper as wide and high as the notice asks, either way up. A fixed size is met within 2 mm; a least or greatest one by both edges.',
      why: 'Posters and display boards are laid out to fixed sizes.',
      mend: ['Photoshop: Image → Image Size in millimetres, with the dots per inch the notice asks for.'],
    },
  },
};

const EDGES = { 'long-edge': 'long edge', 'short-edge': 'short edge' } as const;

function measured(asked: PixelsAsked, actual: PixelSize): string {
  if (asked.by === 'size') return '';
  const value = PIXEL_MEASURES[asked.by](actual);
  return asked.by === 'area' ? `, ${formatArea('en')(value)}` : `, ${EDGES[asked.by]} ${pixels(value)}`;
}

function filmShapes(films: readonly PixelSize[]): string {
  const shapes = [...new Set(films.map(formatAspect))];
  return shapes.length === 0 ? '' : ` (${shapes.join(', ')})`;
}
