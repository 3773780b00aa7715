// Writes templates/notices/notice.schema.json, by which editors complete and explain the keys of a notice, from the
// schemas that read notices: `node .config/write-schema.mjs`. With `--check` it writes nothing and ends with 1 where the
// file is not today's.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const home = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(home, 'templates', 'notices', 'notice.schema.json');

async function loadSchema() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'four-ones-schema-'));
  try {
    const outfile = path.join(folder, 'schema.mjs');
    await build({
      entryPoints: [path.join(home, 'src', 'notice', 'editor', 'notice-json-schema.ts')],
      ...{ bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' },
    });
    const { noticeJsonSchema } = await import(pathToFileURL(outfile).href);
    return noticeJsonSchema();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const options = { ...(await resolveConfig(target)), parser: 'json' };
const after = await format(JSON.stringify(await loadSchema()), options);
if (!process.argv.includes('--check')) writeFileSync(target, after);
else if (readFileSync(target, 'utf8') !== after) {
  process.stderr.write('notice.schema.json 不是最新的，请运行：node .config/write-schema.mjs\n');
  process.exitCode = 1;
}
