import type { BundleManifest, Forced, PlannedBundle } from '../model/bundle.ts';
import type { Files, Storage } from '../system/system.ts';

export interface BuildRequest {
  readonly bundle: PlannedBundle;
  /** Absolute folders. */
  readonly materials: string;
  readonly outbox: string;
  /** By new name: every planned form and 汇总表, and the list (`LIST_NAME`). */
  readonly made: ReadonlyMap<string, Uint8Array>;
  /** By source: what the check saw (`FileStat.identity`). A file that has another now has changed since. */
  readonly identities?: ReadonlyMap<string, string>;
  readonly forced?: Forced;
  /** Keeps what bears the name now as `.v1`, `.v2` … */
  readonly replace: boolean;
}

export interface BuildWorld {
  readonly files: Files;
  readonly storage: Storage;
  readonly interrupted: AbortSignal;
  /** Bytes packed or read back, of both passes together. */
  readonly onBuilding?: (bundle: string, done: number, total: number) => void;
}

export interface Built {
  readonly kind: 'built' | 'unchanged';
  readonly manifest: BundleManifest;
  /** What the older version is called now. */
  readonly kept?: string;
}
