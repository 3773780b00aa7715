import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecisions } from '../../src/decisions/format-decisions.ts';
import type { KeptDecision } from '../../src/decisions/kept-decision.ts';
import { parseDecisions } from '../../src/decisions/parse-decisions.ts';
import { parseCalendarDate } from '../../src/model/calendar-date.ts';
import { CODES } from '../../src/report/codes.ts';

const date = parseCalendarDate('2020-07-01');
if (!date) throw new Error('no such day');
const DATE = date;

function kept(over: Partial<KeptDecision> = {}): KeptDecision {
  const sha256 = '0123456789abcdef'.repeat(4);
  return {
    code: 'video.subtitles',
    path: '课.mp4',
    answer: 'yes',
    by: '王老师',
    date: DATE,
    sha256,
    ...over,
  };
}

function read(text: string): readonly KeptDecision[] {
  const parsed = parseDecisions(new TextEncoder().encode(text), CODES);
  if (parsed.kind === 'bad') throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

/** Words as a person writes them: not empty, without spaces at their ends. */
const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map((text) => `甲${text.trim()}乙`);

describe('the record of decisions', () => {
  it('whatever a name or a note holds, it is read back as it was written', () => {
    fc.assert(
      fc.property(word, word, word, (path, by, note) => {
        const decision = kept({ path, by, note });
        expect(read(formatDecisions(undefined, [decision]))).toEqual([decision]);
      }),
      { numRuns: 500 },
    );
  });

  it('a digest or a name that looks like a number stays what it is', () => {
    const decision = kept({ sha256: '1'.repeat(64), by: '007', path: '1e5', note: 'no' });
    expect(read(formatDecisions(undefined, [decision]))).toEqual([decision]);
  });

  it('equal decisions read alike, in whatever order they were given', () => {
    const some = ['乙.mp4', '甲.mp4', '丙.mp4'].map((path) => kept({ path }));
    const one = some.reduce<string | undefined>((text, next) => formatDecisions(text, [next]), undefined);
    const other = formatDecisions(undefined, [...some].reverse());
    expect(one).toBe(other);
  });

  it('a second word takes the first one’s place; comments and an empty file are fine', () => {
    const first = formatDecisions('', [kept()]);
    const noted = first.replace('  - code', '  # 看了两遍\n  - code');
    const second = formatDecisions(noted, [kept({ answer: 'no' })]);
    expect(read(second)).toEqual([kept({ answer: 'no' })]);
    expect(second).toContain('# 看了两遍');
    expect(read(formatDecisions('# 只有注释\n', [kept()]))).toEqual([kept()]);
    expect(read(formatDecisions('schemaVersion: 1\ndecisions:\n', [kept()]))).toEqual([kept()]);
    expect(read('')).toEqual([]);
  });

  it('hundreds of decisions can still be read', () => {
    const many = Array.from({ length: 1500 }, (_, index) =>
      kept({ path: `作品/${index}.mp4`, note: '看过' }),
    );
    expect(read(formatDecisions(undefined, many))).toHaveLength(1500);
  });

  it.each([
    ['a code that does not exist', 'code: video.subtitles', 'code: video.subtitle'],
    ['an answer that is none', 'answer: yes', 'answer: maybe'],
    ['a digest cut short', /sha256: .*/, 'sha256: abc'],
    ['a day that does not exist', 'date: 2020-07-01', 'date: 2020-02-31'],
    ['a waiver without its reason', 'answer: yes', 'answer: waive'],
    ['a key nobody knows', 'by:', 'who:'],
  ])('%s is refused with its place, not taken for a decision', (_, from, to) => {
    const text = formatDecisions(undefined, [kept()]).replace(from, to);
    const parsed = parseDecisions(new TextEncoder().encode(text), CODES);
    expect(parsed).toMatchObject({ kind: 'bad', problem: { line: expect.any(Number) as number } });
    if (parsed.kind === 'bad') expect(parsed.problem.line).toBeGreaterThan(3);
  });
});
