import type { VideoFacts } from '../../model/facts.ts';
import type { PixelSize } from '../../model/media-rules.ts';
import type { FfprobeStream } from './ffprobe-report.ts';
import type { StructureTrack } from './structure.ts';

type PictureFacts = Pick<
  VideoFacts,
  | 'codec'
  | 'profile'
  | 'level'
  | 'stored'
  | 'rotation'
  | 'pixelAspect'
  | 'shown'
  | 'frameRate'
  | 'constantFrameRate'
  | 'pixelFormat'
  | 'bitDepth'
  | 'chroma'
  | 'interlaced'
  | 'hdr'
>;

/** What a picture track looks like; undefined where it has no size. */
export function describePicture(
  stream: FfprobeStream,
  track: StructureTrack | undefined,
): PictureFacts | undefined {
  const { width = 0, height = 0 } = stream;
  if (width <= 0 || height <= 0) return undefined;
  const stored = { width, height };
  const rotation = rotationOf(stream);
  const pixelAspect = pixelAspectOf(stream);
  return {
    codec: stream.codec_name ?? stream.codec_tag_string ?? 'unknown',
    ...(stream.profile !== undefined && stream.profile !== 'unknown' && { profile: stream.profile }),
    ...describeLevel(stream),
    stored,
    rotation,
    pixelAspect,
    shown: shownSize(stored, rotation, pixelAspect),
    ...describeRate(stream, track),
    ...describePixels(stream),
    ...describeScan(stream),
    ...describeLight(stream),
  };
}

/**
 * H.264 writes ten times its level (ITU-T H.264, A.3; 9 is 1b, which asks no more of a player than 1.1), H.265 thirty
 * times (ITU-T H.265, A.4). Other codecs count in other ways, and -99 says that nobody knows.
 */
function describeLevel({ codec_name: codec, level }: FfprobeStream): Pick<PictureFacts, 'level'> {
  const unit = codec === 'h264' ? 10 : codec === 'hevc' ? 30 : undefined;
  if (unit === undefined || level === undefined || level <= 0 || level > 255) return {};
  return { level: Math.max(1, Math.round((level / unit) * 10) / 10) };
}

/** ffmpeg counts anticlockwise; before version 5 it told a phone's turn only by the tag `rotate`, clockwise. */
function rotationOf({ side_data_list: sideData = [], tags }: FfprobeStream): number {
  const turn = sideData.find(({ rotation }) => rotation !== undefined)?.rotation;
  const clockwise = turn === undefined ? (tags?.rotate ?? 0) : -turn;
  // A matrix that is none yields the smallest of all integers.
  if (Math.abs(clockwise) > 360) return 0;
  return Math.round(((clockwise % 360) + 360) % 360) % 360;
}

const OUTERMOST_ASPECT = 10;

function pixelAspectOf({ sample_aspect_ratio: ratio }: FfprobeStream): number {
  const [across = 1, down = 1] = (ratio ?? '').split(':').map(Number);
  const aspect = across / down;
  const isSane = Number.isFinite(aspect) && aspect >= 1 / OUTERMOST_ASPECT && aspect <= OUTERMOST_ASPECT;
  return isSane ? aspect : 1;
}

/** Players stretch the width and leave the height, and then turn the picture. */
function shownSize({ width, height }: PixelSize, rotation: number, pixelAspect: number): PixelSize {
  const stretched = Math.round(width * pixelAspect);
  const lies = Math.round(rotation / 90) % 2 === 1;
  return lies ? { width: height, height: stretched } : { width: stretched, height };
}

function describeRate(
  stream: FfprobeStream,
  track: StructureTrack | undefined,
): Pick<PictureFacts, 'frameRate' | 'constantFrameRate'> {
  const average = fraction(stream.avg_frame_rate);
  const base = fraction(stream.r_frame_rate);
  const rate = average ?? base;
  const difference =
    average !== undefined && base !== undefined ? Math.abs(base - average) / average : undefined;
  // The index tells how long pictures last in the order they are decoded; a strange order may hide a steady rhythm.
  const isSame = difference !== undefined && difference < 1e-6;
  const constant =
    isSame || (track?.constantRate ?? (difference === undefined ? undefined : difference < 0.005));
  return {
    ...(rate !== undefined && { frameRate: Math.round(rate * 1000) / 1000 }),
    ...(constant !== undefined && { constantFrameRate: constant }),
  };
}

/** Slow-motion phones reach 240; time stamps without a rhythm yield far more. */
const FASTEST_RATE = 300;

/** `30000/1001`; undefined for `0/0` and for rates no film has. */
function fraction(text: string | undefined): number | undefined {
  const [above = 0, below = 1] = (text ?? '').split('/').map(Number);
  const value = above / below;
  return Number.isFinite(value) && value > 0 && value <= FASTEST_RATE ? value : undefined;
}

const CHROMA_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/420|^nv12|^nv21|^p01[06]/, '4:2:0'],
  [/422|^yuyv|^uyvy|^nv16|^nv20|^p21[06]/, '4:2:2'],
  [/444|^nv24|^p41[06]/, '4:4:4'],
  [/^yuv[aj]*411/, '4:1:1'],
  [/^yuv[aj]*410/, '4:1:0'],
  [/^yuv[aj]*440/, '4:4:0'],
  [/^gray|^ya\d|^mono/, '4:0:0'],
  [/rgb|bgr|gbr|^pal8/, 'rgb'],
];

/** By the names of ffmpeg's pixel formats: `yuv422p10le` is 4:2:2 with 10 bits. */
function describePixels(stream: FfprobeStream): Pick<PictureFacts, 'pixelFormat' | 'bitDepth' | 'chroma'> {
  const name = stream.pix_fmt;
  if (name === undefined || name === 'unknown') return {};
  const chroma = CHROMA_BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  const named = /(?:p|gray|p[024]|x2rgb)(9|10|12|14|16)(?:le|be)$/.exec(name)?.[1];
  const { bits_per_raw_sample: raw = 0 } = stream;
  const bitDepth = named !== undefined ? Number(named) : raw > 0 ? raw : 8;
  return { pixelFormat: name, bitDepth, ...(chroma !== undefined && { chroma }) };
}

function describeScan({ field_order: order }: FfprobeStream): Pick<PictureFacts, 'interlaced'> {
  if (order === 'progressive') return { interlaced: false };
  return ['tt', 'bb', 'tb', 'bt'].includes(order ?? '') ? { interlaced: true } : {};
}

/** ITU-R BT.2100 names two curves: PQ (SMPTE ST 2084) and HLG (ARIB STD-B67). Dolby Vision carries a record. */
function describeLight({ color_transfer: curve, side_data_list: sideData = [] }: FfprobeStream): {
  hdr?: boolean;
} {
  const isDolby = sideData.some(({ side_data_type: type }) => type?.startsWith('DOVI') === true);
  if (isDolby || curve === 'smpte2084' || curve === 'arib-std-b67') return { hdr: true };
  return curve === undefined || curve === 'unknown' ? {} : { hdr: false };
}
