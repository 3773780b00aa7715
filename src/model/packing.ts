import type { Range } from './range.ts';

/** How what is handed in lies together. */
export interface Packing {
  /** Of the bundle, where it is called otherwise than its files: a pattern with variables in braces. */
  readonly name?: string;
  /** One folder a work, by this pattern; `/` parts a folder within a folder. */
  readonly folder?: string;
  /** Bytes of the whole bundle. */
  readonly size?: Range;
}
