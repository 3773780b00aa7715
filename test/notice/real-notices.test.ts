import { execFileSync } from 'node:child_process';
import ffmpeg from '@ffmpeg-installer/ffmpeg';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { checkNotice, type CheckedNotice } from '../../src/commands/check-notice.ts';
import type { Check } from '../../src/model/check.ts';
import { realSystem } from '../cli/real-system.ts';
import { findInNotice } from './find-in-notice.ts';
import {
  kinds,
  noticePath,
  readClauses,
  readFailing,
  readPassing,
  realNotices,
  type DescribedFolder,
} from './real-notice.ts';
import { isTold, type Outcome } from './told-of.ts';
import { tryDescribed } from './try-described.ts';

const canEncode = hasFfmpeg();

describe.each(realNotices)('%s, a notice as it was issued', (id) => {
  const { count, clauses } = readClauses(id);
  const [passing, failing] = [readPassing(id), readFailing(id)];
  let checked: CheckedNotice | undefined;
  let [good, bad]: [Outcome | undefined, Outcome | undefined] = [undefined, undefined];

  beforeAll(async () => {
    checked = await checkNotice(noticePath(id), realSystem());
    if (canMake(passing)) good = await tryDescribed(id, 'pass', passing);
    if (canMake(failing)) bad = await tryDescribed(id, 'fail', failing);
  }, 120_000);

  it('is accepted by notice check, its own examples too', () => {
    const { draft, tried = [] } = checked ?? {};
    expect([checked !== undefined, draft]).toEqual([true, undefined]);
    expect(tried.filter(({ surprising, missing }) => surprising.length + missing.length > 0)).toEqual([]);
  });

  it('loses none of its clauses: each is somewhere in the notice that is in force', () => {
    const notice = checked?.notice;
    expect(clauses.map(({ kind }) => kind).filter((kind) => !Object.hasOwn(kinds, kind))).toEqual([]);
    expect(clauses).toHaveLength(count);
    const lost = clauses.flatMap(({ says, by }) =>
      by.filter((place) => !notice || !findInNotice(notice, place)).map((place) => `${says}: ${place}`),
    );
    expect(lost).toEqual([]);
  });

  it('is obeyed: every clause comes back as a check, a step, or where it is sent', (context) => {
    if (!good || !bad) skipFilms(context);
    const outcomes = [good, bad];
    const silent = clauses.flatMap(({ says, by }) =>
      by
        .filter((place) => !outcomes.some((outcome) => isTold(place, outcome)))
        .map((place) => `${says}: ${place}`),
    );
    expect(silent).toEqual([]);
  });

  it('lets a folder pass that meets it', (context) => {
    if (!good) skipFilms(context);
    expect(linesOf(good, 'fail')).toEqual([]);
    expect(linesOf(good, 'unknown')).toEqual([...passing.waits].sort());
    expect([good.judgement.verdict, good.bundles.length > 0]).toEqual([passing.verdict, true]);
  });

  it('lets none pass that does not, and says why', (context) => {
    if (!bad) skipFilms(context);
    expect(linesOf(bad, 'fail')).toEqual([...failing.fails].sort());
  });
});

describe('the real notices together', () => {
  it('are as many as were read, and lose none of their clauses', () => {
    const all = realNotices.flatMap((id) => readClauses(id).clauses);
    expect([realNotices.length, all.length]).toEqual([32, 250]);
  });
});

/** Steps by hand are always there, and say nothing of the folder. */
function linesOf({ judgement }: Outcome, result: Check['result']): readonly string[] {
  return judgement.checks
    .filter((check) => check.result === result && check.code !== 'manual')
    .map(lineOf)
    .sort();
}

function lineOf({ code, subject, args }: Check): string {
  const about =
    code === 'attest' ? args.id : (subject.path ?? subject.item ?? subject.category ?? 'together');
  return `${code} ${about}`;
}

function canMake({ files }: DescribedFolder): boolean {
  return canEncode || !Object.values(files).some((file) => 'film' in file || 'sound' in file);
}

function skipFilms(context: TestContext): never {
  context.skip('this system has no ffmpeg to make the films of the test with');
}

function hasFfmpeg(): boolean {
  try {
    execFileSync(ffmpeg.path, ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
