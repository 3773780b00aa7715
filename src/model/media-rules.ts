import type { Format, Role } from './format.ts';
import type { LayoutRule } from './layout.ts';
import type { Bounds, Range } from './range.ts';
import type { Ruled, RuledRanges } from './ruled.ts';

/** Pixels as shown: after rotation and pixel aspect. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** `exact`: any one of these. `min`/`max`: neither edge below/above. `eitherWay`: on its side it is as good. */
export interface ResolutionRule {
  readonly exact?: readonly PixelSize[];
  readonly min?: PixelSize;
  readonly max?: PixelSize;
  readonly eitherWay?: true;
}

/** How long the picture may be black, or stand still although the film goes on; seconds. */
export interface StillRule {
  readonly black?: number;
  readonly frozen?: number;
}

/** dBFS: 0 is full scale, what is quieter is below it. */
export interface LevelRule {
  readonly max: number;
}

/** `formats`: of files of these formats alone, where each has a limit of its own. */
export interface SizeRule extends Bounds {
  readonly formats?: readonly Format[];
}

/** What a notice asks of one role's files. Absent: it asks nothing. */
export interface MediaRules {
  readonly formats?: Ruled<readonly Format[]>;
  /** Bytes. */
  readonly size?: readonly Ruled<SizeRule>[];

  readonly codecs?: Ruled<readonly string[]>;
  readonly resolution?: readonly Ruled<ResolutionRule>[];
  readonly orientation?: Ruled<Orientation>;
  /** Seconds. */
  readonly duration?: RuledRanges;
  readonly subtitles?: Ruled<'required' | 'forbidden'>;
  /** `required`: a sound track that is not silent. */
  readonly sound?: Ruled<'required'>;
  /** Of the sound track, as ffprobe names them. */
  readonly soundCodecs?: Ruled<readonly string[]>;
  /** Samples per second of the sound track. */
  readonly sampleRate?: RuledRanges;
  /** Of the sound track: 1 mono, 2 stereo. */
  readonly channels?: RuledRanges;
  /** e.g. yuv420p. */
  /** Of H.264 and H.265. */
  readonly codecProfiles?: Ruled<readonly CodecProfile[]>;
  /** Of H.264 and H.265, as 4.1. */
  readonly codecLevel?: RuledRanges;
  readonly pixelFormats?: Ruled<readonly string[]>;
  readonly scanType?: Ruled<'progressive'>;
  /** Frames per second. */
  readonly frameRate?: RuledRanges;
  /** Bits per second: of the film's picture, of a recording's sound. */
  readonly bitRate?: RuledRanges;
  /** Bits per second of a film's sound. */
  readonly soundBitRate?: RuledRanges;
  /** As “16:9”; of a photo also `video`: as the film of its work. */
  readonly aspect?: Ruled<readonly string[]>;
  readonly faststart?: Ruled<true>;
  /** `forbidden`: no black bars around the picture. */
  readonly bars?: Ruled<'forbidden'>;
  readonly still?: Ruled<StillRule>;
  /** `forbidden`: the sound is not clipped. */
  readonly clipping?: Ruled<'forbidden'>;
  /** dBFS: 0 is full scale. */
  readonly peak?: Ruled<LevelRule>;

  /** Pixels of the long edge, of the short one. */
  readonly longEdge?: RuledRanges;
  readonly shortEdge?: RuledRanges;
  /** Pixels of the whole picture. */
  readonly area?: RuledRanges;
  /** Dots per inch, as the file says. */
  readonly dpi?: RuledRanges;
  /** At the file's own dots per inch. */
  readonly printSize?: Ruled<PrintSizeRule>;
  readonly color?: Ruled<readonly ColorSpace[]>;
  /** Original files, not recompressed by a messenger. */
  readonly original?: Ruled<true>;
  /** Each photo has a caption, of so many 字. */
  readonly captions?: Ruled<Range>;

  readonly pages?: RuledRanges;
  /** Nobody can open it without a password. */
  readonly unlocked?: Ruled<true>;
  /** A red seal is on one of its pages. */
  readonly seal?: Ruled<'required'>;

  /** 字, as Word counts them. */
  readonly words?: RuledRanges;
  /** Lines with something in them, for verse. */
  readonly lines?: RuledRanges;
  readonly pictures?: Ruled<PicturesRule>;
  /** A contact person and a telephone number stand in the text. */
  readonly contact?: Ruled<true>;
  /** One by each notice that asks anything: no trait by two of them. Paper, margins, typefaces, sizes, spacing, indents, page numbers. */
  readonly layout?: readonly Ruled<LayoutRule>[];
  /** Headings that a text must have, each with what is asked of the part beneath it. */
  readonly sections?: Ruled<readonly SectionRule[]>;
  /** How the first paragraph reads: a pattern with variables in braces. */
  readonly titlePattern?: Ruled<string>;
  /** `marked`: the text marks where each figure goes (【图1】), and the photos are named after the marks. */
  readonly figures?: Ruled<'marked'>;
  /** What whoever wrote it leaves in the last lines. */
  readonly signature?: Ruled<readonly SignatureField[]>;
  /** What stands under the title: `unit`, `name`, or what a work says under a label of its own (专业). */
  readonly byline?: Ruled<readonly string[]>;
  /** Neither the unit nor anybody of its people is named in it, in its properties or in its file's name. */
  readonly anonymous?: Ruled<true>;
}

/**
 * `separate`: pictures in the text are also handed in as files of their own. `none`: there are none in it.
 * `embedded`: so many stand in the text itself.
 */
export type PicturesRule = 'separate' | 'none' | { readonly embedded: Range };

export const SIGNATURE_FIELDS = ['unit', 'name', 'number', 'phone', 'mail'] as const;
export type SignatureField = (typeof SIGNATURE_FIELDS)[number];

/** A part of a text, found by its heading: 一、主要做法, （一）主要做法, 主要做法：, 【主要做法】. */
export interface SectionRule {
  readonly name: string;
  readonly aliases: readonly string[];
  /** 字 beneath the heading. */
  readonly words?: Range;
}

/** What a stream of H.264 (ITU-T H.264, annex A) or H.265 (ITU-T H.265, annex A) may make use of. */
export const CODEC_PROFILES = [
  'baseline', 'main', 'extended', 'high', 'high10', 'high422', 'high444', 'main10', 'rext',
] as const; // prettier-ignore
export type CodecProfile = (typeof CODEC_PROFILES)[number];

export type Orientation = 'landscape' | 'portrait';

/** Millimetres on paper. */
export interface PrintSize {
  readonly width: number;
  readonly height: number;
}

/** `exact`: give or take what a cutter is allowed. `min`/`max`: neither edge below/above. Either way up. */
export interface PrintSizeRule {
  readonly exact?: PrintSize;
  readonly min?: PrintSize;
  readonly max?: PrintSize;
}

export type ColorSpace = 'srgb' | 'cmyk' | 'gray' | 'other';

export type MediaByRole = Readonly<Partial<Record<Role, MediaRules>>>;
