import type { BundleManifest } from './bundle.ts';
import type { Verdict } from './verdict.ts';

/** What a bundle, ours or somebody else's, turned out to be. */
export interface BundleVerification {
  readonly kind: 'folder' | 'zip' | 'neither';
  /** `unsettled`: nothing wrong was found, but there is nothing to prove it against. */
  readonly verdict: Verdict;
  readonly findings: readonly BundleFinding[];
  readonly files: readonly VerifiedFile[];
  /** From `<bundle>.bundle.json` beside it, where there is one. */
  readonly manifest?: BundleManifest;
}

export interface VerifiedFile {
  /** Inside the bundle, with `/`; what an archive holds begins with the archive's name. */
  readonly name: string;
  readonly bytes: number;
  /** Absent where it could not be read to its end. */
  readonly sha256?: string;
  /** `proven`: as its checksum says. `unlisted`: no checksum names it. */
  readonly state: 'proven' | 'changed' | 'unlisted' | 'damaged';
}

export interface BundleFinding {
  /** `fail`: not complete, not unchanged or not safe · `unknown`: cannot be proven · `remark`: odd, harmless. */
  readonly severity: 'fail' | 'unknown' | 'remark';
  readonly fault: BundleFault;
}

export type BundleFault =
  | { readonly kind: 'not-found' }
  /** Neither a folder nor a zip that opens. */
  | { readonly kind: 'not-a-bundle'; readonly detail: string }
  | { readonly kind: 'unreadable'; readonly name?: string; readonly detail: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-checksums' }
  | { readonly kind: 'checksums-malformed'; readonly lines: number }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'changed'; readonly name: string; readonly expected: string; readonly actual: string }
  | { readonly kind: 'extra'; readonly name: string }
  /** One name to Windows or macOS: unpacking would lose one of them. */
  | { readonly kind: 'same-name'; readonly names: readonly string[] }
  | { readonly kind: 'unsafe-name'; readonly name: string; readonly why: UnsafeName }
  | { readonly kind: 'name-unreadable'; readonly shown: string }
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'special'; readonly name: string }
  | { readonly kind: 'encrypted'; readonly name: string }
  | { readonly kind: 'unsupported'; readonly name: string; readonly method: number }
  | { readonly kind: 'damaged'; readonly name?: string; readonly detail: string }
  /** Bytes packed, and what they would unpack to. */
  | { readonly kind: 'bomb'; readonly packed: number; readonly unpacked: number }
  | { readonly kind: 'too-many'; readonly limit: number }
  /** One work's own zip that nobody could look into: the bundle around it was compressed anew. */
  | { readonly kind: 'archive-unread'; readonly name: string }
  /** The record beside the bundle says otherwise. */
  | {
      readonly kind: 'record-differs';
      readonly name: string;
      readonly what: 'missing' | 'bytes' | 'sha256' | 'extra';
    }
  | { readonly kind: 'record-unreadable' };

export type UnsafeName =
  /** Leads out of the folder. */
  | 'traversal'
  | 'absolute'
  | 'drive'
  | 'control'
  /** Cannot be unpacked on Windows, or becomes another name there. */
  | 'windows'
  | 'too-long';
