import type { BrokenCause, UnknownCause } from './causes.ts';
import type { OverLimit } from './form.ts';
import type { Format } from './format.ts';
import type { LayoutSight } from './layout.ts';
import type { ColorSpace, PixelSize } from './media-rules.ts';
import type { OutlineFacts } from './outline.ts';
import type { PageFacts } from './page-facts.ts';
import type { BurnedSubtitles, PictureFacts } from './picture-facts.ts';
import type { SheetFacts } from './sheet-facts.ts';
import type { SlidesFacts } from './slides-facts.ts';

export type { BrokenCause, TooLarge, UnknownCause } from './causes.ts';

/**
 * What was seen of one file, without judgement. Sizes are bytes, times seconds, lengths pixels unless said.
 * Facts are plain JSON: they are cached and printed as they are.
 */
export interface Facts {
  readonly format: Format;
  /** The file opens, is not cut off, decodes — or why not, or why that is not known. */
  readonly integrity: Integrity;
  readonly video?: VideoFacts;
  readonly audio?: AudioFacts;
  readonly photo?: PhotoFacts;
  readonly pdf?: PdfFacts;
  readonly text?: TextFacts;
  readonly slides?: SlidesFacts;
  readonly sheet?: SheetFacts;
  readonly subtitles?: SubtitleFacts;
  readonly form?: FormFacts;
  /** Of a scan; looked for only where a notice asks for a seal. */
  readonly pages?: PageFacts;
  /** Of a text; looked for only where a notice asks for a layout. */
  readonly layout?: LayoutSight;
}

export type Integrity =
  | { readonly state: 'whole' }
  | { readonly state: 'broken'; readonly cause: BrokenCause }
  | { readonly state: 'unknown'; readonly cause: UnknownCause };

export interface VideoFacts {
  /** ffprobe's demuxer name, and the ISO base media major brand where there is one (`isom`, `qt  ` …). */
  readonly container: string;
  readonly brand?: string;
  readonly codec: string;
  readonly profile?: string;
  /** Of H.264 and H.265, as 4.1. */
  readonly level?: number;
  readonly stored: PixelSize;
  /** Degrees clockwise, 0–359, as the player turns it. */
  readonly rotation: number;
  /** Width to height of one pixel; 1 is square. */
  readonly pixelAspect: number;
  readonly shown: PixelSize;
  /** Seconds; absent when the file does not say or says nonsense. */
  readonly duration?: number;
  readonly frameRate?: number;
  readonly constantFrameRate?: boolean;
  readonly pixelFormat?: string;
  readonly bitDepth?: number;
  readonly chroma?: string;
  readonly interlaced?: boolean;
  /** Bits per second, of the film's picture track; of the whole file where the track does not say. */
  readonly bitRate?: number;
  /** The index stands before the media data, so that it plays while loading. */
  readonly faststart?: boolean;
  readonly hdr?: boolean;
  readonly pictureTracks: number;
  readonly coverArt: boolean;
  readonly sound: SoundFacts;
  readonly subtitleTracks: readonly SubtitleTrack[];
  /** Looked for only where a notice speaks of subtitles. */
  readonly burnedSubtitles?: BurnedSubtitles;
  /** Black, still and framed pictures; looked for together with subtitles, where a notice asks for any of it. */
  readonly picture?: PictureFacts;
  /** Every frame was decoded (`--deep`). */
  readonly decoded: boolean;
}

export interface SubtitleTrack {
  readonly codec: string;
  readonly language?: string;
  /** Events in the track, where the container counts them. */
  readonly events?: number;
}

export interface SoundFacts {
  readonly tracks: number;
  /** Bits per second, of the only track; absent where there are several, or where it does not say. */
  readonly bitRate?: number;
  readonly codec?: string;
  readonly sampleRate?: number;
  readonly channels?: number;
  readonly silence: Silence;
  /** Absent where nothing was heard. */
  readonly level?: SoundLevel;
}

/** How loud it is; dBFS: 0 is full scale. */
export interface SoundLevel {
  readonly peakDb: number;
  readonly meanDb: number;
  /** Shares of the samples, 0–1: within one dB of full scale, and at it. Cut-off waves lie there. */
  readonly nearFull: number;
  readonly fullScale: number;
  /** Seconds that were listened to, where the length is known; `whole`: all of it. */
  readonly seconds?: number;
  readonly whole: boolean;
}

/** `heard`: something louder than −60 dBFS was found. `silent`: everything was decoded and nothing was. */
export type Silence =
  | { readonly state: 'no-track' }
  | { readonly state: 'heard'; readonly peakDb: number }
  | { readonly state: 'silent'; readonly peakDb?: number }
  | { readonly state: 'unknown'; readonly cause: UnknownCause };

export interface AudioFacts {
  /** Listened to only where a notice asks how loud it is. */
  readonly level?: SoundLevel;
  /** All of it was decoded (`--deep`; FLAC always). */
  readonly decoded: boolean;
  readonly codec: string;
  readonly duration?: number;
  readonly sampleRate?: number;
  readonly channels?: number;
  readonly bitRate?: number;
}

export interface PhotoFacts {
  readonly stored: PixelSize;
  /** After EXIF orientation. */
  readonly shown: PixelSize;
  /** EXIF orientation 1–8. */
  readonly orientation?: number;
  readonly color?: ColorSpace;
  /** Dots per inch, where the file says. */
  readonly dpi?: number;
  /** Pictures in the file (animation, multi-page). */
  readonly frames: number;
  /** Estimated from the quantisation tables, 1–100; JPEG only. */
  readonly jpegQuality?: number;
  readonly progressive?: boolean;
  readonly camera?: string;
  /** EXIF DateTimeOriginal as `YYYY-MM-DD HH:mm:ss`. */
  readonly takenAt?: string;
  readonly software?: string;
  readonly hasGps: boolean;
  readonly recompression: Recompression;
}

/** What speaks for a messenger or an export having squeezed the picture; `sure` only where the file itself says so. */
export interface Recompression {
  readonly verdict: 'sure' | 'likely' | 'none';
  readonly signs: readonly RecompressionSign[];
}
export type RecompressionSign = 'messenger-name' | 'no-exif' | 'messenger-size' | 'low-quality';

export interface PdfFacts {
  readonly pages: number;
  /** Points (1/72 inch), of each different page size, as shown; the commonest first, at most ten. */
  readonly pageSizes: readonly PixelSize[];
  /** `password`: nobody can open it without one; then nothing else is known. `restricted`: opens, but printing or copying is barred. */
  readonly lock: 'none' | 'restricted' | 'password';
  /** Pages by what is on them; they add up to `looked`. */
  readonly textPages: number;
  readonly imagePages: number;
  readonly blankPages: readonly number[];
  /** Pages that were looked at; fewer than `pages` in very long documents. */
  readonly looked: number;
  readonly rotatedPages: readonly number[];
  readonly producer?: string;
  /** The first characters of its text, for telling a form from an article. */
  readonly opening: string;
}

export interface TextFacts {
  /** 字数 as Word counts it. */
  readonly words: number;
  /** Lines with something in them: paragraphs, and breaks within them. Absent where nobody could tell. */
  readonly lines?: number;
  /** Pictures of at least 64 px each way, or of unknown size. */
  readonly pictures: number;
  readonly contact: { readonly person: boolean; readonly phone: boolean };
  /** The first characters of the text, for telling a form from an article. */
  readonly opening: string;
  readonly outline?: OutlineFacts;
  readonly pages?: number;
}

export interface SubtitleFacts {
  readonly encoding: string;
  readonly cues: number;
  /** Seconds of the first cue's start and the last cue's end. */
  readonly first: number;
  readonly last: number;
  /** Seconds during which some cue is shown. */
  readonly shown: number;
  readonly overlaps: number;
  /** Cues that could not be read. */
  readonly malformed: number;
}

export interface BlankFacts {
  /** As printed, without spaces, hints and colon. */
  readonly label: string;
  /** Id of its meaning; absent: not recognised. */
  readonly field?: string;
  /** 字. */
  readonly words: number;
}

/** The blanks of a Word document, should it turn out to be a form; labels as printed. */
export interface FormFacts {
  /** Of a known meaning, to be filled by whoever hands it in, and empty. */
  readonly empty: readonly string[];
  /** Of a known meaning, with something in it. */
  readonly filled: readonly string[];
  /** Empty, and nobody can say what belongs there. */
  readonly unknown: readonly string[];
  /** Whatever the submitter fills, recognised or not, with how much stands there. */
  readonly blanks: readonly BlankFacts[];
  /** Values longer than their blanks ask for. */
  readonly over?: readonly OverLimit[];
  /** What it says of the work, as written there; absent where it says nothing, or two different things. */
  readonly said?: { readonly duration?: string; readonly title?: string };
}
