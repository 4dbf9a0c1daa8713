import { defineConfig, mergeConfig } from 'vitest/config';
import browser from './browser.config.ts';

/** What `./lumiere bench scroll` runs: the browser tests' server and browser, and one measurement. */
const config = mergeConfig(browser, defineConfig({ test: { maxWorkers: 1, reporters: ['default'] } }));
config.test!.include = ['src/test/browser/scroll.bench.ts'];
export default config;
