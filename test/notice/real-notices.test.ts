import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ffmpeg from '@ffmpeg-installer/ffmpeg';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { makeDescribedFiles } from '../../fixtures/make/described-files.mjs';
import { checkNotice } from '../../src/commands/check-notice.ts';
import { judgeFolder } from '../../src/commands/check.ts';
import type { Check } from '../../src/model/check.ts';
import type { Judgement } from '../../src/model/report.ts';
import { realSystem } from '../cli/real-system.ts';
import { putAwayLater } from '../leftovers.ts';
import { findInNotice } from './find-in-notice.ts';
import {
  kinds,
  noticePath,
  readClauses,
  readFailing,
  readPassing,
  realNotices,
  type DescribedFolder,
  type RealClause,
} from './real-notice.ts';

const work = mkdtempSync(path.join(os.tmpdir(), 'four-ones-notices-'));
putAwayLater(() => rm(work, { recursive: true, force: true }));
const canEncode = hasFfmpeg();

describe.each(realNotices)('%s, a notice as it was issued', (id) => {
  const { count, clauses } = readClauses(id);
  const [passing, failing] = [readPassing(id), readFailing(id)];
  let [good, bad]: [Judgement | undefined, Judgement | undefined] = [undefined, undefined];

  beforeAll(async () => {
    if (canMake(passing)) good = await judge(id, 'pass', passing);
    if (canMake(failing)) bad = await judge(id, 'fail', failing);
  }, 120_000);

  it('is accepted by notice check, its own examples too', async () => {
    const { draft, tried } = await checkNotice(noticePath(id), realSystem());
    expect(draft).toBeUndefined();
    expect(tried.filter(({ surprising, missing }) => surprising.length + missing.length > 0)).toEqual([]);
  });

  it('loses none of its clauses: each is somewhere in the notice that is in force', async () => {
    const { notice } = await checkNotice(noticePath(id), realSystem());
    expect(clauses.map(({ kind }) => kind).filter((kind) => !Object.hasOwn(kinds, kind))).toEqual([]);
    expect(clauses).toHaveLength(count);
    const lost = clauses.flatMap(({ says, by }) =>
      by.filter((place) => !findInNotice(notice, place)).map((place) => `${says}: ${place}`),
    );
    expect(lost).toEqual([]);
  });

  it('is obeyed: of every clause that is a rule, a check tells', (context) => {
    if (!good || !bad) skipFilms(context);
    const judgements = [good, bad];
    const silent = clauses.flatMap((clause) =>
      clause.by
        .filter((place) => judgements.every((judgement) => !isTold(place, judgement)))
        .map((place) => `${clause.says}: ${place}`),
    );
    expect(silent).toEqual([]);
  });

  it('lets a folder pass that meets it', (context) => {
    if (!good) skipFilms(context);
    expect(linesOf(good, 'fail')).toEqual([]);
    expect(linesOf(good, 'unknown')).toEqual([...passing.waits].sort());
    expect(good.verdict).toBe(passing.verdict);
  });

  it('lets none pass that does not, and says why', (context) => {
    if (!bad) skipFilms(context);
    expect(linesOf(bad, 'fail')).toEqual([...failing.fails].sort());
  });
});

describe('the real notices together', () => {
  const all: readonly RealClause[] = realNotices.flatMap((id) => readClauses(id).clauses);

  it('are as many as were read, and lose none of their clauses', () => {
    expect([realNotices.length, all.length]).toEqual([32, 250]);
  });
});

async function judge(id: string, name: string, described: DescribedFolder): Promise<Judgement> {
  const { files, date, org, unit } = described;
  const root = path.join(work, id, name);
  const cache = path.join(work, 'made');
  await mkdir(root, { recursive: true });
  await mkdir(cache, { recursive: true });
  await makeDescribedFiles(root, files, cache);
  const { judgement } = await judgeFolder(
    {
      notice: noticePath(id),
      materials: root,
      date,
      ...(org !== undefined && { org }),
      cache: false,
      loaded: { config: unit === undefined ? {} : { unit }, folder: root },
    },
    realSystem(),
  );
  return judgement;
}

/** Sent by mail, and named on forms: what makes these is tested where they are made. */
const UNCHECKED = /^(?:routes\.[^.]+\.(?:mail|name|label|when)|forms\.|naming)/u;

/** A check of this very rule was made; where a person decides, that it asks is all there is to tell. */
function isTold(place: string, { notice, checks }: Judgement): boolean {
  if (UNCHECKED.test(place)) return true;
  const { clauses = [] } = findInNotice(notice, place) ?? {};
  return clauses.every((clause) => checks.some((check) => check.clause === clause && isSaid(check)));
}

function isSaid({ code, result }: Check): boolean {
  return result === 'pass' || result === 'fail' || code === 'attest' || code === 'manual';
}

/** Steps by hand are always there, and say nothing of the folder. */
function linesOf({ checks }: Judgement, result: Check['result']): readonly string[] {
  return checks
    .filter((check) => check.result === result && check.code !== 'manual')
    .map(lineOf)
    .sort();
}

function lineOf({ code, subject, args }: Check): string {
  const about = code === 'attest' ? args.id : (subject.path ?? subject.item ?? subject.category ?? '');
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
