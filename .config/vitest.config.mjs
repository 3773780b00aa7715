import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that replace a module need it fresh; all others share what is loaded, which saves loading it for each file. */
const REPLACING = ['test/platform/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // The tests start many programs and wait for them: two files side by side keep two cores busy.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['test/put-away.ts'],
    // The program as it was built, as it is.
    server: { deps: { external: [/\/dist\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: ['test/long/**', ...REPLACING],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'replacing', include: REPLACING } },
    ],
  },
});
