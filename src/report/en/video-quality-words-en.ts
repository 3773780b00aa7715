import { ffmpegCommand } from '../ffmpeg-command.ts';
import { formatAspect, formatBitRate, formatFrameRate, formatSize } from '../format-picture.ts';
import { formatRange } from '../format-range.ts';
import { overshoot } from '../format-seconds.ts';
import { nearestWithin } from '../nearest-within.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { videoExplanationsEn as explained } from './video-explanations-en.ts';
import { slideAspectEn } from './slides-words-en.ts';

type VideoQualityCode =
  | 'video.pixel-format'
  | 'video.scan'
  | 'video.fps'
  | 'video.bitrate'
  | 'video.aspect'
  | 'video.orientation'
  | 'video.faststart';

export const videoQualityWordsEn: WordingsOf<VideoQualityCode> = {
  'video.pixel-format': {
    title: 'Colour format',
    required: ({ allowed }) => allowed.map(pixelFormatEn).join(' or '),
    actual: ({ actual, profile }) =>
      actual === undefined
        ? undefined
        : `${pixelFormatEn(actual)}${profile === undefined ? '' : `, ${visible(profile)}`}`,
    message: (result) => {
      if (result === 'pass') return 'the colour format is as asked';
      if (result === 'unknown') return 'the colour format could not be read from the file';
      return result === 'skip'
        ? 'not asked for'
        : 'the colour format is a special one that ordinary players may not show';
    },
    advice: (result, _, path) =>
      whenNotPassed(result, () =>
        reencode(
          'export it again from CapCut without 10 bit or HDR',
          '-c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac',
          '8bit',
          path,
        ),
      ),
    explain: explained['video.pixel-format'],
  },
  'video.scan': {
    title: 'Scan type',
    required: () => 'progressive',
    actual: ({ interlaced }) =>
      interlaced === undefined ? undefined : interlaced ? 'interlaced' : 'progressive',
    message: (result) => {
      if (result === 'pass') return 'progressive';
      if (result === 'unknown') return 'whether it is progressive could not be told';
      return result === 'skip' ? 'not asked for' : 'the picture is interlaced and shows combs on a computer';
    },
    advice: (result, _, path) =>
      whenNotPassed(result, () =>
        reencode(
          'film again at 1080p, or deinterlace it with Format Factory',
          '-vf bwdif -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac',
          'progressive',
          path,
        ),
      ),
    explain: explained['video.scan'],
  },
  'video.fps': {
    title: 'Frame rate',
    required: ({ range }) => `${formatRange(range, 'en', formatFrameRate)} frames per second`,
    actual: ({ actual, constant }) =>
      actual === undefined
        ? undefined
        : `${formatFrameRate(actual)} frames per second${constant === false ? ' (on average; uneven)' : ''}`,
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'the frame rate is as asked';
      if (result === 'unknown') return 'the frame rate could not be read from the file';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'under'
        ? 'too few pictures per second, it stutters'
        : 'too many pictures per second';
    },
    advice: (result, { range }, path) =>
      whenNotPassed(result, () => {
        const fps = formatFrameRate(nearestWithin(range, 25));
        return reencode(
          `export it again from CapCut at ${fps} frames per second`,
          `-r ${fps} -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac`,
          `${fps}fps`,
          path,
        );
      }),
    explain: explained['video.fps'],
  },
  'video.bitrate': {
    title: 'Bit rate',
    required: ({ range }) => formatRange(range, 'en', formatBitRate),
    actual: ({ actual }) => (actual === undefined ? undefined : formatBitRate(actual)),
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'the bit rate is as asked';
      if (result === 'unknown') return 'the bit rate could not be read from the file';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'under'
        ? 'too little data per second, it blurs'
        : 'too much data per second, it stutters';
    },
    advice: (result, { range }, path) =>
      whenNotPassed(result, () => {
        const kilobits = Math.round(nearestWithin(range, 8_000_000) / 1000);
        return reencode(
          `open the project in CapCut and export it at ${kilobits} kbps`,
          `-c:v libx264 -b:v ${kilobits}k -pix_fmt yuv420p -c:a aac`,
          `${kilobits}k`,
          path,
        );
      }),
    explain: explained['video.bitrate'],
  },
  'video.aspect': {
    title: 'Aspect ratio',
    required: ({ allowed }) => allowed.map(visible).join(' or '),
    actual: (args, result) => {
      if (args.slides) return slideAspectEn.actual(args, result);
      const { actual } = args;
      return actual ? `${formatAspect(actual)} (${formatSize(actual)})` : undefined;
    },
    message: (result, args) => {
      if (args.slides) return slideAspectEn.message(result, args);
      const { actual } = args;
      if (result === 'pass') return 'the shape is as asked';
      if (result === 'skip') return 'not asked for';
      if (result === 'unknown' || !actual) return 'the shape could not be read from the file';
      return actual.height > actual.width ? 'the picture stands upright' : 'the picture has another shape';
    },
    remark: ({ picture }) =>
      picture
        ? `without its black bars the picture is ${formatAspect(picture)} (about ${formatSize(picture)})`
        : undefined,
    advice: (result, args) => {
      if (args.slides) return slideAspectEn.advice(result, args);
      const { allowed, picture } = args;
      return whenNotPassed(result, () => ({
        text:
          picture && allowed.includes(formatAspect(picture))
            ? `without its black bars it is ${formatAspect(picture)}: choose ${formatAspect(picture)} in CapCut, enlarge the picture until it fills the frame, and export`
            : `choose ${visible(allowed[0] ?? '16:9')} in CapCut, place the picture and export; filming it again sideways is better`,
      }));
    },
    explain: explained['video.aspect'],
  },
  'video.orientation': {
    title: 'Orientation',
    required: ({ asked }) => (asked === 'landscape' ? 'wider than high' : 'higher than wide'),
    actual: ({ actual }) =>
      actual && `${actual.width >= actual.height ? 'wide' : 'upright'} (${formatSize(actual)})`,
    message: (result, { asked }) => {
      if (result === 'pass') return 'the right way up';
      if (result === 'unknown') return 'which way up the picture is could not be read';
      if (result === 'skip') return 'not asked for';
      return asked === 'landscape' ? 'the picture is upright' : 'the picture is wide';
    },
    advice: (result, { asked }) =>
      whenNotPassed(result, () => ({
        text: `film it again with the phone held ${asked === 'landscape' ? 'sideways' : 'upright'}; else crop it to ${asked === 'landscape' ? '16:9' : '9:16'} in the editing program and export again`,
      })),
    explain: explained['video.orientation'],
  },
  'video.faststart': {
    title: 'Plays while loading',
    required: () => 'index at the beginning',
    actual: ({ faststart }) =>
      faststart === undefined ? undefined : faststart ? 'at the beginning' : 'at the end',
    message: (result) => {
      if (result === 'pass') return 'it plays while it loads';
      if (result === 'unknown') return 'where its index stands could not be told';
      return result === 'skip' ? 'not asked for' : 'it has to be downloaded whole before it plays';
    },
    advice: (result, _, path) =>
      whenNotPassed(result, () =>
        reencode(
          'move the index to the beginning, without loss and in seconds',
          '-c copy -movflags +faststart',
          'web',
          path,
          ': run',
        ),
      ),
    explain: explained['video.faststart'],
  },
};

function reencode(text: string, options: string, suffix: string, path?: string, joint = ', or run'): Advice {
  return {
    text: `${text}${joint}`,
    command: ffmpegCommand(path, { options, suffix, extension: 'mp4' }, 'en'),
  };
}

const PIXEL_FORMATS: Readonly<Record<string, string>> = {
  yuv420p: '8 bit 4:2:0 (yuv420p)',
  yuvj420p: '8 bit 4:2:0 (yuvj420p)',
  yuv422p: '8 bit 4:2:2 (yuv422p)',
  yuv444p: '8 bit 4:4:4 (yuv444p)',
  yuv420p10le: '10 bit 4:2:0 (yuv420p10le)',
  yuv422p10le: '10 bit 4:2:2 (yuv422p10le)',
  yuv444p10le: '10 bit 4:4:4 (yuv444p10le)',
};

function pixelFormatEn(name: string): string {
  return PIXEL_FORMATS[name] ?? visible(name);
}
