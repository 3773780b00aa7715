import type { Facts } from './facts.ts';
import type { Format, Role } from './format.ts';
import type { InfoField } from './notice.ts';
import type { SoughtFacts } from './sought.ts';

/** A file as the walk found it. `path` is relative to the materials folder, with `/`, in the disk's own spelling. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  /** Changes whenever the file may have changed: size, mtime, inode. */
  readonly identity: string;
}

/** Something in the folder that is not material, and why. */
export interface Stray {
  readonly path: string;
  readonly reason: StrayReason;
}

export type StrayReason =
  /** `~$…docx`: Word or WPS has the document open. */
  | 'office-lock'
  /** .DS_Store, Thumbs.db, desktop.ini, __MACOSX. */
  | 'system-litter'
  /** 说明.txt and the like, laid out by this tool. */
  | 'own-note'
  | 'temporary'
  | 'empty'
  /** Only a stand-in; the content is in the cloud. */
  | 'cloud-placeholder'
  | 'link'
  /** Neither file nor folder: socket, pipe, device. */
  | 'special'
  | 'name-not-unicode'
  | 'unreadable'
  | 'too-deep';

/** One file of an item. */
export interface Part {
  readonly path: string;
  readonly bytes: number;
  readonly role: Role;
  /** The form of the notice that this file is, by name or heading. */
  readonly form?: string;
  readonly facts: Facts;
  /** Where words of the notice and names of the work stand in it; looked for on demand, never kept. */
  readonly sought?: SoughtFacts;
}

/** 作品信息.yaml: what a person says about a work. */
export interface ItemInfo {
  readonly path: string;
  readonly fields: Readonly<Partial<Record<InfoField, string | readonly string[]>>>;
  /** What else it says, by the label a form may print. */
  readonly others?: Readonly<Record<string, string>>;
  readonly links?: readonly InfoLink[];
  /** By a photo's file name, or its stem. */
  readonly captions?: Readonly<Record<string, string>>;
}

/** Where a file lies on a net disk. Without a file's name it is the work's largest that is meant. */
export interface InfoLink {
  readonly file?: string;
  readonly url: string;
  /** 提取码. */
  readonly code?: string;
  readonly expires?: string;
}

/** A 作品信息.yaml that could not be understood: place in the file and what was expected. */
export interface InfoProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly key?: string;
  readonly problem: string;
}

/** 作品. Without a category it is judged by what its files are. */
export interface Item {
  readonly category?: string;
  readonly title: string;
  /** Of its folder; of its file, where one file is the item. Empty: the materials folder itself. */
  readonly path: string;
  readonly parts: readonly Part[];
  readonly info?: ItemInfo;
  readonly infoProblem?: InfoProblem;
  /** Ids of the categories that its names mean equally, where there is no telling. */
  readonly candidates?: readonly string[];
}

export interface Materials {
  readonly items: readonly Item[];
  /** Stamped scans of 汇总表: of no work, but each with its category; absent where there is none. */
  readonly tables?: readonly Item[];
  readonly strays: readonly Stray[];
}

/** A file with its true format, before it is given a role. */
export interface SniffedFile extends FoundFile {
  readonly format: Format;
}
