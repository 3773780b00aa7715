import { ByteReader } from './byte-reader.ts';
import type { ByteOrder } from './byte-reader.ts';
import { dotsPerInch } from './dots-per-inch.ts';
import { readTiffDirectory, readTiffHeader, tiffNumbers, tiffText } from './tiff-directory.ts';
import type { TiffDirectory } from './tiff-directory.ts';

/** What EXIF says of a picture's origin. Everything may be missing or nonsense; nonsense is left out. */
export interface ExifFacts {
  readonly orientation?: number;
  readonly camera?: string;
  /** `YYYY-MM-DD HH:mm:ss`, the camera's own clock. */
  readonly takenAt?: string;
  readonly software?: string;
  readonly dpi?: number;
  /** A position is written, not merely an empty GPS block. */
  readonly hasGps: boolean;
  /** EXIF ColorSpace: 1 is sRGB, 65535 means something else; the interoperability index `R03` is Adobe RGB. */
  readonly colorSpace?: 'srgb' | 'uncalibrated' | 'adobe-rgb';
}

/** Tags of TIFF 6.0 and EXIF 2.32 (CIPA DC-008). */
const TAG = {
  make: 0x010f,
  model: 0x0110,
  orientation: 0x0112,
  xResolution: 0x011a,
  resolutionUnit: 0x0128,
  software: 0x0131,
  exif: 0x8769,
  gps: 0x8825,
  takenAt: 0x9003,
  colorSpace: 0xa001,
  interoperability: 0xa005,
  interoperabilityIndex: 0x0001,
  gpsLatitude: 0x0002,
} as const;

/** EXIF as it stands in a JPEG's APP1, a PNG's eXIf, a WebP's EXIF chunk or a HEIC's Exif item. */
export function readExif(block: Uint8Array): ExifFacts | undefined {
  const prefixed = new ByteReader(block).name(0, 6) === 'Exif\0\0';
  const reader = new ByteReader(prefixed ? block.subarray(6) : block);
  const header = readTiffHeader(reader);
  const main = header && readTiffDirectory(reader, header.order, header.first);
  return main && readExifDirectory(reader, header.order, main);
}

/** The same from the first directory of a TIFF file, which is laid out alike. */
export function readExifDirectory(reader: ByteReader, order: ByteOrder, main: TiffDirectory): ExifFacts {
  const pointed = (from: TiffDirectory | undefined, tag: number): TiffDirectory | undefined => {
    const [offset] = from ? tiffNumbers(reader, order, from, tag) : [];
    return offset === undefined ? undefined : readTiffDirectory(reader, order, offset);
  };
  const exif = pointed(main, TAG.exif);
  const interoperability = pointed(exif, TAG.interoperability);
  const [orientation = 0] = tiffNumbers(reader, order, main, TAG.orientation);
  const [colorSpace] = exif ? tiffNumbers(reader, order, exif, TAG.colorSpace) : [];
  const index = interoperability && tiffText(reader, interoperability, TAG.interoperabilityIndex);
  return defined({
    orientation: orientation >= 1 && orientation <= 8 ? orientation : undefined,
    camera: cameraName(tiffText(reader, main, TAG.make), tiffText(reader, main, TAG.model)),
    takenAt: exif && exifTime(tiffText(reader, exif, TAG.takenAt)),
    software: tiffText(reader, main, TAG.software),
    dpi: resolution(reader, order, main),
    hasGps: pointed(main, TAG.gps)?.entries.has(TAG.gpsLatitude) ?? false,
    colorSpace: colorSpaceName(colorSpace, index),
  });
}

/** Leaves out what is undefined, so that facts stay plain JSON. */
function defined(
  facts: { [K in keyof ExifFacts]: ExifFacts[K] | undefined } & { hasGps: boolean },
): ExifFacts {
  const { orientation, camera, takenAt, software, dpi, hasGps, colorSpace } = facts;
  return {
    ...(orientation !== undefined && { orientation }),
    ...(camera !== undefined && { camera }),
    ...(takenAt !== undefined && { takenAt }),
    ...(software !== undefined && { software }),
    ...(dpi !== undefined && { dpi }),
    ...(colorSpace !== undefined && { colorSpace }),
    hasGps,
  };
}

/** “Canon” and “Canon EOS 5D” make “Canon EOS 5D”; “Apple” and “iPhone 4” make “Apple iPhone 4”. */
function cameraName(make: string | undefined, model: string | undefined): string | undefined {
  if (make === undefined || model === undefined) return model ?? make;
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
}

function exifTime(text: string | undefined): string | undefined {
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2}) (\d{2}):(\d{2}):(\d{2})/.exec(text ?? '');
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = match;
  const time = `${year}-${month}-${day} ${hour}:${minute}:${second}`;
  const real = new Date(`${time.replace(' ', 'T')}Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(time.replace(' ', 'T'))
    ? time
    : undefined;
}

function resolution(reader: ByteReader, order: ByteOrder, main: TiffDirectory): number | undefined {
  const [x] = tiffNumbers(reader, order, main, TAG.xResolution);
  const [unit = 2] = tiffNumbers(reader, order, main, TAG.resolutionUnit);
  if (x === undefined || (unit !== 2 && unit !== 3)) return undefined;
  return dotsPerInch(x, unit === 3 ? 'centimetre' : 'inch');
}

function colorSpaceName(value: number | undefined, index: string | undefined): ExifFacts['colorSpace'] {
  if (index === 'R03') return 'adobe-rgb';
  if (value === 1) return 'srgb';
  return value === 0xffff ? 'uncalibrated' : undefined;
}
