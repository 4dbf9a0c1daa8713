import { defineConfig } from 'vitest/config';

/** The tests in a real browser, against a real server: see src/test/browser/support/program.ts for what they need. */
export default defineConfig({
  test: {
    include: ['src/test/browser/**/*.test.ts'],
    globalSetup: 'src/test/browser/support/shared.ts',
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // One browser and one server for all; the machine that runs them all may have two cores.
    maxWorkers: 3,
    isolate: false,
  },
});
