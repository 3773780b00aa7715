import type { CalendarDate } from './calendar-date.ts';
import type { FormAliases, FormCopy, FormField } from './form.ts';
import type { Role } from './format.ts';
import type { MediaByRole, MediaRules } from './media-rules.ts';
import type { Packing } from './packing.ts';
import type { Bounds, Range } from './range.ts';
import type { Clause, Level, Ruled, RuledRanges } from './ruled.ts';
import type { RoutePiece } from './route-piece.ts';
import type { SummaryRule } from './summary.ts';

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

/** Taken all the year: there is no last day. */
export interface AllYear {
  /** The first day it is taken. */
  readonly from?: CalendarDate;
  readonly label?: string;
}

/** The last day for something; `at`: `HH:mm`, Beijing time, where the day ends before its end. */
export interface Due {
  readonly on: CalendarDate;
  readonly at?: string;
}

/** What a person does by hand: shown as a numbered list, ticked by hand. */
export interface Step {
  readonly text: string;
  /** Where it has a day of its own. */
  readonly due?: Due;
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
  /** What goes this way, where the notice parts forms from works; absent: everything. */
  readonly of?: readonly RoutePiece[];
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
  /** Lines that stand in the mail itself, as patterns; also with {contact}, {phone}, {email}. */
  readonly body?: readonly string[];
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

/** How many of these an item has: either photos or a film (1), any of text, slides, film (at least 1). */
export interface ChoiceRule extends Range {
  /** Each a role or the id of a named part, or several that count only together: photos and a text. */
  readonly of: readonly (readonly string[])[];
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

/** Of several categories together, by their ids. */
export interface GroupQuota extends Quota {
  readonly of: readonly string[];
}

/** As whom a person may stand on a work; 作品信息.yaml says who it is. */
export const PERSON_ROLES = ['author', 'presenter', 'advisor'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** In how many works, or in works of how many categories, one person may have a part. */
export interface PersonQuota {
  readonly per: PersonRole;
  readonly max: number;
  readonly count: 'works' | 'categories';
}

/** The same, counted over several categories. */
export interface GroupPersonQuota extends PersonQuota {
  readonly of: readonly string[];
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
  /** Items; several may hold at once: a hard least and a soft most. */
  readonly quota: readonly Ruled<Quota>[];
  readonly perPerson: readonly Ruled<PersonQuota>[];
  readonly parts: readonly Ruled<PartRule>[];
  readonly choices: readonly Ruled<ChoiceRule>[];
  /** Bytes of all files of a work. */
  readonly workSize: RuledRanges;
  readonly workDates?: Ruled<WorkDates>;
  readonly info: readonly Ruled<InfoRule>[];
  readonly forms: readonly Ruled<string>[];
  readonly naming?: Ruled<Naming>;
  readonly packing?: Ruled<Packing>;
  /** 汇总表 that its works are listed in. */
  readonly summary?: Ruled<SummaryRule>;
  readonly deadlines: readonly Deadline[];
  /** Whatever due dates there are, it is taken after the last of them, too. */
  readonly allYear?: Ruled<AllYear>;
  readonly routes: readonly string[];
  readonly attestations: readonly Attestation[];
  readonly steps: readonly Step[];
  /** The notice's media rules with this category's own laid over them. */
  readonly media: MediaByRole;
}

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
  readonly quotas: readonly Ruled<GroupQuota>[];
  readonly perPerson: readonly Ruled<GroupPersonQuota>[];
  readonly forms: readonly FormSpec[];
  readonly routes: readonly Route[];
  readonly attestations: readonly Attestation[];
  readonly steps: readonly Step[];
}
