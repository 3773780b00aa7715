import { bytesBeside, formatBytes, formatLimit } from '../format-bytes.ts';
import { formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

export const packingWordsEn: WordingsOf<'bundle.size'> = {
  'bundle.size': {
    title: 'Size of the archive',
    required: ({ range }) => formatRange(range, 'en', (bytes) => formatLimit(bytes, 'en')),
    actual: ({ actual, range: { max } }) =>
      max === undefined ? formatBytes(actual, 'en') : bytesBeside(actual, max, 'en'),
    message: (result, { category, work, range, actual }) => {
      const name = `all of “${visible(work ?? category)}”`;
      if (result === 'pass') return `${name} together has the size asked for`;
      if (result === 'unknown') return `the size of ${name} could not be learned`;
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'under'
        ? `${name} together is too small`
        : `${name} together is too large`;
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () =>
        overshoot(range, actual)?.side === 'under'
          ? { text: 'see whether everything is there' }
          : {
              text: 'make the largest films and photos smaller (their own checks say how), or ask whether it may go in several parts',
            },
      ),
    explain: {
      asks: 'Where all of a category goes together, or each work by itself, the files add up to no more than the notice allows. Films, photos and Word files are packed already: a zip makes them hardly smaller.',
      why: 'What is larger cannot be uploaded, or is sent back.',
      mend: [
        'Look at the largest files first: export films anew at a lower bit rate (CapCut), photos in the pixels asked for.',
        'Where it is still too large, ask for a net disk, or to hand it in in several parts.',
      ],
    },
  },
};
