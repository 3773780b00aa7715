import type { PartEvidence } from '../model/evidence.ts';
import { bytesOfEvidence } from './evidence-bytes.ts';

/** Pictures that fell off while files were looked at: a report need not decode or draw everything again. */
export interface DrawnAlready {
  readonly keep: (path: string, evidence: PartEvidence) => void;
  /** Undefined: none of this kind. */
  readonly find: (path: string, kind: PartEvidence['kind']) => PartEvidence | undefined;
}

/** More than a report has room for. */
const MOST_BYTES = 16 * 1024 * 1024;

export function createDrawnAlready(): DrawnAlready {
  const kept = new Map<string, PartEvidence>();
  let bytes = 0;
  return {
    keep: (path, evidence) => {
      const own = bytesOfEvidence(evidence);
      if (evidence.kind === 'none' || bytes + own > MOST_BYTES) return;
      bytes += own;
      kept.set(`${evidence.kind} ${path}`, evidence);
    },
    find: (path, kind) => kept.get(`${kind} ${path}`),
  };
}
