import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll } from 'vitest';
import { expect, test } from './support/gallery.ts';
import { startServer, type OwnServer } from './support/program.ts';

const EVIL = '<img src=x onerror=alert(1)>';
const COMMAND = JSON.parse(process.env['LUMIERE_COMMAND'] ?? '["../lumiere"]') as string[];

let home: string;
let server: OwnServer;

/** An archive of one photo whose name, folder, keyword and title are markup. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lumiere-hostile-'));
  const folder = join(home, 'photos', '"><script>alert(2)<');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${EVIL}.png`), png());
  writeFileSync(join(folder, `${EVIL}.png.xmp`), sidecar());
  const environment = { ...process.env, LUMIERE_INDEX: join(home, 'index') };
  const [program, ...args] = COMMAND;
  const { status, stderr } = spawnSync(program!, [...args, 'index', join(home, 'photos')], { env: environment, timeout: 120_000 });
  expect(status, String(stderr)).toBe(0);
  server = await startServer({ LUMIERE_INDEX: environment.LUMIERE_INDEX });
});

afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

test('names and keywords that are markup are shown as text', async ({ gallery }) => {
  const page = await gallery.open('/', { server });
  page.on('dialog', (dialog) => void dialog.dismiss());
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  const keyword = page.getByRole('checkbox', { name: EVIL });
  await keyword.check();
  await page.getByRole('button', { name: `Remove ${EVIL}` }).waitFor();
  await page.getByRole('main').getByRole('link').first().waitFor();
  expect(await page.locator('img[src=x]').count()).toBe(0);
  expect(await page.locator('main script, aside script').count()).toBe(0);
  expect(dialogs).toEqual([]);
});

function sidecar(): string {
  const text = EVIL.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:subject><rdf:Bag><rdf:li>${text}</rdf:li></rdf:Bag></dc:subject>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:title>
    </rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** A red picture of 64 by 64 pixels. */
function png(): Buffer {
  const size = 64;
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(size * 3, Buffer.from([220, 40, 30]))]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
