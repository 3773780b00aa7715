import type { PartEvidence } from '../model/evidence.ts';
import type { PagesSeen, System } from '../system/system.ts';
import { UNDRAWABLE, toPicture, type DrawnPart } from './to-picture.ts';

/** Two at a time, each page some three megabytes: far from both. */
const LIMITS = { seconds: 60, megabytes: 1024 };

/** Pages of a scan, each with what was seen on it. */
export async function drawScan({ part, path }: DrawnPart, { isolation }: System): Promise<PartEvidence> {
  const { format, integrity } = part.facts;
  if (integrity.state === 'broken' && integrity.cause.kind === 'password') return UNDRAWABLE;
  const outcome = await isolation.run('pages', { path, format }, LIMITS);
  return outcome.kind === 'stopped' ? UNDRAWABLE : showPages(outcome.result);
}

/** Of pages that have been drawn. */
export function showPages({ facts, pictures }: PagesSeen): PartEvidence {
  const shown = facts.looked.flatMap((sight) => {
    const picture = pictures.find(({ page }) => page === sight.page);
    return picture ? [{ sight, picture: toPicture(picture) }] : [];
  });
  return shown.length === 0 ? UNDRAWABLE : { kind: 'scan', shown, pages: facts.pages };
}
