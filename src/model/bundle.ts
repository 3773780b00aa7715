import type { CalendarDate } from './calendar-date.ts';
import type { Code } from './check.ts';
import type { Decided } from './decision.ts';
import type { Format, Role } from './format.ts';
import type { Step } from './notice.ts';
import type { Clause } from './ruled.ts';
import type { SummaryFormat } from './summary.ts';
import type { Verdict } from './verdict.ts';

/** What is made for a bundle and is no material. */
export const MADE_ROLES = ['list', 'summary', 'archive'] as const;
export type MadeRole = (typeof MADE_ROLES)[number];

/** Names that every bundle holds beside its materials and forms. */
export const LIST_NAME = '报送清单.docx';
export const MANIFEST_NAME = 'manifest-sha256.txt';

/** What is going to be built, as data: one bundle per route × category × date. The executor does only this. */
export interface BundlePlan {
  readonly bundles: readonly PlannedBundle[];
  readonly leftOut: readonly LeftOut[];
}

export interface PlannedBundle {
  /** Of its folder; the zip and the record carry it too. */
  readonly name: string;
  readonly notice: NoticeMark;
  readonly org: string;
  readonly contact?: Contact;
  readonly category: { readonly id: string; readonly name: string };
  readonly date: CalendarDate;
  /** Absent where the notice names no way to hand it in. */
  readonly route?: { readonly id: string; readonly name?: string };
  readonly mail?: PlannedMail;
  /** What stands on the envelope or the disk. */
  readonly label?: string;
  readonly files: readonly PlannedFile[];
  readonly forms: readonly PlannedForm[];
  readonly summaries: readonly PlannedSummary[];
  /** Works that lie in an archive of their own. */
  readonly archives: readonly PlannedArchive[];
  /** Where files lie that no mail takes. */
  readonly links: readonly FileLink[];
  /** Done by a person, in this order. */
  readonly steps: readonly Step[];
  readonly needs: readonly PersonNeed[];
  /** What in it rests on a person's word. */
  readonly decisions: readonly BundledDecision[];
}

/** A person's word about something in the bundle: told to whoever receives it. */
export interface BundledDecision extends Decided {
  /** Of the check. */
  readonly code: string;
  /** What was decided about, in Chinese: 视频字幕（要求有字幕）, or the text of an attestation. */
  readonly about: string;
  /** Of one file or work, relative to the materials folder. */
  readonly path?: string;
  /** What the file is called in the bundle. */
  readonly name?: string;
}

export interface NoticeMark {
  readonly id: string;
  readonly title: string;
  /** Absent in records of earlier versions. */
  readonly year?: number;
}

/** Who answers questions about what was handed in. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface PlannedMail {
  readonly to: string;
  readonly subject: string;
  readonly attach: 'bundle' | 'files' | 'none';
  /** Bytes of a message that this mailbox takes, where the notice says so. */
  readonly limit?: number;
  /** Lines that the notice itself words; absent where it words none. */
  readonly body?: readonly string[];
  /** What the notice wants to read in the mail itself: label and value, work by work. */
  readonly fields: readonly MailField[];
  /** What subject and text ask for and nobody says, by field or by label of 作品信息.yaml: such a mail does not go. */
  readonly lacking: readonly string[];
}

export interface MailField {
  readonly label: string;
  readonly value: string;
}

/** A file of the bundle on a net disk, by its new name. */
export interface FileLink {
  readonly name: string;
  readonly url: string;
  /** 提取码. */
  readonly code?: string;
  /** As a person wrote it: a date, 永久有效 … */
  readonly expires?: string;
}

/** A file of the user's: copied under a new name, never moved. */
export interface PlannedFile {
  /** Relative to the materials folder, with `/`. */
  readonly source: string;
  /** In the bundle, with `/`; a file of an archive begins with the archive's own name: `作品.zip/图1.jpg`. */
  readonly name: string;
  readonly role: Role;
  readonly format: Format;
  readonly bytes: number;
  /** Path of its item. */
  readonly item: string;
}

/** A form that is filled for one item. */
export interface PlannedForm {
  readonly form: string;
  readonly item: string;
  readonly name: string;
}

/** One work's own zip: it holds the files and forms whose names begin with its own and a `/`. */
export interface PlannedArchive {
  readonly name: string;
  readonly item: string;
}

/** A 汇总表 that is drawn: a line a work, in this order. */
export interface PlannedSummary {
  /** What the notice calls it. */
  readonly title: string;
  readonly name: string;
  readonly format: SummaryFormat;
  /** Paths of the works, with the numbers that file names repeat. */
  readonly lines: readonly { readonly item: string; readonly seq: string }[];
}

/** What no program can settle. */
export type PersonNeed =
  | { readonly kind: 'attest'; readonly text: string; readonly clause?: Clause }
  | { readonly kind: 'unjudged'; readonly code: Code; readonly path?: string }
  /** A form that the notice asks for and nobody can fill here. */
  | { readonly kind: 'form'; readonly form: string; readonly item: string }
  /** To be printed (its name in the bundle), stamped, and laid as a scan beside the work. */
  | { readonly kind: 'stamp'; readonly form: string; readonly item: string; readonly print?: string }
  /** The same for the 汇总表 of all works, which lies with the category's materials. */
  | {
      readonly kind: 'stamp-table';
      readonly table: string;
      readonly category: string;
      readonly print?: string;
    }
  /** The mail asks for what 作品信息.yaml does not say; without an item, for what the config does not. */
  | { readonly kind: 'mail'; readonly fields: readonly string[]; readonly item?: string }
  | { readonly kind: 'no-route' }
  /** Larger than any mail: it goes by a link, which nobody has given yet. Bytes of the file, and of the message. */
  | { readonly kind: 'link'; readonly path: string; readonly bytes: number; readonly limit: number };

export interface LeftOut {
  readonly path: string;
  /** `no-route`: none of the ways that its category goes takes it. */
  readonly reason: 'no-category' | 'several-categories' | 'no-route';
}

/** Two things that would bear the same name on some system: nothing is planned then. */
export interface Clash {
  /** Of the bundle; absent where bundles themselves clash. */
  readonly bundle?: string;
  readonly name: string;
  /** Sources, `form <id>` of an item, or bundle names. */
  readonly between: readonly string[];
}

/** A naming pattern asks for something that a work does not say. */
export interface MissingValue {
  readonly item: string;
  readonly variable: string;
}

export type Planned =
  | { readonly kind: 'plan'; readonly plan: BundlePlan }
  | { readonly kind: 'clashes'; readonly clashes: readonly Clash[] }
  | { readonly kind: 'missing'; readonly missing: readonly MissingValue[] };

/** `<bundle>.bundle.json`: what the bundle is and what lies in it. */
export interface BundleManifest {
  readonly schemaVersion: 1;
  readonly bundle: string;
  readonly notice: NoticeMark;
  readonly org: string;
  readonly contact?: Contact;
  readonly category: string;
  readonly categoryName: string;
  readonly date: CalendarDate;
  readonly route?: string;
  readonly routeName?: string;
  readonly mail?: PlannedMail;
  readonly links: readonly FileLink[];
  /** What a person still does by hand. */
  readonly steps: readonly string[];
  /** Forms that wait for their stamp; absent where none does. No mail goes before. */
  readonly unstamped?: readonly string[];
  /** What in it rests on a person's word; absent where nothing does. */
  readonly decisions?: readonly BundledDecision[];
  /** Packed although the verdict was not `pass`. */
  readonly forced?: Forced;
  readonly files: readonly BundledFile[];
}

export interface Forced {
  readonly verdict: Verdict;
  readonly reason: string;
}

export interface BundledFile {
  /** Path of the material; absent for what was made for the bundle. */
  readonly source?: string;
  /** The form that was filled. */
  readonly form?: string;
  /** From the bundle's own folder, with `/`; what an archive holds begins with the archive's name. */
  readonly name: string;
  /** `list`: 报送清单 · `summary`: 汇总表 · `archive`: one work's own zip. */
  readonly role: Role | MadeRole;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** What lies in an archive, in its order. */
  readonly holds?: readonly BundledFile[];
}

/** The files that were copied or made: of an archive, what it holds. */
export function leavesOf<T extends { readonly holds?: readonly T[] }>(files: readonly T[]): readonly T[] {
  return files.flatMap((file) => (file.holds ? leavesOf(file.holds) : [file]));
}

/** Every file by itself: an archive, then what it holds. */
export function allFiles(files: readonly BundledFile[]): readonly BundledFile[] {
  return files.flatMap((file) => [file, ...allFiles(file.holds ?? [])]);
}
