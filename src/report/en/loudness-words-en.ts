import type { CheckArgs } from '../../model/check.ts';
import type { SoundLevel } from '../../model/facts.ts';
import { extensionOf } from '../../model/file-name.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import { formatLevel } from '../format-level.ts';
import { formatSeconds } from '../format-seconds.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { unknownCureEn, unknownEn } from './causes-en.ts';
import { pictureExplanationsEn as explained } from './picture-explanations-en.ts';

const LISTEN = 'listen with headphones; where nothing is wrong, whoever is responsible confirms it';

export const loudnessWordsEn: WordingsOf<'video.clipping' | 'video.level'> = {
  'video.clipping': {
    title: 'Clipping',
    required: () => 'not clipped',
    actual: ({ level }, result) => {
      if (!level || result === 'pass') return undefined;
      return `${heardEn(level)}loudest at ${formatLevel(level.peakDb)}, ${share(level.nearFull)} of it at the very top`;
    },
    message: (result, { level, silence, partly }) => {
      if (result === 'pass') return `the sound is not clipped${level ? inEn(level) : ''}`;
      if (result === 'skip') return 'no sound track';
      if (result === 'fail') return 'recorded too loudly: the waves are cut off, it rasps';
      if (partly)
        return 'only parts of it were heard, and nothing is clipped there; the rest could not be heard';
      return level
        ? 'very loud: whether it is clipped has to be heard'
        : notHeard(silence, 'whether it is clipped');
    },
    advice: (result, { level, silence }) =>
      whenNotPassed(result, () => {
        if (result === 'unknown') return cureOf(level, silence);
        return {
          text: 'export it again from the first recording, not amplified, with the volume in CapCut at 100 % or below; where that rasps too, record again at a lower level',
        };
      }),
    explain: explained['video.clipping'],
  },
  'video.level': {
    title: 'Sound level',
    required: ({ max }) => `at most ${formatLevel(max)} at its loudest`,
    actual: ({ level }) =>
      level
        ? `${heardEn(level)}loudest at ${formatLevel(level.peakDb)}, ${formatLevel(level.meanDb)} on average`
        : undefined,
    message: (result, { level, silence }) => {
      if (result === 'pass') return 'the sound level is as asked';
      if (result === 'skip') return 'no sound track';
      if (result === 'fail') return 'the sound is louder than the level set';
      return level
        ? 'only some places were listened to; others may be louder'
        : notHeard(silence, 'whether it is too loud');
    },
    advice: (result, { level, silence, max }, path) =>
      whenNotPassed(result, () => {
        if (result === 'unknown' || !level) return cureOf(level, silence);
        const lower = Math.ceil(level.peakDb - max + 0.5);
        const extension = extensionOf(path ?? '') === 'mp3' ? 'mp3' : 'mp4';
        const codecs = extension === 'mp3' ? '-c:a libmp3lame -q:a 2' : '-c:v copy -c:a aac';
        return {
          text: `lower the volume by ${lower} dB in CapCut and export, or run`,
          command: ffmpegCommand(
            path,
            { options: `-af volume=-${lower}dB ${codecs}`, suffix: 'level', extension },
            'en',
          ),
        };
      }),
    explain: explained['video.level'],
  },
};

function heardEn(level: SoundLevel): string {
  return level.whole || level.seconds === undefined ? '' : `${formatSeconds(level.seconds, 'en')} heard, `;
}

function inEn(level: SoundLevel): string {
  return level.whole || level.seconds === undefined
    ? ''
    : ` in the ${formatSeconds(level.seconds, 'en')} that were heard`;
}

function share(part: number): string {
  return `${Number((part * 100).toFixed(part < 0.01 ? 2 : 0))} %`;
}

type Silence = CheckArgs['video.level']['silence'];

function notHeard(silence: Silence, what: string): string {
  return silence?.state === 'unknown'
    ? `it could not be listened to (${unknownEn(silence.cause)}), so ${what} is not known`
    : `it could not be listened to, so ${what} is not known`;
}

function cureOf(level: SoundLevel | undefined, silence: Silence): Advice {
  if (!level && silence?.state === 'unknown') return { text: unknownCureEn(silence.cause) };
  return { text: LISTEN };
}
