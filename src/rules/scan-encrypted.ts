import type { Facts, PdfFacts } from '../model/facts.ts';
import { finding, judge, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** Whoever receives it can open it. A mere restriction on printing or copying is a remark, not a failure. */
export const scanEncrypted: Rule<PartCase> = (input) => {
  const { unlocked } = input.media;
  if (!unlocked) return [];
  const { role, facts } = input.part;
  const isDeck = role === 'slides';
  if (!isDeck && facts.format !== 'pdf')
    return [finding('scan.encrypted', unlocked, subjectOfPart(input), 'skip', {})];
  const lock = isDeck ? lockOfDeck(facts) : facts.pdf?.lock;
  const check = judge(input, 'scan.encrypted', unlocked, {
    fact: lock,
    holds: (found) => found !== 'password',
    args: { ...(lock && { lock }), ...(isDeck && { slides: true }) },
  });
  // A password is also why the file does not open: one cause, told once.
  return [check.result === 'fail' ? { ...check, because: 'file.readable' } : check];
};

function lockOfDeck({ slides, integrity }: Facts): PdfFacts['lock'] | undefined {
  const isLocked = integrity.state === 'broken' && integrity.cause.kind === 'password';
  return isLocked ? 'password' : slides?.lock;
}
