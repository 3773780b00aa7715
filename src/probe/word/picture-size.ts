import type { PixelSize } from '../../model/media-rules.ts';

/** Enough of a picture to find its size, unless a JPEG carries a very long preamble. */
export const PICTURE_HEAD_BYTES = 262_144;

/**
 * Size from the header of a PNG, JPEG, GIF, BMP (also without its file header, as Word 97 keeps it), EMF or
 * placeable WMF; vector pictures at 96 dpi. Undefined where the header does not say.
 */
export function pictureSize(head: Uint8Array): PixelSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 30) return undefined;
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (view.getUint16(0) === 0xffd8) return jpegSize(view);
  if (view.getUint32(0) === 0x47494638)
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (view.getUint16(0) === 0x424d) return bitmapSize(view, 14);
  if (view.getUint32(0, true) === 40) return bitmapSize(view, 0);
  if (view.getUint32(0, true) === 1 && head.length >= 44 && view.getUint32(40) === 0x20454d46)
    return emfSize(view);
  if (view.getUint32(0) === 0xd7cdc69a) return placeableSize(view);
  return undefined;
}

function bitmapSize(view: DataView, at: number): PixelSize {
  return { width: Math.abs(view.getInt32(at + 4, true)), height: Math.abs(view.getInt32(at + 8, true)) };
}

/** Hundredths of a millimetre, as the frame is given. [MS-EMF] 2.2.9 */
function emfSize(view: DataView): PixelSize {
  const pixels = (from: number): number =>
    Math.round((Math.abs(view.getInt32(from + 8, true) - view.getInt32(from, true)) * 96) / 2540);
  return { width: pixels(24), height: pixels(28) };
}

/** [MS-WMF] 2.3.2.3: a box in units of which there are so many to the inch. */
function placeableSize(view: DataView): PixelSize | undefined {
  const perInch = view.getUint16(14, true);
  if (perInch === 0) return undefined;
  const pixels = (from: number): number =>
    Math.round((Math.abs(view.getInt16(from + 4, true) - view.getInt16(from, true)) * 96) / perInch);
  return { width: pixels(6), height: pixels(8) };
}

/** Walks the segments to the frame header. ITU-T T.81, B.2.2 */
function jpegSize(view: DataView): PixelSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else {
      at += 2 + Math.max(2, view.getUint16(at + 2));
    }
  }
  return undefined;
}
