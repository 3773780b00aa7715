import { describe, expect, it } from 'vitest';
import { applyDecisions, decidedChecks, type DecisionBook } from '../../src/decisions/apply-decisions.ts';
import { digestOfAll } from '../../src/decisions/digest-of-all.ts';
import type { KeptDecision } from '../../src/decisions/kept-decision.ts';
import { parseCalendarDate } from '../../src/model/calendar-date.ts';
import type { Check } from '../../src/model/check.ts';
import type { Answer } from '../../src/model/decision.ts';

const day = parseCalendarDate('2020-07-01');
if (!day) throw new Error('no such day');
const date = day;
const sha256 = 'a'.repeat(64);

function duration(result: Check['result'], max: number): Check {
  const subject = { path: '课.mp4', item: '课.mp4' };
  return { code: 'video.duration', level: 'must', result, subject, args: { range: { max } } };
}

function word(answer: Answer, over: Partial<KeptDecision> = {}): KeptDecision {
  const note = '理由';
  return { code: 'video.duration', path: '课.mp4', answer, by: '王老师', date, note, sha256, ...over };
}

function apply(checks: readonly Check[], decisions: readonly KeptDecision[], digest: string | undefined) {
  const askedOf = (check: Check) =>
    check.code === 'video.duration' ? `至多 ${check.args.range.max ?? 0} 秒` : undefined;
  const book: DecisionBook = { decisions, askedOf };
  const digests = new Map(decidedChecks(checks, book).map((check) => [check, digest]));
  return applyDecisions(checks, book, digests);
}

describe('a person’s word settles what it may, and nothing else', () => {
  it.each([
    ['unknown', 'yes', 'pass'],
    ['unknown', 'no', 'fail'],
    ['unknown', 'waive', 'skip'],
    ['fail', 'waive', 'skip'],
    ['fail', 'yes', 'fail'],
    ['pass', 'no', 'pass'],
    ['pass', 'waive', 'pass'],
    ['skip', 'yes', 'skip'],
  ] as const)('%s and “%s” make %s', (result, answer, expected) => {
    const [check] = apply([duration(result, 60)], [word(answer)], sha256);
    expect(check?.result).toBe(expected);
    expect(check?.decision !== undefined).toBe(expected !== result);
  });

  it('nothing where the bytes are others, or cannot be read; and it is said', () => {
    for (const [digest, why] of [
      ['b'.repeat(64), 'file-changed'],
      [undefined, 'unreadable'],
    ] as const) {
      const [check] = apply([duration('unknown', 60)], [word('yes')], digest);
      expect(check).toMatchObject({ result: 'unknown', voided: { why, by: '王老师' } });
      expect(check?.decision).toBeUndefined();
    }
  });

  it('of two limits of one film only the one it was given about', () => {
    const checks = [duration('fail', 60), duration('fail', 30)];
    const [first, second] = apply(checks, [word('waive', { asked: '至多 60 秒' })], sha256);
    expect([first?.result, second?.result, second?.voided]).toEqual(['skip', 'fail', undefined]);
  });

  it('not where the notice asks for something else now', () => {
    const [check] = apply([duration('fail', 10)], [word('waive', { asked: '至多 60 秒' })], sha256);
    expect(check).toMatchObject({ result: 'fail', voided: { why: 'asked-changed' } });
  });

  it('not another file’s, and a path is the same in both its Unicode forms', () => {
    const [other] = apply([duration('unknown', 60)], [word('yes', { path: '别的.mp4' })], sha256);
    expect(other?.result).toBe('unknown');
    const check: Check = { ...duration('unknown', 60), subject: { path: 'Café.mp4'.normalize('NFD') } };
    const [same] = apply([check], [word('yes', { path: 'Café.mp4'.normalize('NFC') })], sha256);
    expect(same?.result).toBe('pass');
  });

  it('several files have one digest, whatever they are called and in whatever order they are found', () => {
    expect(digestOfAll(['b', 'a'])).toBe(digestOfAll(['a', 'b']));
    expect(digestOfAll(['a'])).toBe('a');
    expect(digestOfAll(['a', 'b'])).not.toBe(digestOfAll(['a', 'b', 'b']));
  });
});
