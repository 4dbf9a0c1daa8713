import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gallery } from './gallery.ts';
import { startServer, type Server } from './program.ts';

/** A gallery of a copy of the samples' index, for tests that change what is kept beside it. */
export async function withOwnIndex(gallery: Gallery, use: (server: Server) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lumiere-lists-'));
  try {
    const index = join(folder, 'index');
    const samples = process.env['LUMIERE_INDEX'];
    if (!samples) throw new Error('LUMIERE_INDEX must be the index of the painted samples');
    cpSync(samples, index, { recursive: true });
    const server = await startServer({ LUMIERE_INDEX: index, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder });
    try {
      await use(server);
    } finally {
      await gallery.leave();
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
