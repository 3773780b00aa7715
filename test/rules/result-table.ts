import { describe, expect, it } from 'vitest';
import type { CheckArgs } from '../../src/model/check.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { Role } from '../../src/model/format.ts';
import type { MediaRules } from '../../src/model/media-rules.ts';
import { judgePart, part, resultsOf } from './make-case.ts';

type Row = readonly [what: string, rules: MediaRules, facts: Facts, bytes: number, result: string];

/** Tests of one check of files in one role: what each row is, what is asked, what the file is, what comes of it. */
export function resultTable(code: keyof CheckArgs, role: Role, rows: readonly Row[]): void {
  describe(code, () => {
    it.each(rows)('%s', (_, rules, own, bytes, expected) => {
      const checks = judgePart(part('战疫故事汇/逆行者/一.x', role, own, bytes), rules);
      expect(resultsOf(checks, code)).toEqual([expected]);
    });
  });
}
