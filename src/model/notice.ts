import type { Format, Role } from './format.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { FormAliases, FormCopy, FormField } from './form.ts';
import type { LayoutRule } from './layout.ts';
import type { Packing } from './packing.ts';
import type { Bounds, Range } from './range.ts';
import type { SummaryRule } from './summary.ts';

export type { Range } from './range.ts';

/** must: 须、不超过 · should: 建议、一般、左右 · may: 提倡. */
export const LEVELS = ['must', 'should', 'may'] as const;
export type Level = (typeof LEVELS)[number];

/** Where a rule is written: the id of the notice that says it, and its own section (提示一, 三 …). */
export interface Clause {
  readonly notice: string;
  readonly section?: string;
}

/** One stated rule with its weight and its source. `consequence` is what the notice threatens, if anything. */
export interface Ruled<T> {
  readonly value: T;
  readonly level: Level;
  readonly clause: Clause;
  readonly consequence?: string;
}

/** Pixels as shown: after rotation and pixel aspect. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Several ranges may hold at once: a soft one and a hard cap. */
export type RuledRanges = readonly Ruled<Range>[];

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

/** What a notice asks of one role's files. Absent: it asks nothing. */
export interface MediaRules {
  readonly formats?: Ruled<readonly Format[]>;
  /** Bytes. */
  readonly size?: RuledRanges;

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
  readonly pixelFormats?: Ruled<readonly string[]>;
  readonly scanType?: Ruled<'progressive'>;
  /** Frames per second. */
  readonly frameRate?: RuledRanges;
  /** Bits per second: of the film's picture, of a recording's sound. */
  readonly bitRate?: RuledRanges;
  /** As “16:9”. */
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
  readonly printSize?: Ruled<PrintSize>;
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

export type Orientation = 'landscape' | 'portrait';

/** Millimetres on paper, at the file's own dots per inch; either way up. */
export interface PrintSize {
  readonly width: number;
  readonly height: number;
}

export type ColorSpace = 'srgb' | 'cmyk' | 'gray' | 'other';

/** One due date of a category. `from` is the first day it is taken; `rolling`: handed in as it comes, until then. */
export interface Deadline {
  readonly on: CalendarDate;
  /** `HH:mm`, Beijing time, where the day ends before its end. */
  readonly at?: string;
  readonly from?: CalendarDate;
  readonly label?: string;
  readonly rolling: boolean;
  /** One of those that come on this day of each month, until then. */
  readonly monthly?: { readonly day: number; readonly until: CalendarDate };
  readonly level: Level;
  readonly clause: Clause;
}

/** What a person does by hand: shown as a numbered list, ticked by hand. */
export interface Step {
  readonly text: string;
  readonly clause: Clause;
}

export interface Attestation {
  readonly id: string;
  readonly text: string;
  readonly level: Level;
  readonly clause: Clause;
}

/** Where material goes: by mail, or by steps that only a person can take. */
export interface Route {
  readonly id: string;
  readonly name?: string;
  readonly mail?: MailRoute;
  /** Texts may hold the naming's variables: {org}, {category}, {date}, {bundle}. */
  readonly steps: readonly Step[];
  /** What stands on an envelope or a disk, with the same variables. */
  readonly label?: string;
  /** Taken only where the materials of a bundle are of such a size, in bytes. */
  readonly when?: Bounds;
}

export interface MailRoute {
  readonly to: string;
  /** Pattern with variables in braces, e.g. “{bundle}”. */
  readonly subject?: string;
  /** `none`: what is asked stands in the mail's text. */
  readonly attach: 'bundle' | 'files' | 'none';
  /** Bytes of a message that the mailbox takes. */
  readonly limit?: number;
  readonly clause: Clause;
}

export interface FormSpec {
  readonly id: string;
  readonly name: string;
  readonly annex?: string;
  /** Other words by which a file name or a heading shows this form. */
  readonly aliases: readonly string[];
  /** The blank to fill: an absolute path, or the id of a built-in one. Absent: the built-in one of this id, if any. */
  readonly template?: string;
  /** More labels by field: words by which this form asks for it. */
  readonly labels?: FormAliases;
  /** What the notice itself asks of single fields; what the form prints beside a blank holds as well. */
  readonly fields?: readonly Ruled<FormFieldRule>[];
  /** Each of these is handed in; absent: one of any kind will do. */
  readonly copies?: readonly FormCopy[];
  readonly clause: Clause;
}

/** What is asked of what stands under one field of a form. */
export interface FormFieldRule {
  /** Id of a field, or the words by which a form asks for it. */
  readonly field: FormField;
  /** 字. */
  readonly chars?: Range;
  readonly required?: true;
}

/** The file names a notice asks for; `pattern` has variables in braces and literal joiners. */
export interface Naming {
  readonly pattern: string;
  /** e.g. yyyyMMdd. */
  readonly date: string;
}

/** How many of an item's parts in one role; of those with a name of their own, where it is one of these. */
export interface PartRule extends Range {
  readonly role: Role;
  readonly named?: NamedPart;
}

/**
 * A part told apart from others of its role by a word in its file's name: the cover among the photos, the version
 * without subtitles among the films, the abstract among the texts.
 */
export interface NamedPart {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  /** What is asked of it: its own rules over its role's. */
  readonly media: MediaRules;
}

/** How many of these an item has something of: either photos or a film (1), any of text, slides, film (at least 1). */
export interface ChoiceRule extends Range {
  /** Roles, and ids of named parts. */
  readonly of: readonly string[];
}

/** Between which days a work was made, published or held; inclusive. */
export interface WorkDates {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** How many items a unit of one kind may send in; `units` are words of its name, or kinds that the config names. */
export interface UnitQuota extends Range {
  readonly units: readonly string[];
}

/** `byUnit` goes before the range beside it, which is for all others. */
export interface Quota extends Range {
  readonly byUnit?: readonly UnitQuota[];
}

/** Fields of 作品信息.yaml a category needs. */
export interface InfoRule {
  readonly field: InfoField;
  /** Entries of a list field (keywords). */
  readonly count?: Range;
  /** The values the notice names; others are a remark. */
  readonly oneOf?: readonly string[];
}

export const INFO_FIELDS = [
  'title',
  'authors',
  'presenter',
  'topic',
  'keywords',
  'summary',
  'planned',
  'advisors',
  'date',
] as const;
export type InfoField = (typeof INFO_FIELDS)[number];

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Roles it takes. Empty: a text in the mail itself, no files. */
  readonly accepts: readonly Role[];
  /** Items. */
  readonly quota?: Ruled<Quota>;
  readonly parts: readonly Ruled<PartRule>[];
  readonly choices: readonly Ruled<ChoiceRule>[];
  readonly workDates?: Ruled<WorkDates>;
  readonly info: readonly Ruled<InfoRule>[];
  readonly forms: readonly Ruled<string>[];
  readonly naming?: Ruled<Naming>;
  readonly packing?: Ruled<Packing>;
  /** 汇总表 that its works are listed in. */
  readonly summary?: Ruled<SummaryRule>;
  readonly deadlines: readonly Deadline[];
  readonly routes: readonly string[];
  readonly attestations: readonly Attestation[];
  readonly steps: readonly Step[];
  /** The notice's media rules with this category's own laid over them. */
  readonly media: MediaByRole;
}

export type MediaByRole = Readonly<Partial<Record<Role, MediaRules>>>;

/** A notice as it is in force: parents merged in, year settled. */
export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly issuer?: string;
  readonly submitter?: string;
  readonly year: number;
  /** Ids from the nearest to the farthest, this notice first. */
  readonly lineage: readonly string[];
  /** For every category, and for files whose category is unclear. */
  readonly media: MediaByRole;
  readonly categories: readonly Category[];
  readonly forms: readonly FormSpec[];
  readonly routes: readonly Route[];
  readonly attestations: readonly Attestation[];
  readonly steps: readonly Step[];
}
