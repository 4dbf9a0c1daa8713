import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { icons } from './src/build/icons.ts';
import { licences } from './src/build/licences.ts';
import { precache } from './src/build/precache.ts';
import { sizeLimit } from './src/build/sizeLimit.ts';

// For `npm run dev`: the server that answers /api, and a token of it.
const server = process.env['LUMIERE_SERVER'] ?? 'http://127.0.0.1:7160';
const token = process.env['LUMIERE_TOKEN'];

export default defineConfig({
  root: 'src/main/page',
  cacheDir: '../../../target/vite',
  plugins: [svelte({ configFile: false }), icons(), licences(), precache(), sizeLimit()],
  build: {
    // A folder without classes, for it is emptied.
    outDir: '../../../target/classes/io/lumiere/web/page/site',
    emptyOutDir: true,
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // The security policy allows no data: scripts or fonts, and small files cost nothing on loopback.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { page: 'src/main/page/index.html', sw: 'src/main/page/worker/service-worker.ts' },
      // A worker is found by its address, so that one has no hash.
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': {
        target: server,
        changeOrigin: true,
        // The server checks where a request comes from; here that is this proxy.
        headers: { origin: server, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      },
    },
  },
  // Runes in .svelte.ts modules react only in the build for browsers.
  ...(process.env['VITEST'] ? { resolve: { conditions: ['browser'] } } : {}),
  test: {
    root: '.',
    include: ['src/test/page/**/*.test.ts'],
    environment: 'node',
    cache: false,
    // All files in one process, in the same order each time: a process for each was two thirds of the processor time.
    isolate: false,
    maxWorkers: 1,
    // A loaded machine is no failure. Java's PageCodeTest bounds the whole run.
    testTimeout: 240_000,
  },
});
