import { exportPreset, sizeMiss, targetSize, type SizeMiss } from '../aim-at-size.ts';
import type { PixelSize, ResolutionRule } from '../../model/media-rules.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import { codecName, formatResolution, formatSize, scaleFilter } from '../format-picture.ts';
import { formatDurations, formatSeconds, overshoot, secondsBeside } from '../format-seconds.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { unknownCureEn, unknownEn } from './causes-en.ts';
import { conversionEn } from './conversion-en.ts';
import { formatNamesEn } from './format-names-en.ts';
import { subtitleWordsEn } from './subtitle-words-en.ts';
import { videoExplanationsEn as explained } from './video-explanations-en.ts';

type VideoCode =
  | 'video.container'
  | 'video.codec'
  | 'video.resolution'
  | 'video.duration'
  | 'video.subtitles'
  | 'video.audio';

export const videoWordsEn: WordingsOf<VideoCode> = {
  'video.container': {
    title: 'Container',
    required: ({ allowed }) => allowed.map((format) => formatNamesEn[format]).join(' or '),
    actual: ({ actual, brand }) =>
      brand === undefined
        ? formatNamesEn[actual]
        : `${formatNamesEn[actual]} (brand ${visible(brand.trim())})`,
    message: (result, { actual }) => {
      if (result === 'pass') return 'the container is as asked';
      if (result === 'unknown') return 'the container could not be told';
      return result === 'skip'
        ? 'not asked for'
        : `the wrapping around the picture is wrong; it is: ${formatNamesEn[actual]}`;
    },
    advice: (result, { actual, allowed }, path) =>
      whenNotPassed(result, () => conversionEn(actual, allowed, path)),
    explain: explained['video.container'],
  },
  'video.codec': {
    title: 'Video codec',
    required: ({ allowed }) => allowed.map(codecName).join(' or '),
    actual: ({ actual, profile }) =>
      actual === undefined
        ? undefined
        : `${codecName(actual)}${profile === undefined ? '' : ` (${visible(profile)})`}`,
    message: (result) => {
      if (result === 'pass') return 'the codec is as asked';
      if (result === 'unknown') return 'the codec could not be read from the file';
      return result === 'skip'
        ? 'not asked for'
        : 'the picture is compressed in a way the office’s player may not know';
    },
    advice: (result, _, path) =>
      whenNotPassed(result, () => ({
        text: 'export it again from CapCut with H.264 (not HEVC), or run',
        command: ffmpegCommand(
          path,
          { options: '-c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac', suffix: 'h264', extension: 'mp4' },
          'en',
        ),
      })),
    explain: explained['video.codec'],
  },
  'video.resolution': {
    title: 'Resolution',
    required: ({ rule }) => formatResolution(rule, 'en'),
    actual: ({ actual, stored, rotation }) => {
      if (!actual) return undefined;
      const differs = stored && (stored.width !== actual.width || stored.height !== actual.height);
      if (!differs) return formatSize(actual);
      const how = rotation
        ? `turned ${rotation} degrees when shown`
        : 'stretched by its pixel aspect when shown';
      return `${formatSize(actual)} (stored as ${formatSize(stored)}, ${how})`;
    },
    message: (result, { rule, actual }) => {
      if (result === 'pass') return 'the resolution is as asked';
      if (result === 'skip') return 'not asked for';
      if (result === 'unknown' || !actual) return 'the picture’s size could not be read from the file';
      return SIZE_MISSES[sizeMiss(rule, actual)];
    },
    advice: (result, { rule, actual }, path) =>
      whenNotPassed(result, () => {
        const target = targetSize(rule, actual);
        const upright = actual && sizeMiss(rule, actual) === 'upright';
        const text = upright
          ? 'best film it again with the phone held sideways; otherwise put it into a 16:9 project in CapCut with a background at its sides and export'
          : `open the project in CapCut and export it at ${presetEn(target, rule)}`;
        if (!target) return { text };
        return {
          text: `${text}. Or run`,
          command: ffmpegCommand(
            path,
            {
              options: `${scaleFilter(actual, target)} -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac`,
              suffix: `${target.height}p`,
              extension: 'mp4',
            },
            'en',
          ),
        };
      }),
    explain: explained['video.resolution'],
  },
  'video.duration': {
    title: 'Duration',
    required: ({ range }) => formatDurations(range, 'en'),
    actual: ({ actual, range }) => (actual === undefined ? undefined : secondsBeside(actual, range, 'en')),
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'the duration is as asked';
      if (result === 'skip') return 'not asked for';
      if (result === 'unknown') return 'the duration could not be read from the file';
      return overshoot(range, actual)?.side === 'under' ? 'the film is too short' : 'the film is too long';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (!beyond)
          return { text: 'see its length in a player; if that looks wrong, export it again from CapCut' };
        const by = formatSeconds(beyond.by, 'en');
        return beyond.side === 'over'
          ? { text: `cut at least ${by} in CapCut and export it again (mind the subtitles)` }
          : { text: `${by} are missing: add to it and export it again, or explain it to the office` };
      }),
    explain: explained['video.duration'],
  },
  'video.subtitles': subtitleWordsEn,
  'video.audio': {
    title: 'Sound',
    required: () => 'sound that can be heard',
    actual: ({ silence }) => {
      if (silence?.state === 'no-track') return 'no sound track';
      if (silence?.state !== 'silent') return undefined;
      return silence.peakDb === undefined
        ? 'no sound from end to end'
        : `${silence.peakDb.toFixed(0)} dB at its loudest, which nobody hears`;
    },
    message: (result, { silence }) => {
      if (result === 'pass') return 'it can be heard';
      if (result === 'skip') return 'not asked for';
      if (silence?.state === 'no-track') return 'the film has no sound track';
      if (silence?.state === 'silent') return 'the film has a sound track, but it is silent from end to end';
      return silence?.state === 'unknown'
        ? `whether there is sound could not be settled: ${unknownEn(silence.cause)}`
        : 'whether there is sound could not be settled';
    },
    advice: (result, { silence }) =>
      whenNotPassed(result, () =>
        silence?.state === 'unknown'
          ? { text: unknownCureEn(silence.cause) }
          : {
              text: 'see in CapCut whether the sound is muted and the microphone’s recording is in, and export it again',
            },
      ),
    explain: explained['video.audio'],
  },
};

const SIZE_MISSES: Readonly<Record<SizeMiss, string>> = {
  upright: 'the picture stands upright (filmed with the phone held upright)',
  almost: 'the picture misses the size by a hair, as screen recordings and crops do',
  smaller: 'the picture is smaller than asked and not sharp enough',
  larger: 'the picture is larger than asked',
  'other-shape': 'the picture’s size and shape are not as asked',
};

function presetEn(target: PixelSize | undefined, { exact, min }: ResolutionRule): string {
  if (!target) return '1080p, 16:9';
  const { preset, shape } = exportPreset(target, !exact && !min);
  return preset.toLowerCase().replace('k', 'K') + (shape === undefined ? '' : `, ${shape}`);
}
