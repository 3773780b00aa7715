import type { Format } from '../model/format.ts';
import { hasAscii, hasBytes, u32le } from './read-bytes.ts';

/** Sizes of the known DIB headers (BITMAPCOREHEADER … BITMAPV5HEADER, Windows GDI). */
const BMP_HEADERS = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** Pictures with a mark of their own; HEIC and AVIF are ISO media files. */
export function sniffImage(head: Uint8Array): Format | undefined {
  // JPEG: ITU-T T.81 B.1.1.3, SOI followed by another marker.
  if (hasBytes(head, 0, [0xff, 0xd8, 0xff])) return 'jpg';
  // PNG: W3C PNG 5.2.
  if (hasBytes(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  // GIF89a 17.
  if (hasAscii(head, 0, 'GIF87a') || hasAscii(head, 0, 'GIF89a')) return 'gif';
  // WebP: RFC 9649 2.4.
  if (hasAscii(head, 0, 'RIFF') && hasAscii(head, 8, 'WEBP')) return 'webp';
  if (isTiff(head)) return 'tiff';
  // Adobe Photoshop File Formats Specification: version 1, or 2 (PSB).
  if (hasAscii(head, 0, '8BPS') && (hasBytes(head, 4, [0, 1]) || hasBytes(head, 4, [0, 2]))) return 'psd';
  if (hasAscii(head, 0, 'BM') && BMP_HEADERS.has(u32le(head, 14))) return 'bmp';
  return undefined;
}

/** TIFF 6.0 section 2, and BigTIFF (version 43), in either byte order. */
function isTiff(head: Uint8Array): boolean {
  return (
    hasBytes(head, 0, [0x49, 0x49, 42, 0]) ||
    hasBytes(head, 0, [0x4d, 0x4d, 0, 42]) ||
    hasBytes(head, 0, [0x49, 0x49, 43, 0]) ||
    hasBytes(head, 0, [0x4d, 0x4d, 0, 43])
  );
}
