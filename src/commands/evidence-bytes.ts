import type { PartEvidence } from '../model/evidence.ts';

/** Of all pictures, as they stand in a report. */
export function bytesOfEvidence(evidence: PartEvidence): number {
  const sum = (pictures: readonly ({ readonly jpeg: string } | undefined)[]) =>
    pictures.reduce((total, picture) => total + (picture?.jpeg.length ?? 0), 0);
  switch (evidence.kind) {
    case 'photo':
      return sum([evidence.picture]);
    case 'film':
      return sum([...evidence.strip, ...evidence.bands].map(({ picture }) => picture));
    case 'scan':
      return sum(evidence.shown.map(({ picture }) => picture));
    case 'none':
      return 0;
  }
}
