import { h264Command } from '../h264-command.ts';
import { codecName, formatCodecLevel, profileName } from '../format-picture.ts';
import { formatRange } from '../format-range.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

export const videoProfileWordsEn: WordingsOf<'video.profile'> = {
  'video.profile': {
    title: 'Codec profile',
    required: ({ asked }) =>
      asked.by === 'profile'
        ? asked.allowed.map(profileName).join(' or ')
        : `level ${formatRange(asked.range, 'en', formatCodecLevel)}`,
    actual: ({ asked, codec, profile, level }) => {
      const said =
        asked.by === 'profile'
          ? profile === undefined
            ? undefined
            : `${visible(profile)} Profile`
          : level === undefined
            ? undefined
            : `level ${formatCodecLevel(level)}`;
      return said === undefined ? undefined : `${said}${codec === undefined ? '' : ` (${codecName(codec)})`}`;
    },
    message: (result, { asked }) => {
      const what = asked.by;
      if (result === 'pass') return `the codec’s ${what} is as asked`;
      if (result === 'unknown') return `the codec’s ${what} could not be read from the file`;
      return result === 'skip'
        ? 'not asked for'
        : `the codec’s ${what} is one that some players do not master`;
    },
    advice: (result, { asked }, path) =>
      whenNotPassed(result, () => {
        const command = h264Command(asked, path, 'en');
        const text =
          asked.by === 'profile'
            ? 'CapCut and Format Factory do not let you choose it: export it again with HandBrake'
            : 'size, frame rate and bit rate of the picture make the level: export it again with those that the notice asks for';
        return command === undefined ? { text } : { text: `${text}, or run`, command };
      }),
    explain: {
      asks: 'The profile of H.264 or H.265 (which tools it uses) and its level (how much picture, frame rate and bit rate) are as asked, by what the file says of itself.',
      why: 'A broadcaster’s machine or an old computer may not play the higher ones.',
      mend: [
        'Export from CapCut at 1080P and 25 or 30 frames: that is High Profile, level 4.0, as a rule.',
        'HandBrake: on the page “Video” choose the encoder profile high and the level 4.1.',
        'ffmpeg -i "film.mp4" -c:v libx264 -profile:v high -level:v 4.1 -crf 18 -pix_fmt yuv420p -c:a aac "film-h264.mp4"',
      ],
    },
  },
};
