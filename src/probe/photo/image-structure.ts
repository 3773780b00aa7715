import type { BrokenCause } from '../../model/facts.ts';
import type { ColorSpace, PixelSize } from '../../model/media-rules.ts';
import type { JpegFrame } from './jpeg-frame.ts';
import type { ExifFacts } from './read-exif.ts';

/** What a file's own structure tells, before any picture is decoded. */
export interface ImageStructure {
  /** Absent when the file does not say how large its picture is. */
  readonly header?: ImageHeader;
  /** What is missing or wrong, as far as the structure shows it. */
  readonly broken?: BrokenCause;
  readonly decoding: Decoding;
  /** Compressed picture data, in which long runs of zeros are a sign of a half-copied file. */
  readonly packed?: readonly PackedData[];
  /** A JPEG that is decoded as it is read; `end` lies behind its end mark. */
  readonly singlePass?: SinglePassJpeg;
}

/**
 * How the rest is to be proved. `stream`: decoded line by line. `buffered`: the decoder holds the whole
 * picture. `none-needed`: uncompressed, so that its length is all there is to prove. `no-decoder`: nothing here
 * can decode it.
 */
export type Decoding = 'stream' | 'buffered' | 'none-needed' | 'no-decoder';

export interface SinglePassJpeg {
  readonly frame: JpegFrame;
  readonly end: number;
}

export interface PackedData extends ByteRange {
  /** Zeros that may rightly stand at its end. */
  readonly endingZeros: number;
}

/** `from` inclusive, `to` exclusive. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

export interface ImageHeader {
  readonly stored: PixelSize;
  readonly frames: number;
  readonly color?: ColorSpace;
  /** Of the format's own field; EXIF may know another. */
  readonly dpi?: number;
  /** Where the format turns the picture itself; it overrules EXIF. */
  readonly orientation?: number;
  readonly progressive?: boolean;
  readonly jpegQuality?: number;
  readonly software?: string;
  readonly exif?: ExifFacts;
}

export function corrupt(detail: string): BrokenCause {
  return { kind: 'corrupt', detail };
}
