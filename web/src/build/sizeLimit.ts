import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type OutputFile = Rolldown.OutputChunk | Rolldown.OutputAsset;

/** What the page may weigh as it is sent, in both languages, without what loads when it is needed: the map, and translations of rare messages. */
const LIMIT_KB = 150;

/** Prints what the built page weighs, and fails the build where it is too much. */
export function sizeLimit(): Plugin {
  return {
    name: 'lumiere-size-limit',
    apply: 'build',
    writeBundle(options, bundle) {
      const kilobytes = (files: readonly OutputFile[]) =>
        files.reduce((sum, file) => sum + gzipSync(readFileSync(join(options.dir!, file.fileName)), { level: 9 }).length, 0) / 1000;
      // Icons are for installing the page, licences for reading.
      const files = Object.values(bundle).filter((file) => !/\.(png|txt)$/.test(file.fileName));
      const map = mapFiles(files);
      const rare = files.filter((file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith('/said/rare.ts')));
      const page = kilobytes(files.filter((file) => !map.includes(file) && !rare.includes(file)));
      console.log(`page: ${page.toFixed(1)} kB gzip of at most ${LIMIT_KB}; the map ${kilobytes(map).toFixed(1)} kB and rare messages ${kilobytes(rare).toFixed(1)} kB more`);
      if (page > LIMIT_KB) {
        this.error(`the page weighs ${page.toFixed(1)} kB gzip and may weigh ${LIMIT_KB}: load what few visits need with import(), or do without`);
      }
    },
  };
}

/** What draws the map, which is loaded when it is opened, and the outlines of countries. */
function mapFiles(files: readonly OutputFile[]): OutputFile[] {
  const chunks = files.filter((file) => file.type === 'chunk' && !file.isEntry && file.moduleIds.some((id) => /\/node_modules\/d3-geo\/|Map\.svelte$/.test(id)));
  const styles = new Set(chunks.flatMap((file) => (file.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : [])));
  return files.filter((file) => chunks.includes(file) || styles.has(file.fileName) || /\/countries-[^/]*\.json$/.test(file.fileName));
}
