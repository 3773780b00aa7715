import { finding, HOUSE_MUST, type Case, type Rule } from './rule.ts';

/** An empty folder passes nothing: there was nothing to look at. */
export const materialsNone: Rule<Case> = ({ materials }) => {
  const result = materials.items.length > 0 ? 'pass' : 'fail';
  return [finding('materials.none', HOUSE_MUST, {}, result, { strays: materials.strays.length })];
};
