// Bundles the program so that it starts fast: small libraries go in, heavy ones stay outside and are loaded when
// first needed. Also prepares the built-in notices and writes the type declarations of the public API.
// `--fast` leaves the declarations out. What is built already, of the same sources, is not built again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { mergeChunks } from './merge-chunks.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
const fast = process.argv.includes('--fast');
const stamp = path.join(home, 'dist', '.built-from');
const digest = digestOf([
  'src',
  'templates',
  '.config',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]);

/** Loaded from node_modules when first needed: native, large, or bringing files of their own. */
const EXTERNAL = [
  '@clack/prompts',
  '@ffmpeg-installer/ffmpeg',
  '@ffprobe-installer/ffprobe',
  '@napi-rs/keyring',
  '@xmldom/xmldom',
  'archiver',
  'docx',
  'fluent-ffmpeg',
  'nodemailer',
  'pdfjs-dist',
  'sharp',
];

/**
 * zod and zod/mini share a core. One copy for both would hold all that either needs; a copy of its own keeps what
 * every command loads at a quarter of that.
 */
const zodMiniApart = {
  name: 'zod-mini-apart',
  setup(building) {
    const apart = (file) => ({ path: file, namespace: 'zod-mini', sideEffects: false });
    building.onResolve({ filter: /^zod\/mini$/ }, () =>
      apart(path.join(home, 'node_modules/zod/v4/mini/index.js')),
    );
    building.onResolve({ filter: /^\./, namespace: 'zod-mini' }, ({ resolveDir, path: file }) =>
      apart(path.resolve(resolveDir, file)),
    );
    building.onLoad({ filter: /./, namespace: 'zod-mini' }, ({ path: file }) => ({
      contents: readFileSync(file),
      resolveDir: path.dirname(file),
    }));
  },
};

/** What of Node takes time to load and is seldom needed: loaded at the first call. */
const LATE = {
  'node:crypto': `const late = () => process.getBuiltinModule('node:crypto');
    export const createHash = (...how) => late().createHash(...how);
    export const randomUUID = (...how) => late().randomUUID(...how);`,
  // As an import, even of its default alone, every stream and table that it has would be made.
  'node:process': 'export default process;',
};

const lateBuiltins = {
  name: 'late-builtins',
  setup(building) {
    building.onResolve({ filter: /^node:(crypto|process)$/ }, ({ path: name, kind }) =>
      kind === 'import-statement' ? { path: name, namespace: 'late', sideEffects: false } : undefined,
    );
    building.onLoad({ filter: /./, namespace: 'late' }, ({ path: name }) => ({ contents: LATE[name] }));
    // Commander would start programs that are commands; there are none.
    building.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes(`${path.sep}commander${path.sep}`)
        ? { path: importer, namespace: 'none' }
        : undefined,
    );
    building.onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Of what is read at every start, libraries go in with short names; what is ours keeps its own, for whoever reports a bug. */
const shortLibraries = {
  name: 'short-libraries',
  setup(building) {
    building.onLoad(
      { filter: /[\\/]node_modules[\\/](?:yaml|commander|zod)[\\/].*\.js$/ },
      async ({ path: file }) => {
        const { code } = await transform(readFileSync(file, 'utf8'), {
          minify: true,
          charset: 'utf8',
          legalComments: 'inline',
          target: OPTIONS.target,
        });
        return { contents: code };
      },
    );
  },
};

const OPTIONS = {
  absWorkingDir: home,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  minifyWhitespace: true,
  minifySyntax: true,
  charset: 'utf8',
  logLevel: 'warning',
  external: EXTERNAL,
};

/** Bundled CommonJS libraries ask for Node's own modules by `require`. */
const BANNER = {
  js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
};

const PROGRAM = { main: 'src/cli/main.ts', 'node-system': 'src/system/node-system.ts' };
const BASE = Object.values(PROGRAM);
const PROJECT = [...BASE, 'src/commands/parse-config.ts'];
/** What people start all day, and what is loaded then. */
const STARTS = {
  help: BASE,
  init: [...BASE, 'src/cli/run-init.ts'],
  status: [...PROJECT, 'src/cli/run-status.ts'],
  explain: [...PROJECT, 'src/cli/run-explain.ts'],
  check: [...PROJECT, 'src/cli/run-check.ts', 'src/report/terminal/render-text.ts'],
};

if (!isBuilt()) {
  rmSync(path.join(home, 'dist'), { recursive: true, force: true });
  await bundle();
  await prepareTemplates();
  if (!fast) writeDeclarations();
  writeFileSync(stamp, `${digest}\n${fast ? 'fast' : 'full'}\n`);
}

function isBuilt() {
  if (!existsSync(stamp)) return false;
  const [from, how] = readFileSync(stamp, 'utf8').split('\n');
  return from === digest && (fast || how === 'full');
}

/** Of names and bytes of everything the build is made from. */
function digestOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    const target = path.join(home, place);
    const files = path.extname(place)
      ? [target]
      : readdirSync(target, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort();
    for (const file of files) hash.update(`${path.relative(home, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Three programs that share nothing, so that each is few files: what a user starts, the threads it starts, and the
 * public API. Names stay readable, for the sake of bug reports.
 */
async function bundle() {
  await bundleMerged();
  await bundleProgram('threads', {
    'node-files': 'src/system/node-files.ts',
    'probe-tasks': 'src/commands/probe-tasks.ts',
    'serve-tasks': 'src/system/serve-tasks.ts',
  });
  await bundleProgram('api', {
    index: 'src/index.ts',
    'prepare-forms': 'src/commands/prepare-forms.ts',
    'prepare-notices': 'src/notice/prepare-notices.ts',
  });
}

function bundleProgram(name, entryPoints, more = { banner: BANNER, legalComments: 'linked' }) {
  return build({
    ...OPTIONS,
    entryPoints,
    outdir: `dist/${name}`,
    chunkNames: '[name]-[hash]',
    splitting: true,
    // The same parser, of which only what is used goes in.
    alias: { yaml: path.join(home, 'node_modules/yaml/browser/dist/index.js') },
    plugins: [zodMiniApart, lateBuiltins, shortLibraries],
    ...more,
  });
}

/** Split as finely as can be, then put together by what is loaded together. */
async function bundleMerged() {
  const { metafile } = await bundleProgram('split', PROGRAM, { metafile: true, legalComments: 'inline' });
  const from = path.join(home, 'dist', 'split');
  const options = { ...OPTIONS, banner: BANNER, legalComments: 'linked' };
  await mergeChunks({ from, to: path.join(home, 'dist', 'program'), metafile, starts: STARTS, options });
  rmSync(from, { recursive: true });
}

/** The built-in notices, merged, and the blanks, read: once instead of at every start. */
async function prepareTemplates() {
  const { prepareNotices: prepare } = await import('../dist/api/prepare-notices.js');
  const { nodeFiles } = await import('../dist/threads/node-files.js');
  const world = { files: nodeFiles, templates: path.join(home, 'templates'), workingFolder: home };
  writeFileSync(path.join(home, 'dist', 'prepared-notices.json'), await prepare(world));
  const { prepareForms } = await import('../dist/api/prepare-forms.js');
  writeFileSync(path.join(home, 'dist', 'prepared-forms.json'), await prepareForms(world));
}

function writeDeclarations() {
  const tsc = path.join(home, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--project', '.config/tsconfig.types.json'], {
    cwd: home,
    stdio: 'inherit',
  });
}
