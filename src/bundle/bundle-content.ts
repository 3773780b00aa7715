import type { BundleFinding, BundleFault } from '../model/bundle-verification.ts';
import type { OpenFile } from '../system/system.ts';

/** What lies in a folder or a zip, alike. */
export interface BundleContent {
  readonly kind: 'folder' | 'zip';
  readonly entries: readonly ContentEntry[];
  readonly findings: readonly BundleFinding[];
}

export interface ContentEntry {
  /** With `/`, from the bundle's own folder. */
  readonly name: string;
  readonly bytes: number;
  /** Throws `BadZip` or a `FileError` where it cannot be read to its end. */
  read(): AsyncGenerator<Uint8Array>;
  /** To look into an archive; undefined where its bytes are compressed once more. Throws as `read` does. */
  open(): Promise<OpenFile | undefined>;
}

export function failing(fault: BundleFault): BundleFinding {
  return { severity: 'fail', fault };
}

export function remark(fault: BundleFault): BundleFinding {
  return { severity: 'remark', fault };
}
