// Bundles the program so that it starts fast: small libraries go in, heavy ones stay outside and are loaded when
// first needed. Also writes the type declarations of the public API.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const home = fileURLToPath(new URL('..', import.meta.url));
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });

await build({
  absWorkingDir: home,
  entryPoints: {
    index: 'src/index.ts',
    main: 'src/cli/main.ts',
    'node-system': 'src/system/node-system.ts',
    'node-files': 'src/system/node-files.ts',
    'probe-tasks': 'src/commands/probe-tasks.ts',
    'serve-tasks': 'src/system/serve-tasks.ts',
    'prepare-notices': 'src/notice/prepare-notices.ts',
  },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning',
  external: [
    'sharp',
    'pdfjs-dist',
    'fluent-ffmpeg',
    '@ffprobe-installer/ffprobe',
    '@ffmpeg-installer/ffmpeg',
  ],
  // Bundled CommonJS libraries ask for Node's own modules by `require`.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
});

// The built-in notices, merged once instead of at every start.
const { prepareNotices } = await import('../dist/prepare-notices.js');
const { nodeFiles } = await import('../dist/node-files.js');
const world = { files: nodeFiles, templates: `${home}templates`, workingFolder: home };
writeFileSync(`${home}dist/prepared-notices.json`, await prepareNotices(world));

// `--fast`: only what runs, for trying things out.
if (!process.argv.includes('--fast')) {
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [tsc, '--project', '.config/tsconfig.types.json'], { cwd: home, stdio: 'inherit' });
}
