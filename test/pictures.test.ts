import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { drawTerminal, makeReport, openSample } from '../fixtures/draw-pictures.mjs';
import { home } from './run-cli.ts';

// Drawing the report looks at every page and film of the sample folder.
vi.setConfig({ testTimeout: 120_000 });

const pictures = path.join(home, 'fixtures', 'pictures');
const cure = 'run: node fixtures/draw-pictures.mjs, and look at the pictures';

let sample = '';
beforeAll(() => {
  sample = openSample();
});
afterAll(() => rm(sample, { recursive: true, force: true }));

describe('the README shows what the program says today', () => {
  it('in the terminal', async () => {
    expect(drawTerminal(sample), cure).toBe(await readFile(path.join(pictures, 'check.svg'), 'utf8'));
  });

  it('in the report', async () => {
    const { exif } = await sharp(path.join(pictures, 'report.png')).metadata();
    expect(exif?.toString('latin1'), cure).toContain(makeReport(sample).digest);
  });
});
