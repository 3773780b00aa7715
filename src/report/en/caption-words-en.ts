import { describeCaption } from '../describe-text-rules.ts';
import { overshoot } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { plural } from './plural.ts';

const FROM = {
  info: 'in 作品信息.yaml',
  file: 'in the text file of its name',
  text: 'in the text',
} as const;

export const captionWordsEn: WordingsOf<'photo.caption'> = {
  'photo.caption': {
    title: 'Caption',
    required: ({ range }) => describeCaption(range, 'en'),
    actual: ({ from, actual }) =>
      from === undefined ? undefined : `${plural(actual ?? 0, 'character')} ${FROM[from]}`,
    message: (result, { range, actual, from, numbered }) => {
      if (result === 'pass') return 'there is a caption';
      if (result === 'skip') return 'not asked for';
      if (numbered !== undefined)
        return `“${visible(numbered)}…” may be the caption of this photo, or a point of the text`;
      if (result === 'unknown') return 'a text that could not be read may hold the caption';
      if (from === undefined) return 'there is no caption';
      return overshoot(range, actual)?.side === 'under'
        ? 'the caption is too short'
        : 'the caption is too long';
    },
    advice: (result, { range, actual, file }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (beyond) return { text: `${beyond.side === 'over' ? 'cut' : 'add'} at least ${beyond.by}` };
        return {
          text: `write “captions:” into 作品信息.yaml and, indented by two, “${visible(file)}: the caption”; or add a .txt of the photo’s name`,
        };
      }),
    explain: {
      asks: 'Each photo has a caption as long as the notice asks: under “captions” in 作品信息.yaml, in a .txt of the photo’s name, or as a line of the text that begins with the photo’s name and a colon.',
      why: 'Without one, nobody knows whom and what it shows.',
      mend: [
        'Write “captions:” into 作品信息.yaml and beneath it one line for each photo: its file name, a colon, the caption.',
        'Or add a .txt of the photo’s name.',
      ],
    },
  },
};
