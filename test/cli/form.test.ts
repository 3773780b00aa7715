import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { home, runCli } from '../run-cli.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'four-ones-form-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const blank = path.join(home, 'templates', 'forms', 'story-recommendation.docx');

describe('form fill', () => {
  it('says what is wrong, without a stack trace, when the values cannot be read', async () => {
    const run = await runCli([
      'form',
      'fill',
      blank,
      '--values',
      folder,
      '--output',
      path.join(folder, 'a.docx'),
    ]);
    expect(run.exit).toBe(3);
    expect(run.stderr).toMatch(/读写不了/);
    expect(run.stderr).not.toMatch(/^ +at /m);
  });

  it('leaves the form as it is and never overwrites a filled one', async () => {
    const values = path.join(folder, '内容.yaml');
    writeFileSync(values, '作品名称: 逆行者\n推荐单位: 马克思主义学院党委\n');
    const before = readFileSync(blank);
    const output = path.join(folder, '填好.docx');
    const first = await runCli(['form', 'fill', blank, '--values', values, '--output', output]);
    expect({ exit: first.exit, stderr: first.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(first.stdout).toContain('逆行者');
    expect(readFileSync(blank).equals(before)).toBe(true);
    const again = await runCli(['form', 'fill', blank, '--values', values, '--output', output]);
    expect(again.exit).toBe(2);
  });
});
