import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What licences make whoever passes the page on keep: the texts of all packages that are in it, as a file beside it. */
export function licences(): Plugin {
  return {
    name: 'lumiere-licences',
    apply: 'build',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : file.originalFileNames));
      const packages = new Set(modules.flatMap((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []));
      const notice = readFileSync(resolve('../NOTICE'), 'utf8');
      for (const name of packages) if (!notice.includes(`  ${name} `)) this.error(`NOTICE does not name the package ${name}, which is in the page`);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: [...packages].sort().map(textOf).join('\n\n') });
    },
  };
}

function textOf(name: string): string {
  const folder = resolve('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as { version: string; license: string };
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file && existsSync(resolve(folder, file)) ? readFileSync(resolve(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}`;
}
