import { defineConfig } from 'vitest/config';

/** The tests in a real browser, against a real server: see src/test/browser/support/program.ts for what they need. */
export default defineConfig({
  test: {
    include: ['src/test/browser/**/*.test.ts'],
    globalSetup: 'src/test/browser/support/shared.ts',
    environment: 'node',
    // A loaded machine is no failure. Java's BrowserTest bounds the whole run.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 40_000 } },
    // One browser and one server for all; the machine that runs them all may have two cores.
    maxWorkers: 3,
    isolate: false,
  },
});
