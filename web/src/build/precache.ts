import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const PUBLIC = 'src/main/page/public';

/** Writes into the service worker which files make the page, and a version that changes with any of them. */
export function precache(): Plugin {
  return {
    name: 'lumiere-precache',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') throw new Error('the build made no sw.js');
        const built = Object.values(bundle).filter((file) => file !== worker);
        const copied = readdirSync(resolve(PUBLIC));
        const names = [...built.map((file) => file.fileName), ...copied].filter((name) => name !== 'index.html').sort();
        const hash = createHash('sha256').update(names.join());
        built.forEach((file) => hash.update(file.type === 'chunk' ? file.code : file.source));
        copied.forEach((name) => hash.update(readFileSync(resolve(PUBLIC, name))));
        worker.code = worker.code
          .replace(/["'`]__FILES__["'`]/, JSON.stringify(names.map((name) => `/${name}`)))
          .replace('__VERSION__', hash.digest('hex').slice(0, 12));
      },
    },
  };
}
