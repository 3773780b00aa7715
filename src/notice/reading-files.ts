import type { Files } from '../system/system.ts';

/**
 * The little that loading a notice needs of the disk. What may be opened is not read that way: whoever keeps a merged
 * notice can tell by names and bytes alone whether it would be another one today.
 */
export interface ReadingFiles extends Pick<Files, 'list' | 'readWhole'> {
  open(path: string): Promise<{ close(): Promise<void> }>;
}
