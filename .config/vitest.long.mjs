import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The hard time: hours, not minutes. `LONG` makes tests that also run in short throw more.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [
      'test/long/**/*.{long,test}.ts',
      'test/property/fuzz.test.ts',
      'test/bundle/killed-build.test.ts',
    ],
    env: { LONG: '1' },
    maxWorkers: 2,
    testTimeout: 60 * 60_000,
    hookTimeout: 10 * 60_000,
  },
});
