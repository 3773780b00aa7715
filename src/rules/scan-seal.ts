import type { Result, SealFound } from '../model/check.ts';
import type { PageFacts, PageSight } from '../model/page-facts.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** One page with a seal is enough; that there is none is only said when every page was looked at. */
export const scanSeal: Rule<PartCase> = (input) => {
  const { seal } = input.media;
  if (!seal) return [];
  const { pages } = input.part.facts;
  const found = pages && sealOn(pages);
  const result = resultOf(found);
  const because = found ? undefined : reasonUnlearned(input);
  return [finding('scan.seal', seal, subjectOfPart(input), result, { ...(found && { found }) }, because)];
};

function sealOn({ pages, looked }: PageFacts): SealFound | undefined {
  const sealed = looked.find(({ seal }) => seal.state === 'present');
  if (sealed) return { kind: 'present', page: sealed.page };
  const [unclear] = looked.flatMap(unclearOn);
  if (unclear) return unclear;
  if (looked.length === 0) return undefined;
  return looked.length < pages
    ? { kind: 'partly-looked', looked: looked.length, pages }
    : { kind: 'absent', pages };
}

function unclearOn({ page, seal }: PageSight): readonly SealFound[] {
  return seal.state === 'unclear' ? [{ kind: 'unclear', page, reason: seal.reason }] : [];
}

function resultOf(found: SealFound | undefined): Result {
  if (found?.kind === 'present') return 'pass';
  return found?.kind === 'absent' ? 'fail' : 'unknown';
}
