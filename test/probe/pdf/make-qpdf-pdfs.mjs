// Writes qpdf-pdfs.ts: small locked and linearized documents, which no npm package here can make.
// Needs qpdf (11 or later) on PATH; the tests do not. Run: node test/probe/pdf/make-qpdf-pdfs.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';

const REPEATABLE = ['--static-id', '--static-aes-iv'];
const NO_COPY = ['--extract=n', '--modify=none'];
const kinds = {
  passwordAes256: ['--encrypt', 'open', 'owner', '256', '--'],
  passwordRc4: ['--allow-weak-crypto', '--encrypt', 'open', 'owner', '128', '--use-aes=n', '--'],
  restrictedAes256: ['--encrypt', '', 'owner', '256', ...NO_COPY, '--'],
  restrictedRc4: [
    '--allow-weak-crypto',
    '--encrypt',
    '',
    'owner',
    '128',
    '--use-aes=n',
    '--print=none',
    '--',
  ],
  encryptedFreely: ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=y', '--'],
  linearized: ['--linearize', '--object-streams=generate'],
};

const folder = mkdtempSync(join(tmpdir(), 'four-ones-'));
try {
  const source = join(folder, 'source.pdf');
  writeFileSync(source, await sourcePdf());
  const lines = Object.entries(kinds).map(([name, options]) => `  ${name}:\n    '${make(source, options)}',`);
  const head =
    '// Made by make-qpdf-pdfs.mjs: base64 of one-page documents; the password, where one is needed, is “open”.';
  const text = `${head}\nexport const QPDF_PDFS = {\n${lines.join('\n')}\n} as const;\n`;
  writeFileSync(fileURLToPath(new URL('qpdf-pdfs.ts', import.meta.url)), text);
} finally {
  rmSync(folder, { recursive: true });
}

function make(source, options) {
  const target = join(folder, 'target.pdf');
  execFileSync('qpdf', [...REPEATABLE, ...options, source, target]);
  return readFileSync(target).toString('base64');
}

async function sourcePdf() {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage([595, 842]).drawText('Recommendation form');
  return pdf.save({ useObjectStreams: false });
}
