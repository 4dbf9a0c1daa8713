import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type OutputFile = Rolldown.OutputChunk | Rolldown.OutputAsset;

/** What the page may weigh as it is sent, without the map, which loads when it is opened. */
const LIMIT_KB = 150;

/** Prints what the built page weighs, and fails the build where it is too much. */
export function sizeLimit(): Plugin {
  return {
    name: 'lumiere-size-limit',
    apply: 'build',
    writeBundle(options, bundle) {
      const kilobytes = (files: readonly OutputFile[]) =>
        files.reduce((sum, file) => sum + gzipSync(readFileSync(join(options.dir!, file.fileName)), { level: 9 }).length, 0) / 1000;
      const files = Object.values(bundle);
      const map = files.filter(isMap);
      const page = kilobytes(files.filter((file) => !map.includes(file)));
      console.log(`page: ${page.toFixed(1)} kB gzip of at most ${LIMIT_KB}; the map ${kilobytes(map).toFixed(1)} kB more`);
      if (page > LIMIT_KB) {
        this.error(`the page weighs ${page.toFixed(1)} kB gzip and may weigh ${LIMIT_KB}: load what few visits need with import(), or do without`);
      }
    },
  };
}

/** The outlines of countries and what draws them. */
function isMap(file: OutputFile): boolean {
  if (file.type === 'asset') return file.originalFileNames.some((name) => name.includes('node_modules/world-atlas/'));
  // What the page loads at once is of the page, whatever is in it.
  return !file.isEntry && file.moduleIds.some((id) => /node_modules\/(d3-geo|topojson-client)\//.test(id));
}
