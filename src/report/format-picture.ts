import type {
  CodecProfile,
  PixelSize,
  PrintSize,
  PrintSizeRule,
  ResolutionRule,
} from '../model/media-rules.ts';
import type { Language } from '../model/report.ts';
import { visible } from './show-name.ts';

/** `1920×1080`. */
export function formatSize(size: PixelSize): string {
  return `${size.width}×${size.height}`;
}

export function formatResolution(rule: ResolutionRule, language: Language): string {
  const zh = language === 'zh';
  const exact =
    rule.exact && rule.exact.length > 0 ? rule.exact.map(formatSize).join(zh ? ' 或 ' : ' or ') : undefined;
  const said = boundsSaid(exact, rule.min && formatSize(rule.min), rule.max && formatSize(rule.max), zh);
  if (rule.eitherWay && said.length > 0) said.push(zh ? '横竖都可以' : 'either way up');
  return said.length > 0 ? said.join(zh ? '，' : ', ') : zh ? '不限' : 'any';
}

function boundsSaid(
  exact: string | undefined,
  min: string | undefined,
  max: string | undefined,
  zh: boolean,
): string[] {
  const parts = [
    exact,
    min === undefined ? undefined : `${zh ? '不小于' : 'at least'} ${min}`,
    max === undefined ? undefined : `${zh ? '不大于' : 'at most'} ${max}`,
  ];
  return parts.filter((part) => part !== undefined);
}

/** Sides within two in a hundred of the same proportion: stretching that much is not seen. */
export function sameShape(one: PixelSize, other: PixelSize): boolean {
  return Math.abs((one.width * other.height) / (one.height * other.width) - 1) < 0.02;
}

/** ffmpeg's filter to this size: scaled, and where the shape differs laid over a blurred copy of itself, not over black. */
export function scaleFilter(actual: PixelSize | undefined, target: PixelSize): string {
  const { width, height } = target;
  if (actual && sameShape(actual, target)) return `-vf scale=${width}:${height},setsar=1`;
  const scale = `scale=${width}:${height}:force_original_aspect_ratio`;
  const ground = `[a]${scale}=increase,crop=${width}:${height},boxblur=20[c]`;
  return `-vf "split[a][b];${ground};[b]${scale}=decrease[d];[c][d]overlay=(W-w)/2:(H-h)/2,setsar=1"`;
}

const CODEC_NAMES: Readonly<Record<string, string>> = {
  h264: 'H.264',
  avc: 'H.264',
  'h.264': 'H.264',
  hevc: 'H.265/HEVC',
  h265: 'H.265/HEVC',
  'h.265': 'H.265/HEVC',
  av1: 'AV1',
  vp8: 'VP8',
  vp9: 'VP9',
  mpeg4: 'MPEG-4',
  mpeg2video: 'MPEG-2',
  mpeg1video: 'MPEG-1',
  msmpeg4v3: 'MS-MPEG-4',
  wmv2: 'WMV 8',
  wmv3: 'WMV 9',
  vc1: 'VC-1',
  prores: 'ProRes',
  dnxhd: 'DNxHD',
  mjpeg: 'Motion JPEG',
  flv1: 'Sorenson H.263',
  rv40: 'RealVideo 4',
  h263: 'H.263',
  aac: 'AAC',
  mp3: 'MP3',
  ac3: 'AC-3',
  flac: 'FLAC',
  opus: 'Opus',
  vorbis: 'Vorbis',
  pcm_s16le: 'PCM',
  pcm_s24le: 'PCM',
};

/** A codec as editing programs name it; ffprobe's own name where there is no other. */
export function codecName(codec: string): string {
  return CODEC_NAMES[codec.toLowerCase()] ?? visible(codec);
}

const PROFILE_NAMES: Readonly<Record<CodecProfile, string>> = {
  baseline: 'Baseline',
  main: 'Main',
  extended: 'Extended',
  high: 'High',
  high10: 'High 10',
  high422: 'High 4:2:2',
  high444: 'High 4:4:4',
  main10: 'Main 10',
  rext: 'Rext',
};

/** `High Profile`. */
export function profileName(profile: CodecProfile): string {
  return `${PROFILE_NAMES[profile]} Profile`;
}

/** `4.1`; a whole level is 4.0. */
export function formatCodecLevel(level: number): string {
  return level.toFixed(1);
}

/** `8.24 Mbps`, `800 kbps`; what somebody wrote (1024 kbps) keeps all of its digits. */
export function formatBitRate(bitsPerSecond: number): string {
  if (bitsPerSecond < 1_000_000) return `${Math.round(bitsPerSecond / 1000)} kbps`;
  const digits = bitsPerSecond >= 10_000_000 ? 1 : bitsPerSecond % 1000 === 0 ? 3 : 2;
  return `${Number((bitsPerSecond / 1_000_000).toFixed(digits))} Mbps`;
}

/** `44.1 kHz`. */
export function formatSampleRate(hertz: number): string {
  return `${Number((hertz / 1000).toFixed(2))} kHz`;
}

/** Pixels of a whole picture: `500 万像素`, `5 megapixels`. */
export function formatArea(language: Language): (pixels: number) => string {
  return (pixels) =>
    language === 'zh'
      ? `${Number((pixels / 1e4).toFixed(1))} 万像素`
      : `${Number((pixels / 1e6).toFixed(2))} megapixels`;
}

/** `210×290 mm`. */
export function formatPrintSize({ width, height }: PrintSize): string {
  return `${Math.round(width)}×${Math.round(height)} mm`;
}

/** `不小于 300×300 mm`; one that is exact bare. */
export function formatPrintSizes({ exact, min, max }: PrintSizeRule, language: Language): string {
  const zh = language === 'zh';
  const [one, least, most] = [exact, min, max].map((size) => size && formatPrintSize(size));
  return boundsSaid(one, least, most, zh).join(zh ? '，' : ', ');
}

/** `25`, `29.97`: three digits behind the point at most, so that 24.996 does not read as 25. */
export function formatFrameRate(fps: number): string {
  return String(Number(fps.toFixed(3)));
}

const ASPECTS = ['16:9', '4:3', '9:16', '3:4', '1:1', '21:9', '3:2', '2:3'];

/** The usual name of a shape, else width to height as a number: `1.78:1`. */
export function formatAspect(size: PixelSize): string {
  const known = ASPECTS.find((name) => {
    const [width = 1, height = 1] = name.split(':').map(Number);
    return Math.abs((size.width * height) / (size.height * width) - 1) < 0.005;
  });
  return known ?? `${(size.width / size.height).toFixed(2)}:1`;
}
