import type { CalendarDate } from './calendar-date.ts';
import type { Decided, Voided } from './decision.ts';
import type { Integrity, Recompression, Silence, SoundLevel } from './facts.ts';
import type { FormCopy, OverLimit } from './form.ts';
import type { Format, Role } from './format.ts';
import type { LayoutFault, LayoutPart, LayoutRemark, LayoutTrait, LayoutUnclear } from './layout.ts';
import type { StrayReason } from './materials.ts';
import type { SealFound, SubtitlesFound } from './found.ts';
import type {
  CodecProfile,
  ColorSpace,
  Orientation,
  PicturesRule,
  PixelSize,
  PrintSize,
  PrintSizeRule,
  ResolutionRule,
  SignatureField,
} from './media-rules.ts';
import type { Due, InfoField, PersonQuota } from './notice.ts';
import type { Range } from './range.ts';
import type { Clause, Level } from './ruled.ts';
import type { PhotoMeasure } from './pixel-measures.ts';
import type { LinkedMedia } from './slides-facts.ts';
import type { SoughtPlace } from './sought.ts';
import type { FrameSight, SeenSpan, UnclearPicture } from './picture-facts.ts';

export type { SealFound, SideCarProblem, SubtitlesFound } from './found.ts';

/** pass · fail · unknown (could not be judged, never folded into pass) · skip (does not apply). */
export const RESULTS = ['pass', 'fail', 'unknown', 'skip'] as const;
export type Result = (typeof RESULTS)[number];

/**
 * What each check knows about its case: facts and what was asked, never text. An absent `actual` means that
 * it could not be learned.
 */
export interface CheckArgs {
  'materials.none': { readonly strays: number };
  'file.unclassified': { readonly problem?: UnclassifiedProblem; readonly candidates: readonly string[] };
  'file.junk': { readonly reason?: StrayReason };
  'file.empty': { readonly reason?: 'empty' | 'cloud-placeholder' };
  'file.format': {
    readonly role: Role;
    readonly allowed: readonly Format[];
    readonly actual: Format;
    readonly extension: string;
  };
  'file.size': {
    readonly role: Role;
    readonly max: number;
    /** So much is already too much. */
    readonly excluded?: true;
    readonly actual: number;
  };
  'file.size-min': {
    readonly role: Role;
    readonly min: number;
    /** So little is still too little. */
    readonly excluded?: true;
    readonly actual: number;
  };
  'file.readable': { readonly integrity: Integrity; readonly format: Format; readonly decoded: boolean };

  'video.container': {
    readonly allowed: readonly Format[];
    readonly actual: Format;
    readonly brand?: string;
  };
  'video.codec': { readonly allowed: readonly string[]; readonly actual?: string; readonly profile?: string };
  /** Of H.264 and H.265: what a player has to master. */
  'video.profile': {
    readonly asked: ProfileAsked;
    readonly codec?: string;
    readonly profile?: string;
    readonly level?: number;
  };
  'video.resolution': {
    readonly rule: ResolutionRule;
    readonly actual?: PixelSize;
    readonly stored?: PixelSize;
    readonly rotation?: number;
  };
  'video.orientation': { readonly asked: Orientation; readonly actual?: PixelSize };
  'video.duration': { readonly range: Range; readonly actual?: number };
  'video.subtitles': {
    readonly asked: 'required' | 'forbidden';
    readonly found: SubtitlesFound;
  };
  'video.audio': { readonly silence?: Silence };
  'video.pixel-format': {
    readonly allowed: readonly string[];
    readonly actual?: string;
    readonly profile?: string;
  };
  'video.scan': { readonly interlaced?: boolean };
  'video.fps': { readonly range: Range; readonly actual?: number; readonly constant?: boolean };
  'video.bitrate': { readonly range: Range; readonly actual?: number };
  'video.aspect': {
    readonly allowed: readonly string[];
    readonly actual?: PixelSize;
    /** What is left of it without black bars. */
    readonly picture?: PixelSize;
    /** Of a deck; then `actual` is in millimetres. */
    readonly slides?: true;
  };
  'video.faststart': { readonly faststart?: boolean };
  'video.bars': {
    readonly frame?: FrameSight;
    /** Of the film as shown. */
    readonly film?: PixelSize;
    /** Why some of the film was not seen. */
    readonly unseen?: UnclearPicture;
  };
  'video.picture': {
    readonly what: 'black' | 'frozen';
    /** Seconds that it may last. */
    readonly max: number;
    /** Where it was seen, whatever it lasts; absent: nobody could look. */
    readonly spans?: readonly SeenSpan[];
    /** Looked at here and there only. */
    readonly sampled?: boolean;
    readonly unseen?: UnclearPicture;
  };
  'video.clipping': {
    readonly level?: SoundLevel;
    readonly silence?: Silence;
    /** Nothing is wrong where it was heard, and all of it had to be. */
    readonly partly?: true;
  };
  'video.level': { readonly max: number; readonly level?: SoundLevel; readonly silence?: Silence };

  'sound.codec': { readonly allowed: readonly string[]; readonly actual?: string; readonly mute?: true };
  /** Samples per second. */
  'sound.sample-rate': { readonly range: Range; readonly actual?: number; readonly mute?: true };
  /** `mute`: the film has no sound track. */
  'sound.channels': { readonly range: Range; readonly actual?: number; readonly mute?: true };
  /** Bits per second of a recording, or of a film's sound. */
  'sound.bitrate': { readonly range: Range; readonly actual?: number; readonly mute?: true };
  'audio.duration': { readonly range: Range; readonly actual?: number };

  'photo.pixels': { readonly asked: PixelsAsked; readonly actual?: PixelSize };
  'photo.aspect': {
    readonly allowed: readonly string[];
    /** As shown, those of its work, where it has to look like one; empty: none could be measured. */
    readonly films?: readonly PixelSize[];
    readonly actual?: PixelSize;
  };
  'photo.orientation': { readonly asked: Orientation; readonly actual?: PixelSize };
  'photo.dpi': { readonly range: Range; readonly actual?: number };
  /** Millimetres. */
  'photo.print-size': { readonly asked: PrintSizeRule; readonly actual?: PrintSize };
  'photo.color': { readonly allowed: readonly ColorSpace[]; readonly actual?: ColorSpace };
  'photo.original': { readonly recompression?: Recompression };
  'photo.count': { readonly range: Range; readonly actual: number };

  /** `from`: where its caption was found. */
  'photo.caption': {
    readonly range: Range;
    readonly actual?: number;
    readonly from?: 'info' | 'file' | 'text';
    /** How a line begins that is numbered as the photo is, and may be its caption or a point of the text. */
    readonly numbered?: string;
    /** To be written into 作品信息.yaml. */
    readonly file: string;
  };

  'scan.pages': {
    readonly range: Range;
    readonly actual?: number;
    /** Pages, from 1; only where the check is of these alone. */
    readonly blank?: readonly number[];
    readonly sideways?: readonly number[];
    /** Of a deck: `actual` counts all slides, and these of them are not shown. */
    readonly slides?: true;
    readonly hidden?: readonly number[];
  };
  'scan.encrypted': { readonly lock?: 'none' | 'restricted' | 'password'; readonly slides?: true };
  'scan.seal': { readonly found?: SealFound };

  'slides.media': { readonly linked: readonly LinkedMedia[] };

  'text.words': { readonly range: Range; readonly actual?: number };
  'text.lines': { readonly range: Range; readonly actual?: number };
  'text.images': { readonly asked: PicturesRule; readonly embedded?: number; readonly supplied: number };
  'text.contact': { readonly person?: boolean; readonly phone?: boolean };
  /** Of one part of a text, or of its pages. */
  'text.layout': {
    readonly part: LayoutPart;
    readonly asked: readonly LayoutTrait[];
    readonly faults: readonly LayoutFault[];
    readonly unclear?: LayoutUnclear;
    /** Only worth knowing: in few characters, or made with blanks. */
    readonly remarks: readonly LayoutRemark[];
  };
  /** `standing`: as a heading, only inside a paragraph, or not at all; absent where nobody could look. */
  'text.sections': {
    readonly section: string;
    readonly standing?: 'heading' | 'mentioned' | 'absent';
    readonly words?: Range;
    /** 字 beneath the heading. */
    readonly actual?: number;
  };
  /** `expected`: the pattern with what is known put in. */
  'text.title': { readonly expected: string; readonly actual?: string; readonly unknown: readonly string[] };
  'text.figures': {
    /** Figures that the text marks; absent where nobody could look. */
    readonly marked?: readonly number[];
    /** Marked, but no photo is named after them; named, but nowhere marked. */
    readonly withoutPhoto: readonly number[];
    readonly withoutMark: readonly number[];
    /** Photos not named after any figure. */
    readonly unnumbered: readonly string[];
  };
  /** What is missing from the last lines, and what nobody could tell. */
  'text.signature': {
    readonly asked: readonly SignatureField[];
    readonly missing?: readonly SignatureField[];
    readonly unknown: readonly SignatureField[];
  };

  /** Absent `missing`: the text could not be looked into. */
  'text.byline': {
    readonly asked: readonly string[];
    readonly missing?: readonly string[];
    readonly unknown: readonly string[];
  };
  'text.anonymous': {
    readonly named: readonly NameFound[];
    /** What nobody said, so that it could not be looked for. */
    readonly unsaid: readonly ('org' | 'authors')[];
    /** The document, or some of it, could not be looked through. */
    readonly unread: boolean;
    readonly slides?: true;
    /** An Excel file; `old`: of the kind whose cells are not read. */
    readonly excel?: 'new' | 'old';
  };

  'form.missing': {
    readonly form: string;
    readonly annex?: string;
    /** Which of the copies that the notice asks for; how many of it are there, and how many there should be. */
    readonly copy?: FormCopy;
    readonly there?: number;
    readonly wanted?: number;
    /** It is the 汇总表 of all works, made when the bundle is. */
    readonly table?: true;
  };
  'form.fields': {
    readonly form?: string;
    /** Labels of blanks that were left empty, and of those nobody can say what belongs there. */
    readonly empty?: readonly string[];
    readonly unknown?: readonly string[];
    /** Blanks whose value is longer than the form asks; the check is of these alone. */
    readonly over?: readonly OverLimit[];
    /** Filled by this run, not handed in: what it lacks is not known yet. */
    readonly made?: true;
    /** What is lacking is told in four-ones.yaml. */
    readonly settings?: true;
    /** Filled by this run, but no blank of it was recognised that anything is known for. */
    readonly untouched?: true;
    /** An Excel file: which of its cells are blanks nobody tells. */
    readonly excel?: true;
  };
  /** What the form says beside what the film's own seconds or 作品信息 say; absent: it could not be compared. */
  'form.facts':
    | { readonly fact: 'duration'; readonly said: string; readonly actual?: number }
    | { readonly fact: 'title'; readonly said: string; readonly actual: string };
  /** Of one field the notice sets a length for, or that must not stay empty; 字, absent where nobody can say. */
  'form.values': {
    readonly form: string;
    readonly field: string;
    readonly range?: Range;
    readonly actual?: number;
  };
  'item.parts': {
    readonly role: Role;
    /** Of a part that a word in its file's name tells apart. */
    readonly name?: string;
    readonly words?: readonly string[];
    readonly range: Range;
    readonly actual: number;
    readonly unexpected: boolean;
  };
  'item.choice': {
    readonly alternatives: readonly Alternative[];
    readonly range: Range;
    readonly actual: number;
  };
  'item.date': {
    readonly from?: CalendarDate;
    readonly to?: CalendarDate;
    readonly said?: string;
    readonly actual?: CalendarDate;
  };
  /** Bytes of all files of a work. */
  'item.size': { readonly range: Range; readonly actual: number; readonly files: number };
  'item.info': { readonly field?: InfoField; readonly problem?: InfoFault };
  'quota.min': {
    /** By their names; several that are counted together. */
    readonly categories: readonly string[];
    readonly min: number;
    readonly actual: number;
    /** Works of no category yet, any of which may belong here. */
    readonly unsorted: number;
    /** Where the notice says “about so many”; `min` is then the least that still is. */
    readonly about?: number;
    /** Days until the last due date of these; negative when past. */
    readonly daysLeft?: number;
  };
  'quota.max': {
    readonly categories: readonly string[];
    readonly max: number;
    readonly actual: number;
    readonly unsorted: number;
    readonly about?: number;
  };
  'quota.unit': {
    readonly categories: readonly string[];
    readonly units: readonly string[];
    readonly actual: number;
  };
  /** Of one person who has more, or of everybody. */
  'quota.person': PersonQuota & {
    /** By their names. */
    readonly categories: readonly string[];
    readonly person?: string;
    /** What the person has, or whoever has most. */
    readonly actual: number;
    /** Titles of the person’s works. */
    readonly works: readonly string[];
    /** Titles of works that do not say, or not in full, whose they are. */
    readonly unsaid: readonly string[];
    /** Works of no category yet, any of which may belong here; absent: none. */
    readonly unsorted?: number;
  };
  'name.file': { readonly expected: string; readonly problem?: NameProblem };
  /** Bytes of all materials of a category, which go together. */
  'bundle.size': {
    readonly category: string;
    /** Title of the one work whose folder or archive it is; absent: all works together. */
    readonly work?: string;
    readonly range: Range;
    readonly actual: number;
  };
  'time.deadline': {
    readonly category: string;
    /** Absent: there is no due date, it is taken all the year. */
    readonly on?: CalendarDate;
    readonly at?: string;
    readonly label?: string;
    readonly rolling: boolean;
    /** Days left; negative when past; absent where there is no due date. */
    readonly days?: number;
    /** Days until it opens, where that is still to come. */
    readonly opensIn?: number;
  };
  attest: { readonly id: string; readonly text: string };
  manual: {
    readonly text: string;
    readonly route?: string;
    /** Days left; negative when past. */
    readonly due?: Due & { readonly days: number };
  };
}

/** Pixels of an edge or of the whole picture, or its width and height. */
export type PixelsAsked =
  | { readonly by: PhotoMeasure; readonly range: Range }
  | { readonly by: 'size'; readonly rule: ResolutionRule };

export type UnclassifiedProblem =
  'no-category' | 'ambiguous' | 'unknown-kind' | 'sheet' | 'archive' | 'shortcut';

export type ProfileAsked =
  | { readonly by: 'profile'; readonly allowed: readonly CodecProfile[] }
  | { readonly by: 'level'; readonly range: Range };

/** A name that should not be there, and where it is. */
export interface NameFound {
  readonly word: string;
  readonly place: Exclude<SoughtPlace, 'ending'> | 'file-name';
}

/** One of several things of which an item needs some. */
export interface Alternative {
  /** All of them, for it to be there. */
  readonly kinds: readonly { readonly role: Role; readonly name?: string }[];
  readonly there: boolean;
}

export type InfoFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'count'; readonly range: Range; readonly actual: number }
  | { readonly kind: 'not-listed'; readonly value: string; readonly oneOf: readonly string[] }
  | {
      readonly kind: 'syntax';
      readonly path: string;
      readonly line: number;
      readonly column: number;
      readonly key?: string;
      readonly problem: string;
    };

export type NameProblem =
  | { readonly kind: 'pattern' }
  | { readonly kind: 'extension'; readonly format: Format }
  | { readonly kind: 'unsafe'; readonly characters: string };

export type Code = keyof CheckArgs;

/** What a check is about; empty: the whole folder. */
export interface Subject {
  readonly path?: string;
  /** The path of the item it is about, or that its file belongs to. */
  readonly item?: string;
  /** Category id. */
  readonly category?: string;
}

/** An option of the command line that settled what was asked for. */
export interface RepeatedOption {
  readonly option: 'notice' | 'year' | 'category' | 'config';
  readonly value: string;
}

export interface CheckOf<C extends Code> {
  readonly code: C;
  readonly level: Level;
  readonly result: Result;
  readonly subject: Subject;
  readonly clause?: Clause;
  readonly consequence?: string;
  /** Another check of the same subject whose cause this one shares: told once. */
  readonly because?: Code;
  /** What a command about it has to repeat; absent where nothing was named. */
  readonly repeat?: readonly RepeatedOption[];
  /** A person's word, which has settled the result; never to be shown as an ordinary pass. */
  readonly decision?: Decided;
  /** A person's word that no longer counts. */
  readonly voided?: Voided;
  readonly args: CheckArgs[C];
}

/** One check made, passed or not. */
export type Check = { [C in Code]: CheckOf<C> }[Code];
