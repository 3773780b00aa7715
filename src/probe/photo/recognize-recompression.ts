import type { Recompression, RecompressionSign } from '../../model/facts.ts';
import type { Format } from '../../model/format.ts';
import type { ImageHeader } from './image-structure.ts';

/**
 * Names that messengers give to the pictures they save. Known from their own clients: WeChat (mmexport, wx_camera,
 * microMsg, 微信图片), QQ, WhatsApp. Screenshots (微信截图, QQ截图) are something else.
 */
const MESSENGER_NAMES: readonly RegExp[] = [
  /mmexport\d{8,}/i,
  /wx_camera_\d{8,}/i,
  /microMsg\.\d{8,}/i,
  /微信图片_?\d/,
  /we(?:chat|ixin)[ _]image_\d/i,
  /QQ图片_?\d/i,
  /IMG-\d{8}-WA\d{4}/i,
];

/**
 * Long edges to which messengers shrink. A guess from files seen, not a published rule; it counts only together
 * with low quality and missing EXIF.
 */
const MESSENGER_LONG_EDGES: readonly number[] = [960, 1080, 1280, 1440, 1600, 1706, 1707, 1920];

/** Cameras and phones write 85 to 98, careful exports 80 and more. A guess at the border. */
const LOW_QUALITY = 75;

/** No messenger is known to leave so much when it squeezes: then the name only tells the way the picture came. */
const UNSQUEEZED = { longEdge: 2560, quality: 90 } as const;

/**
 * Signs that a messenger squeezed the picture. `sure` by its name, unless the camera's EXIF is still there, which
 * messengers drop when they squeeze (“原图” keeps it). `likely` by three signs at once: no trace of origin, low
 * quality, a messenger's size. Anything less is `none`: a clean export must not be suspected.
 */
export function recognizeRecompression(name: string, format: Format, header: ImageHeader): Recompression {
  const signs = [...findSigns(name, header)];
  return { verdict: verdictOf(signs, format, header), signs };
}

function* findSigns(name: string, { stored, jpegQuality, exif }: ImageHeader): Generator<RecompressionSign> {
  const longEdge = Math.max(stored.width, stored.height);
  if (MESSENGER_NAMES.some((pattern) => pattern.test(name.normalize('NFC')))) yield 'messenger-name';
  // Apple's libraries write an EXIF block of sizes alone into everything: it says nothing of an origin.
  if (!exif?.camera && !exif?.takenAt && !exif?.software && !exif?.hasGps) yield 'no-exif';
  if (MESSENGER_LONG_EDGES.includes(longEdge)) yield 'messenger-size';
  if (jpegQuality !== undefined && jpegQuality <= LOW_QUALITY) yield 'low-quality';
}

function verdictOf(
  signs: readonly RecompressionSign[],
  format: Format,
  { stored, jpegQuality, exif }: ImageHeader,
): Recompression['verdict'] {
  const has = (sign: RecompressionSign) => signs.includes(sign);
  if (has('messenger-name') && !exif?.camera) {
    const large = Math.max(stored.width, stored.height) > UNSQUEEZED.longEdge;
    const squeezed = format === 'jpg' && !(large && (jpegQuality ?? 0) >= UNSQUEEZED.quality);
    return squeezed ? 'sure' : 'likely';
  }
  return has('no-exif') && has('messenger-size') && has('low-quality') ? 'likely' : 'none';
}
