import * as z from 'zod/mini';
import type { PixelSize, PrintSize } from '../model/media-rules.ts';
import { paperNamed } from './paper-sizes.ts';
import { quoted, say } from './say.ts';

const KIB = 1024;
const BYTES: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  K: KIB,
  M: KIB ** 2,
  G: KIB ** 3,
  T: KIB ** 4,
};
const SECONDS: Readonly<Record<string, number>> = {
  h: 3600, hour: 3600, hours: 3600, 小时: 3600, 时: 3600,
  m: 60, min: 60, mins: 60, minute: 60, minutes: 60, 分钟: 60, 分: 60,
  s: 1, sec: 1, second: 1, seconds: 1, 秒: 1, 秒钟: 1,
}; // prettier-ignore
const BITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/** How a quantity is written; a reader below may refuse more. */
export const WRITTEN = {
  size: /^(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B|字节)?$/i,
  duration:
    /^(?:\d+(?:\.\d+)?\s*(?:hours?|h|小时|时|minutes?|mins?|m|分钟|分|seconds?|sec|s|秒钟|秒)\s*){1,3}$/i,
  bitRate: /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:bps|bit\/s|b\/s)?$/i,
  pixelSize: /^(\d{1,5})\s*[x×*X]\s*(\d{1,5})$/,
  sampleRate: /^(\d+(?:\.\d+)?)\s*(k?)(?:hz)?$/i,
  length: /^(\d+(?:\.\d+)?)\s*(mm|cm|毫米|厘米)$/i,
  printSize:
    /^(?:(?:A[0-5]|B5|16[K开])|(\d+(?:\.\d+)?)\s*(mm|cm|毫米|厘米)?\s*[x×*X]\s*(\d+(?:\.\d+)?)\s*(mm|cm|毫米|厘米))$/i,
  share: /^(\d{1,2}(?:\.\d+)?)\s*%$/,
  area: /^(\d+(?:\.\d+)?)\s*(万|亿|MP)?$/i,
  decibels: /^([-−]?\d{1,2}(?:\.\d+)?)\s*(?:dB(?:FS)?|分贝)?$/i,
  number: /^\d+(?:\.\d+)?$/,
} as const;

/** Bytes. `2G` is 2 × 1024³; a plain number is bytes. */
export function parseSize(written: string): number | undefined {
  const [, number = '', unit = ''] = WRITTEN.size.exec(written) ?? [];
  return scaled(number, BYTES[unit.toUpperCase()]);
}

/** Seconds. `30min`, `90s`, `1h30min`, `15分钟30秒`; a plain number has no unit and is refused. */
export function parseDuration(written: string): number | undefined {
  if (!WRITTEN.duration.test(written)) return undefined;
  let total = 0;
  let lastUnit = Infinity;
  for (const [, number = '', unit = ''] of written.matchAll(/(\d+(?:\.\d+)?)\s*([a-z\u4e00-\u9fff]+)/gi)) {
    const seconds = SECONDS[unit.toLowerCase()];
    if (seconds === undefined || seconds >= lastUnit) return undefined;
    total += Number(number) * seconds;
    lastUnit = seconds;
  }
  return total;
}

/** Bits per second: `8M`, `800kbps`; decimal, as bit rates are. */
export function parseBitRate(written: string): number | undefined {
  const [, number = '', unit = ''] = WRITTEN.bitRate.exec(written) ?? [];
  return scaled(number, BITS[unit.toLowerCase()]);
}

/** Pixels, as `1920x1080`. */
export function parsePixelSize(written: string): PixelSize | undefined {
  const match = WRITTEN.pixelSize.exec(written);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function inMillimetres(value: string, unit: string): number {
  return Number(value) * (/^(?:cm|厘米)$/i.test(unit) ? 10 : 1);
}

function scaled(number: string, unit: number | undefined): number | undefined {
  return number === '' || unit === undefined ? undefined : Math.round(Number(number) * unit);
}

/** For a schema of zod or of zod/mini: what a person wrote, understood, or a word about how it is written. */
export type ReadQuantity<T> = (input: unknown, context: Pick<z.core.ParsePayload, 'issues'>) => T;

export const readSize = reader(
  parseSize,
  '应写大小，如 10M、2G、500K',
  'expected a size, e.g. 10M, 2G, 500K',
);
export const readDuration = reader(
  parseDuration,
  '应写时长，如 30min、90s、15分钟',
  'expected a duration, e.g. 30min, 90s',
);
export const readBitRate = reader(
  parseBitRate,
  '应写码率，如 8M、800k',
  'expected a bit rate, e.g. 8M, 800k',
);
export const readPixelSize = reader(
  parsePixelSize,
  '应写宽x高，如 1920x1080',
  'expected width x height, e.g. 1920x1080',
);
/** Samples per second: `44.1kHz`, `48000Hz`. */
export const readSampleRate = reader(
  (written) => {
    const [, value = '', unit = ''] = WRITTEN.sampleRate.exec(written) ?? [];
    return scaled(value, unit === '' ? 1 : 1000);
  },
  '应写采样率，如 48kHz、44100',
  'expected a sample rate, e.g. 48kHz, 44100',
);
/** Millimetres: `210mm`, `21cm`. */
export const readLength = reader(
  (written) => {
    const [, value = '', unit = ''] = WRITTEN.length.exec(written) ?? [];
    return value === '' ? undefined : inMillimetres(value, unit);
  },
  '应写长度，如 210mm、21cm',
  'expected a length, e.g. 210mm, 21cm',
);
/** Millimetres: `300x300mm`, `30×40cm`, or a sheet by its name. */
export const readPrintSize = reader(
  (written): PrintSize | undefined => {
    const sheet = paperNamed(written);
    if (sheet) return sheet;
    const [, across = '', unit, down = '', lastUnit = ''] = WRITTEN.printSize.exec(written) ?? [];
    const width = inMillimetres(across, unit ?? lastUnit);
    const height = inMillimetres(down, lastUnit);
    return width > 0 && height > 0 ? { width, height } : undefined;
  },
  '应写宽x高和单位，或纸张，如 300x400mm、A4',
  'expected width x height with a unit, or a paper, e.g. 300x400mm, A4',
);
/** A share, 0–1: `10%`. */
export const readShare = reader(
  (written) => {
    const [, value = ''] = WRITTEN.share.exec(written) ?? [];
    return value === '' ? undefined : Number(value) / 100;
  },
  '应写百分比，如 10%',
  'expected a percentage, e.g. 10%',
);
/** Pixels of a whole picture: `2000万`, `12MP`, or a plain number. */
export const readArea = reader(
  (written) => {
    const [, value = '', unit = ''] = WRITTEN.area.exec(written) ?? [];
    return scaled(value, { '': 1, 万: 1e4, 亿: 1e8, MP: 1e6 }[unit.toUpperCase()]);
  },
  '应写总像素，如 500万、12MP',
  'expected pixels in all, e.g. 12MP',
);
/** dBFS, nought being full scale: `-6dB`, `-6 dBFS`, `-6`. Louder than that nothing can be. */
export const readDecibels = reader(
  (written) => {
    const [, value = ''] = WRITTEN.decibels.exec(written) ?? [];
    const level = value === '' ? Number.NaN : Number(value.replace('−', '-'));
    return level <= 0 ? level + 0 : undefined;
  },
  '应写电平，如 -6dB（满刻度为 0dB）',
  'expected a level, e.g. -6dB (full scale is 0dB)',
);
export const readNumber = reader(
  (written) => (WRITTEN.number.test(written) ? Number(written) : undefined),
  '应写数字',
  'expected a number',
);

function reader<T extends number | PixelSize | PrintSize>(
  parse: (written: string) => T | undefined,
  zh: string,
  en: string,
): ReadQuantity<T> {
  return (input, { issues }) => {
    const written = typeof input === 'number' || typeof input === 'string' ? String(input).trim() : '';
    const value = parse(written);
    if (value !== undefined && (typeof value !== 'number' || value <= Number.MAX_SAFE_INTEGER)) return value;
    const message = say(`${zh}（写的是“${quoted(input)}”）`, `${en} (found “${quoted(input)}”)`);
    issues.push({ code: 'custom', input, message });
    return z.NEVER;
  };
}
