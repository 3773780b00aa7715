import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// What takes minutes or hours: run by hand and by the nightly job, with other seeds each time.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [
      'test/long/**/*.{long,test}.ts',
      'test/bundle/{killed-build,name-sets}.test.ts',
      'test/cli/cut-files.test.ts',
      'test/probe/scan/find-seal.test.ts',
      'test/probe/picture/judge-picture.test.ts',
      'test/property/**/*.test.ts',
    ],
    env: { LONG: '1' },
    maxWorkers: 2,
    testTimeout: 60 * 60_000,
    hookTimeout: 120_000,
    setupFiles: ['test/put-away.ts'],
    server: { deps: { external: [/\/dist\//] } },
  },
});
