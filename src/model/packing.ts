import type { Range } from './range.ts';

/** How what is handed in lies together. */
export interface Packing {
  /** Of the bundle, where it is called otherwise than its files: a pattern with variables in braces. */
  readonly name?: string;
  /** Absent: the files of all works lie side by side. */
  readonly each?: WorkPacking;
  /** Bytes of the whole bundle. */
  readonly size?: Range;
}

/** How each work lies in the bundle: by itself, in a folder or an archive. */
export interface WorkPacking {
  readonly as: 'folder' | 'zip';
  /** A pattern, for an archive without its extension; `/` parts a folder within a folder. */
  readonly name: string;
  /** Bytes of one work. */
  readonly size?: Range;
}

/** As a plan, a file name and a record say it. */
export const ARCHIVE_TAIL = '.zip';
