import type { Attestation } from '../model/notice.ts';
import { finding, type Case, type CategoryCase, type Rule } from './rule.ts';

/** What only a person can vouch for: of the whole notice, and of each category that has something to hand in. */
export const attestNotice: Rule<Case> = ({ notice }) =>
  notice.attestations.map((attestation) => ask(attestation));

export const attestCategory: Rule<CategoryCase> = ({ category, items }) =>
  items.length === 0 ? [] : category.attestations.map((attestation) => ask(attestation, category.id));

function ask(attestation: Attestation, category?: string) {
  const { id, text } = attestation;
  return finding('attest', attestation, category === undefined ? {} : { category }, 'unknown', { id, text });
}
