import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Code, Result } from '../src/model/check.ts';
import { CODES } from '../src/report/codes.ts';
import { home } from './run-cli.ts';

/**
 * The results each check can have in a real folder. What cannot be had there by small files (a film over 2 GiB, a
 * probe that hangs) is in the tables of test/rules and in the command's own tests.
 */
const wanted: Readonly<Record<Code, readonly Result[]>> = {
  'materials.none': ['pass', 'fail'],
  'file.unclassified': ['pass', 'unknown'],
  'file.junk': ['pass', 'fail'],
  'file.empty': ['pass', 'fail'],
  'file.format': ['pass', 'fail'],
  'file.size': ['pass'],
  'file.size-min': ['pass', 'fail'],
  'file.readable': ['pass', 'fail', 'unknown'],
  'video.container': ['pass', 'fail'],
  'video.codec': ['pass', 'fail', 'unknown'],
  'video.profile': ['pass', 'fail', 'unknown'],
  'video.resolution': ['pass', 'fail', 'unknown'],
  'video.duration': ['pass', 'fail', 'unknown'],
  'video.subtitles': ['pass', 'fail', 'unknown'],
  'video.audio': ['pass', 'fail', 'unknown'],
  'video.pixel-format': ['pass', 'fail', 'unknown'],
  'video.scan': ['pass', 'fail', 'unknown'],
  'video.fps': ['pass', 'fail', 'unknown'],
  'video.bitrate': ['pass', 'fail', 'unknown'],
  'video.aspect': ['pass', 'fail', 'unknown'],
  'video.orientation': ['pass', 'fail', 'unknown'],
  'video.faststart': ['pass', 'fail', 'unknown'],
  'video.bars': ['pass', 'fail', 'unknown'],
  'video.picture': ['pass', 'fail', 'unknown'],
  'video.clipping': ['pass', 'fail', 'unknown', 'skip'],
  'video.level': ['pass', 'fail', 'unknown', 'skip'],
  'audio.duration': ['pass', 'fail', 'unknown'],
  'sound.codec': ['pass', 'fail', 'unknown'],
  'sound.sample-rate': ['pass', 'fail', 'unknown'],
  'sound.channels': ['pass', 'fail', 'unknown'],
  'sound.bitrate': ['pass', 'fail', 'unknown'],
  'photo.pixels': ['pass', 'fail', 'unknown'],
  'photo.dpi': ['pass', 'fail', 'unknown'],
  'photo.aspect': ['pass', 'fail', 'unknown'],
  'photo.orientation': ['pass', 'fail', 'unknown'],
  'photo.print-size': ['pass', 'fail', 'unknown'],
  'photo.color': ['pass', 'fail', 'unknown'],
  'photo.original': ['pass', 'fail', 'unknown'],
  'photo.count': ['pass', 'fail'],
  'photo.caption': ['pass', 'fail', 'unknown'],
  'scan.pages': ['pass', 'fail', 'unknown'],
  'scan.encrypted': ['pass', 'fail', 'unknown', 'skip'],
  'scan.seal': ['pass', 'fail', 'unknown'],
  'slides.media': ['pass', 'fail'],
  'text.words': ['pass', 'fail', 'unknown'],
  'text.lines': ['pass', 'fail', 'unknown'],
  'text.images': ['pass', 'fail', 'unknown'],
  'text.contact': ['pass', 'fail', 'unknown'],
  'text.layout': ['pass', 'fail', 'unknown', 'skip'],
  'text.sections': ['pass', 'fail', 'unknown'],
  'text.title': ['pass', 'fail', 'unknown'],
  'text.figures': ['pass', 'fail', 'unknown', 'skip'],
  'text.byline': ['pass', 'fail', 'unknown'],
  'text.signature': ['pass', 'fail', 'unknown'],
  'text.anonymous': ['pass', 'fail', 'unknown'],
  'form.missing': ['pass', 'fail'],
  'form.fields': ['pass', 'fail', 'unknown'],
  'form.facts': ['pass', 'fail', 'unknown'],
  'form.values': ['pass', 'fail', 'unknown'],
  'item.parts': ['pass', 'fail'],
  'item.choice': ['pass', 'fail'],
  'item.size': ['pass', 'fail'],
  'item.date': ['pass', 'fail', 'unknown'],
  'item.info': ['pass', 'fail'],
  'quota.min': ['pass', 'fail', 'unknown', 'skip'],
  'quota.unit': ['unknown'],
  'quota.max': ['pass', 'fail', 'unknown'],
  'quota.person': ['pass', 'fail', 'unknown'],
  'bundle.size': ['pass', 'fail'],
  'name.file': ['pass', 'fail'],
  'time.deadline': ['pass', 'fail', 'skip'],
  attest: ['unknown'],
  manual: ['unknown'],
};

const cases = path.join(home, 'fixtures', 'cases');
const seen = new Set(
  readdirSync(cases).flatMap((name) => {
    const text = readFileSync(path.join(cases, name, 'expected.json'), 'utf8');
    const { checks } = z.object({ checks: z.array(z.string()) }).parse(JSON.parse(text));
    return checks.map((line) =>
      line
        .split(' ', 3)
        .filter((_, index) => index !== 1)
        .join(' '),
    );
  }),
);

describe('no check exists only on paper', () => {
  it('every code stands in the public list exactly once', () => {
    expect([...CODES].sort()).toEqual(Object.keys(wanted).sort());
  });
  it.each(Object.entries(wanted).flatMap(([code, results]) => results.map((result) => [code, result])))(
    '%s has a folder where it is %s',
    (code, result) => {
      expect(seen).toContain(`${result} ${code}`);
    },
  );
});
