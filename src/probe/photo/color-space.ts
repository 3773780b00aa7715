import type { ColorSpace } from '../../model/media-rules.ts';
import { ByteReader } from './byte-reader.ts';
import type { ExifFacts } from './read-exif.ts';
import { plainLine } from './tiff-directory.ts';

const MOST_TAGS = 100;

/** Names under which sRGB profiles go; `c2` and `uRGB` are tiny sRGB profiles that web services embed. */
const SRGB_NAME = /srgb|iec\s?61966[-.]2[-.]1|^c2(ci)?$|^urgb$/i;

/** What is known of a picture's colours; `channels` counts colours, without alpha. */
export interface ColorSigns {
  readonly channels: 1 | 3 | 4;
  readonly icc?: Uint8Array;
  readonly exif?: ExifFacts;
}

/**
 * The colour space: number of channels, then profile, then EXIF. A colour picture that says nothing is sRGB by
 * common agreement; one that says “uncalibrated” and no more stays undefined.
 */
export function colorSpaceOf({ channels, icc, exif }: ColorSigns): ColorSpace | undefined {
  if (channels === 1) return 'gray';
  if (channels === 4) return 'cmyk';
  const profile = icc && iccColor(icc);
  if (profile) return profile;
  if (exif?.colorSpace === 'adobe-rgb') return 'other';
  return exif?.colorSpace === 'uncalibrated' ? undefined : 'srgb';
}

/** The colour space a profile describes (ICC.1:2022, 7.2.6 and 9.2.41); undefined for what is no profile. */
export function iccColor(icc: Uint8Array): ColorSpace | undefined {
  const reader = new ByteReader(icc);
  if (reader.name(36, 4) !== 'acsp') return undefined;
  const space = reader.name(16, 4);
  if (space === 'GRAY') return 'gray';
  if (space === 'CMYK') return 'cmyk';
  return SRGB_NAME.test(iccDescription(reader) ?? '') ? 'srgb' : 'other';
}

function iccDescription(reader: ByteReader): string | undefined {
  const count = Math.min(reader.u32(128), MOST_TAGS);
  for (let at = 132; at < 132 + count * 12; at += 12) {
    if (reader.name(at, 4) === 'desc') return describedAt(reader, reader.u32(at + 4));
  }
  return undefined;
}

/** Version 2 profiles hold ASCII, version 4 a list of UTF-16 texts by language, of which the first will do. */
function describedAt(reader: ByteReader, at: number): string | undefined {
  if (reader.name(at, 4) === 'desc')
    return plainLine(reader.slice(at + 12, Math.min(reader.u32(at + 8), 256)));
  if (reader.name(at, 4) !== 'mluc' || reader.u32(at + 8) === 0) return undefined;
  const text = reader.slice(at + reader.u32(at + 24), Math.min(reader.u32(at + 20), 256));
  return new TextDecoder('utf-16be').decode(text).trim();
}
