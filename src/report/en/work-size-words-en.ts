import { bytesBeside, formatBytes, formatLimit } from '../format-bytes.ts';
import { formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { plural } from './plural.ts';

export const workSizeWordsEn: WordingsOf<'item.size'> = {
  'item.size': {
    title: 'Size of the work',
    required: ({ range }) => formatRange(range, 'en', (bytes) => formatLimit(bytes, 'en')),
    actual: ({ actual, files, range: { max } }) =>
      `${plural(files, 'file')}, ${max === undefined ? formatBytes(actual, 'en') : bytesBeside(actual, max, 'en')}`,
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'the whole work has the size asked for';
      if (result === 'unknown') return 'the size of the whole work could not be learned';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'under'
        ? 'the whole work is too small'
        : 'the whole work is too large';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () =>
        overshoot(range, actual)?.side === 'under'
          ? { text: 'see whether all its files are there' }
          : {
              text: 'make its largest films and photos smaller; move files that do not belong out of its folder',
            },
      ),
    explain: {
      asks: 'All files of a work add up to no more than the notice allows a whole work.',
      why: 'What is larger cannot be uploaded, or is sent back.',
      mend: [
        'Look at the largest files first: export films anew at a lower bit rate (CapCut), photos in the pixels asked for.',
        'Move drafts and doubles out of the folder of the work.',
      ],
    },
  },
};
