import type { CheckOf, InfoFault } from '../model/check.ts';
import type { Item } from '../model/materials.ts';
import type { InfoRule } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { within } from '../model/range.ts';
import { finding, HOUSE_MUST, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/** What 作品信息.yaml says about a work: understood, complete, and as the notice counts it. */
export const itemInfo: Rule<ItemCase> = ({ category, item }) => {
  const { infoProblem } = item;
  if (infoProblem) {
    const problem: InfoFault = { ...infoProblem, kind: 'syntax' };
    return [
      finding('item.info', HOUSE_MUST, { path: infoProblem.path, ...subjectOfItem(item) }, 'fail', {
        problem,
      }),
    ];
  }
  return (category?.info ?? []).map((rule) => judgeField(item, rule));
};

function judgeField(item: Item, rule: Ruled<InfoRule>): CheckOf<'item.info'> {
  const { field } = rule.value;
  const problem = faultOf(item, rule.value);
  const subject = { ...subjectOfItem(item), ...(item.info && { path: item.info.path }) };
  // What is not written yet can still be asked for when the form is filled; what is written wrong cannot.
  const level = problem?.kind === 'missing' && rule.level === 'must' ? 'should' : rule.level;
  return finding('item.info', { ...rule, level }, subject, problem ? 'fail' : 'pass', {
    field,
    ...(problem && { problem }),
  });
}

function faultOf(item: Item, { field, count, oneOf }: InfoRule): InfoFault | undefined {
  const value = item.info?.fields[field];
  const entries = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  const [first] = entries;
  // “At most two advisors” asks for none.
  if (first === undefined) return count && !count.min ? undefined : { kind: 'missing' };
  if (count && !within(count, entries.length)) return { kind: 'count', range: count, actual: entries.length };
  const stranger = oneOf && entries.find((entry) => !oneOf.includes(entry));
  return oneOf && stranger !== undefined ? { kind: 'not-listed', value: stranger, oneOf } : undefined;
}
