import { isHollow } from './file-junk.ts';
import { finding, HOUSE_MUST, type Case, type Rule } from './rule.ts';

/** A file of zero bytes, or one that only stands for its content in the cloud, would arrive as nothing. */
export const fileEmpty: Rule<Case> = ({ materials }) => {
  const hollow = materials.strays.filter(isHollow);
  if (hollow.length === 0) return [finding('file.empty', HOUSE_MUST, {}, 'pass', {})];
  return hollow.map(({ path, reason }) => finding('file.empty', HOUSE_MUST, { path }, 'fail', { reason }));
};
