import { finding, judge, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** Whoever receives it can open it. A mere restriction on printing or copying is a remark, not a failure. */
export const scanEncrypted: Rule<PartCase> = (input) => {
  const { unlocked } = input.media;
  if (!unlocked) return [];
  const { format, pdf } = input.part.facts;
  if (format !== 'pdf') return [finding('scan.encrypted', unlocked, subjectOfPart(input), 'skip', {})];
  const check = judge(input, 'scan.encrypted', unlocked, {
    fact: pdf?.lock,
    holds: (lock) => lock !== 'password',
    args: { ...(pdf && { lock: pdf.lock }) },
  });
  // A password is also why the file does not open: one cause, told once.
  return [check.result === 'fail' ? { ...check, because: 'file.readable' } : check];
};
