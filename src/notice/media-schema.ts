import * as z from 'zod';
import { FORMATS, ROLES, isFormat, type Format, type Role } from '../model/format.ts';
import { CODEC_PROFILES, type SizeRule } from '../model/media-rules.ts';
import { closedMap, isMap } from './closed-map.ts';
import { mapByName } from './key-maps.ts';
import { parsePart } from './parse-part.ts';
import { LAYOUT_KEYS, layout } from './layout-schema.ts';
import { titlePattern } from './naming-schema.ts';
import { count, listOf, notAmong, oneOf, required, text as words } from './plain-values.ts';
import { PRINT_SIZE_KEYS, printSize } from './print-size-schema.ts';
import { area, bitRate, decibels, duration, number, sampleRate, size } from './quantities.ts';
import {
  BOUND_KEYS,
  boundKeys,
  ENDS,
  RANGE_KEYS,
  boundsIn,
  checkTogether,
  rangeOf,
  resolution,
} from './ranges.ts';
import { say } from './say.ts';
import { narrowed, reading } from './shape.ts';
import { level, section, stated, statedList, type Stated } from './stated.ts';
import { byline, captions, pictures, sections, signature } from './text-schema.ts';

const FORMAT_NAMES = Object.values(FORMATS).flat();
const FORMAT_ALIASES: Readonly<Record<string, Format>> = {
  jpeg: 'jpg',
  tif: 'tiff',
  heif: 'heic',
  mpeg: 'mpg',
  htm: 'html',
};

/** As ffprobe names them (libavcodec/codec_desc.c), and as people write them. */
const CODECS = [
  'h264', 'hevc', 'vvc', 'av1', 'vp8', 'vp9', 'mpeg4', 'mpeg2video', 'mpeg1video', 'h263', 'prores', 'dnxhd', 'mjpeg',
  'wmv1', 'wmv2', 'wmv3', 'vc1', 'flv1', 'rv40', 'theora',
] as const; // prettier-ignore
const CODEC_ALIASES: Readonly<Record<string, (typeof CODECS)[number]>> = {
  'h.264': 'h264', avc: 'h264', x264: 'h264', 'h.265': 'hevc', h265: 'hevc', x265: 'hevc', 'h.266': 'vvc', h266: 'vvc',
}; // prettier-ignore

const PROFILE =
  /^(?:baseline|main|extended|high|high ?10|high ?4:?2:?2|high ?4:?4:?4|main ?10|rext)(?: ?profile)?$/i;

const formatWords = [...FORMAT_NAMES, ...Object.keys(FORMAT_ALIASES)];
const format = reading({ kind: 'names', names: formatWords }, (input, context): Format => {
  const written = String(input).trim().toLowerCase().replace(/^\./, '');
  const name = FORMAT_ALIASES[written] ?? written;
  if (isFormat(name)) return name;
  context.addIssue({ code: 'custom', message: notAmong(input, FORMAT_NAMES) });
  return z.NEVER;
});

const codecName = oneOf(CODECS);
const codecWords = [...CODECS, ...Object.keys(CODEC_ALIASES)];
const codec = reading({ kind: 'names', names: codecWords }, (input, context) => {
  const written = typeof input === 'string' ? input.trim().toLowerCase() : input;
  const name = typeof written === 'string' ? (CODEC_ALIASES[written] ?? written) : written;
  return parsePart(codecName, name, [], context);
});

/** Without “Profile”, spaces and signs: High 4:2:2 Profile is high422. */
const profileName = oneOf(CODEC_PROFILES);
const codecProfile = reading({ kind: 'line', patterns: [PROFILE] }, (input, context) => {
  const written = typeof input === 'string' ? input.toLowerCase().replace(/profile|[\s:]/g, '') : input;
  return parsePart(profileName, written, [], context);
});

const pixelFormat = z
  .string()
  .regex(/^[a-z][a-z0-9]+$/, say('应写像素格式，如 yuv420p', 'expected a pixel format, e.g. yuv420p'));
const aspect = z
  .string()
  .regex(
    /^[1-9]\d{0,3}:[1-9]\d{0,3}$/,
    say('应写宽高比，如 "16:9"', 'expected an aspect ratio, e.g. "16:9"'),
  );

/** One range, or several that hold at once. */
const ranges = (unit: z.ZodType<number>) =>
  statedList(rangeOf(unit), RANGE_KEYS).superRefine(checkTogether).exactOptional();
const sizes = statedList(resolution, ['exact', 'min', 'max', 'eitherWay']).exactOptional();
const names = stated(listOf(words.transform((name) => name.toLowerCase()))).exactOptional();

const still = narrowed(
  closedMap({
    black: duration.exactOptional(),
    frozen: duration.exactOptional(),
  }).refine(
    ({ black, frozen }) => black !== undefined || frozen !== undefined,
    say('至少写 black（黑屏）、frozen（画面不动）之一', 'expected black or frozen'),
  ),
  { some: ['black', 'frozen'] },
);
const anonymous = stated(required(true)).exactOptional();

const formats = listOf(format);
const plainSize = boundsIn(size);
/** How large; `formats`: of files of these formats alone. */
const sizeRule = reading(
  {
    kind: 'map',
    keys: { ...boundKeys(size), formats: formats.exactOptional() },
    some: BOUND_KEYS,
    apart: ENDS,
  },
  (input, context): SizeRule => {
    if (!isMap(input) || !('formats' in input)) return parsePart(plainSize, input, [], context);
    const { formats: named, ...bounds } = input;
    const own = parsePart(formats, named, ['formats'], context);
    return { ...parsePart(plainSize, bounds, [], context), formats: own };
  },
);

/** What holds of one format at once must be possible at once. */
function checkSizes(rules: readonly Stated<SizeRule>[] | null, context: z.RefinementCtx): void {
  const named = new Set((rules ?? []).flatMap(({ value }) => value.formats ?? []));
  for (const one of [undefined, ...named]) {
    const own = (rules ?? []).filter(({ value }) => !value.formats || (one && value.formats.includes(one)));
    checkTogether(own, context);
  }
}

const everyRole = {
  level: level.exactOptional(),
  clause: section.exactOptional(),
  formats: stated(formats).exactOptional(),
  size: statedList(sizeRule, [...BOUND_KEYS, 'formats'])
    .superRefine(checkSizes)
    .exactOptional(),
};
const soundTrack = {
  soundCodecs: names,
  sampleRate: ranges(sampleRate),
  channels: ranges(count),
};
const loudness = {
  clipping: stated(oneOf(['forbidden'])).exactOptional(),
  peak: stated(closedMap({ max: decibels }), ['max']).exactOptional(),
};
const video = {
  ...soundTrack,
  ...loudness,
  codecs: stated(listOf(codec)).exactOptional(),
  resolution: sizes,
  orientation: stated(oneOf(['landscape', 'portrait'])).exactOptional(),
  duration: ranges(duration),
  subtitles: stated(oneOf(['required', 'forbidden'])).exactOptional(),
  sound: stated(required('required')).exactOptional(),
  codecProfiles: stated(listOf(codecProfile)).exactOptional(),
  codecLevel: ranges(number),
  pixelFormats: stated(listOf(pixelFormat)).exactOptional(),
  scanType: stated(oneOf(['progressive'])).exactOptional(),
  frameRate: ranges(number),
  bitRate: ranges(bitRate),
  soundBitRate: ranges(bitRate),
  aspect: stated(listOf(aspect)).exactOptional(),
  faststart: stated(required(true)).exactOptional(),
  bars: stated(oneOf(['forbidden'])).exactOptional(),
  still: stated(still, ['black', 'frozen']).exactOptional(),
};
const audio = { ...soundTrack, ...loudness, duration: ranges(duration), bitRate: ranges(bitRate) };
/** Of a photo also that of the film of its work. */
const photoAspects = listOf(
  reading({ kind: 'either', of: [oneOf(['video']), aspect] }, (input, context) =>
    input === 'video' ? input : parsePart(aspect, input, [], context),
  ),
);
const photo = {
  resolution: sizes,
  aspect: stated(photoAspects).exactOptional(),
  orientation: video.orientation,
  longEdge: ranges(count),
  shortEdge: ranges(count),
  area: ranges(area),
  dpi: ranges(number),
  printSize: stated(printSize, PRINT_SIZE_KEYS).exactOptional(),
  color: stated(listOf(oneOf(['srgb', 'cmyk', 'gray', 'other']))).exactOptional(),
  original: stated(required(true)).exactOptional(),
  captions: stated(captions, RANGE_KEYS).exactOptional(),
};
const scan = {
  pages: ranges(count),
  unlocked: stated(required(true)).exactOptional(),
  seal: stated(required('required')).exactOptional(),
  anonymous,
};
const slides = { pages: ranges(count), aspect: video.aspect, unlocked: scan.unlocked, anonymous };
const text = {
  words: ranges(count),
  lines: ranges(count),
  pictures: stated(pictures, ['embedded']).exactOptional(),
  contact: stated(required(true)).exactOptional(),
  layout: stated(layout, LAYOUT_KEYS).exactOptional(),
  sections: stated(sections).exactOptional(),
  titlePattern: stated(titlePattern).exactOptional(),
  figures: stated(oneOf(['marked'])).exactOptional(),
  byline: stated(byline).exactOptional(),
  signature: stated(signature).exactOptional(),
  anonymous,
};

/** Every rule there is, whatever the role: the shape that a role's block is read into. */
type EveryRule = typeof everyRole & typeof video & typeof audio & typeof photo & typeof scan & typeof text;
export type StatedMedia = z.output<z.ZodObject<EveryRule>>;

/** Only what can be judged of a role's files may be asked of them: a rule nobody looks at would pass unseen. */
export const MEDIA_BY_ROLE: Readonly<Record<Role, z.ZodType<StatedMedia>>> = {
  video: closedMap({ ...everyRole, ...video }),
  photo: closedMap({ ...everyRole, ...photo }),
  scan: closedMap({ ...everyRole, ...scan }),
  text: closedMap({ ...everyRole, ...text }),
  form: closedMap(everyRole),
  subtitles: closedMap(everyRole),
  audio: closedMap({ ...everyRole, ...audio }),
  slides: closedMap({ ...everyRole, ...slides }),
  other: closedMap({ ...everyRole, anonymous }),
};

export const mediaByRole = mapByName(ROLES, (role) => MEDIA_BY_ROLE[role]);
