// Bundles the program so that it starts fast: small libraries go in, heavy ones stay outside and are loaded when
// first needed. Also prepares the built-in notices and writes the type declarations of the public API.
// `--fast` leaves the declarations out. What is built already, of the same sources, is not built again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
  await bundleProgram('program', { main: 'src/cli/main.ts', 'node-system': 'src/system/node-system.ts' });
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

async function bundleProgram(name, entryPoints) {
  await build({
    absWorkingDir: home,
    entryPoints,
    outdir: `dist/${name}`,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'linked',
    logLevel: 'warning',
    external: EXTERNAL,
    // The same parser, of which only what is used goes in.
    alias: { yaml: path.join(home, 'node_modules/yaml/browser/dist/index.js') },
    plugins: [zodMiniApart],
    // Bundled CommonJS libraries ask for Node's own modules by `require`.
    banner: {
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
    },
  });
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
