import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTools } from '../../src/system/tools.ts';

const office = await createTools(process.env).soffice();
if (!office) process.stdout.write('LibreOffice is not installed: nothing is converted or rendered here\n');

/** LibreOffice for tests that need it; undefined: they are skipped, and it was printed why. */
export const soffice = office?.path;

/** What LibreOffice makes of a file of one kind (`docx`) in another (`doc`, `pdf`). */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  if (soffice === undefined) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'four-ones-test-'));
  try {
    const source = path.join(folder, `file.${from}`);
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    execFileSync(soffice, [profile, '--headless', '--convert-to', to, '--outdir', folder, source], {
      stdio: 'ignore',
      timeout: 60_000,
    });
    return new Uint8Array(readFileSync(path.join(folder, `file.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
