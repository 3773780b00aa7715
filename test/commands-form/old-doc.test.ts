import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, inspect } from '../../src/commands/form.ts';
import { UsageError } from '../../src/model/problems.ts';
import type { ProcessOutcome, System } from '../../src/system/system.ts';
import { realSystem } from '../cli/real-system.ts';
import { convert, soffice } from './office.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'four-ones-old-doc-'));
const temporary = mkdtempSync(path.join(os.tmpdir(), 'four-ones-temporary-'));
afterAll(() => {
  for (const folder of [root, temporary]) rmSync(folder, { recursive: true, force: true });
});

/** The real world, working in `root`, with a temporary folder that can be looked into. */
function system(changes: Partial<System> = {}): System {
  const real = realSystem();
  const variables = { ...real.environment.variables, TMPDIR: temporary };
  return { ...real, environment: { ...real.environment, workingFolder: root, variables }, ...changes };
}

/** What an old .doc begins with: [MS-CFB] 2.2. */
const OLE = Uint8Array.from([
  0xd0,
  0xcf,
  0x11,
  0xe0,
  0xa1,
  0xb1,
  0x1a,
  0xe1,
  ...Array.from({ length: 600 }, () => 0),
]);
writeFileSync(path.join(root, 'broken.doc'), OLE);
writeFileSync(path.join(root, 'values.yaml'), '作品名称: 逆行者的二十四小时\n作品时长: 12分30秒\n');

describe('an old .doc without LibreOffice', () => {
  const without = (): System =>
    system({ tools: { ...realSystem().tools, soffice: () => Promise.resolve(undefined) } });

  it('is answered with how to save it as .docx', async () => {
    const refused = inspect('broken.doc', without());
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toMatchObject({
      words: { zh: expect.stringContaining('另存为') as string },
    });
  });
});

describe('a LibreOffice that misbehaves', () => {
  const outcomes: readonly ProcessOutcome[] = [
    { kind: 'timed-out', seconds: 60 },
    { kind: 'ended', status: 0, stdout: '', stderr: '' },
    { kind: 'killed', signal: 'SIGKILL' },
    { kind: 'missing' },
  ];
  it.each(outcomes)(
    'leaves nothing behind when it is $kind, and the word on .docx is given',
    async (outcome) => {
      const seen: string[][] = [];
      const misbehaving = system({
        tools: { ...realSystem().tools, soffice: () => Promise.resolve({ path: '/soffice', identity: '' }) },
        processes: {
          run: (_, args, limits) => {
            expect(limits.seconds).toBe(60);
            seen.push([...args]);
            expect(readdirSync(temporary)).toHaveLength(1);
            return Promise.resolve(outcome);
          },
        },
      });
      await expect(inspect('broken.doc', misbehaving)).rejects.toThrow(UsageError);
      expect(seen).toHaveLength(1);
      expect(seen[0]?.[0]).toMatch(/^-env:UserInstallation=file:\/\/\//);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );
});

describe.skipIf(soffice === undefined)('an old .doc with LibreOffice', () => {
  const form = path.join(root, '推荐表 旧.doc');
  let before: Buffer;
  beforeAll(() => {
    const own = readFileSync(new URL('../../templates/forms/library-recommendation.docx', import.meta.url));
    writeFileSync(form, convert(own, 'docx', 'doc'));
    before = readFileSync(form);
  }, 60_000);
  const untouched = (): void => {
    expect(readFileSync(form).equals(before)).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(root).filter((name) => name.startsWith('.~lock'))).toEqual([]);
  };

  it('shows its fields like the .docx it came from', async () => {
    const { slots, converted } = await inspect(form, system());
    expect(converted).toBe(true);
    expect(slots.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'duration', 'unit', 'summary']),
    );
    untouched();
  }, 60_000);

  it('is filled into a .docx that another reader reads', async () => {
    const done = await fill({ file: form, values: 'values.yaml', output: '填好.docx' }, system());
    expect(done.filled.map(({ slot }) => slot.field)).toEqual(expect.arrayContaining(['title', 'duration']));
    const { value } = await mammoth.extractRawText({ path: path.join(root, '填好.docx') });
    expect(value).toContain('逆行者的二十四小时');
    untouched();
  }, 60_000);

  it('never becomes a .docx that calls itself .doc', async () => {
    await expect(fill({ file: form, values: 'values.yaml', output: '填好.doc' }, system())).rejects.toThrow(
      UsageError,
    );
    expect(readdirSync(root)).not.toContain('填好.doc');
  }, 60_000);

  it('that is damaged is refused, not guessed at', async () => {
    await expect(inspect('broken.doc', system())).rejects.toThrow(UsageError);
    expect(readdirSync(temporary)).toEqual([]);
  }, 60_000);
});
