import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/model/outcome.ts';
import { verdictOf, type Weighed } from '../../src/model/verdict.ts';

const check = (
  level: Weighed['level'],
  result: Weighed['result'],
  code: Weighed['code'] = 'file.size',
): Weighed => ({
  code,
  level,
  result,
});

describe('the verdict', () => {
  it.each<[string, Weighed[], boolean, string]>([
    ['nothing was checked', [], false, 'unsettled'],
    ['everything was skipped', [check('must', 'skip')], false, 'unsettled'],
    ['all passed', [check('must', 'pass')], false, 'pass'],
    ['one must failed among passes', [check('must', 'pass'), check('must', 'fail')], false, 'fail'],
    ['one must is unknown', [check('must', 'pass'), check('must', 'unknown')], false, 'unsettled'],
    ['a failure outweighs the unknown', [check('must', 'unknown'), check('must', 'fail')], false, 'fail'],
    ['a should failed', [check('must', 'pass'), check('should', 'fail')], false, 'pass'],
    ['a should failed, strictly', [check('must', 'pass'), check('should', 'fail')], true, 'fail'],
    ['a may failed, strictly', [check('must', 'pass'), check('may', 'fail')], true, 'pass'],
    ['a hand step is left', [check('must', 'pass'), check('must', 'unknown', 'manual')], true, 'pass'],
    [
      'an attestation that must be',
      [check('must', 'pass'), check('must', 'unknown', 'attest')],
      false,
      'unsettled',
    ],
    [
      'an attestation advised, strictly',
      [check('must', 'pass'), check('should', 'unknown', 'attest')],
      true,
      'pass',
    ],
  ])('when %s', (_, checks, strict, expected) => {
    expect(verdictOf(checks, strict)).toBe(expected);
  });
});

describe('the exit code scripts rely on', () => {
  it('is the contract’s', () => {
    expect(exitCodeOf({ kind: 'judged', verdict: 'pass' })).toBe(0);
    expect(exitCodeOf({ kind: 'judged', verdict: 'fail' })).toBe(1);
    expect(exitCodeOf({ kind: 'usage-error' })).toBe(2);
    expect(exitCodeOf({ kind: 'environment-error' })).toBe(3);
    expect(exitCodeOf({ kind: 'judged', verdict: 'unsettled' })).toBe(4);
    expect(exitCodeOf({ kind: 'interrupted' })).toBe(130);
  });
});
