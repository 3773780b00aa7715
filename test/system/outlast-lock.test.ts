import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlastLock } from '../../src/system/outlast-lock.ts';

function refusal(code: string): Error {
  return Object.assign(new Error(`${code}: not permitted, rename`), { code });
}

/** Refuses so often, then lets through. */
function lockedFor(times: number, code: string) {
  const waited: number[] = [];
  let tries = 0;
  const act = () => {
    tries += 1;
    if (tries <= times) throw refusal(code);
    return 'moved';
  };
  const pause = (milliseconds: number) => waited.push(milliseconds);
  return { act, waited, pause, tries: () => tries };
}

describe('a virus scanner on Windows that holds a file just written', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('costs a moment, not the bundle (%s)', (code) => {
    const lock = lockedFor(3, code);
    expect(outlastLock(lock.act, { platform: 'win32', pause: lock.pause })).toBe('moved');
    expect(lock.waited).toHaveLength(3);
  });

  it('is waited for no longer than a few seconds, and then told as what it is', () => {
    const lock = lockedFor(Infinity, 'EBUSY');
    expect(() => outlastLock(lock.act, { platform: 'win32', pause: lock.pause })).toThrow('EBUSY');
    const seconds = lock.waited.reduce((sum, one) => sum + one, 0) / 1000;
    expect(seconds).toBeGreaterThan(1);
    expect(seconds).toBeLessThan(5);
  });
});

it.each([
  ['linux', 'EACCES'],
  ['darwin', 'EPERM'],
  ['win32', 'ENOSPC'],
  ['win32', 'ENOENT'],
])('what waiting does not mend is told at once (%s, %s)', (platform, code) => {
  const lock = lockedFor(Infinity, code);
  expect(() => outlastLock(lock.act, { platform, pause: lock.pause })).toThrow(code);
  expect([lock.tries(), lock.waited]).toEqual([1, []]);
});

it('really moves a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'four-ones-lock-'));
  const [from, to] = [path.join(folder, '甲'), path.join(folder, '乙')];
  writeFileSync(from, '内容');
  outlastLock(() => {
    renameSync(from, to);
  });
  expect(readFileSync(to, 'utf8')).toBe('内容');
  rmSync(folder, { recursive: true });
});
