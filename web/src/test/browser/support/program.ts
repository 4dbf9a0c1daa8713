import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The program under test, as environment variables say (the Java class BrowserTest sets them):
 *
 * LUMIERE_COMMAND      how to start it: a JSON array, ["../lumiere"] if not set
 * LUMIERE_INDEX        the index that most tests open: of the painted samples
 * LUMIERE_LARGE_INDEX  one of 20,000 photos, for the tests that scroll
 * LUMIERE_PHOTOS       a small folder of photos, for the tests that index it
 * LUMIERE_CHROMIUM     the browser; looked for where it usually is if not set
 */
const COMMAND = JSON.parse(process.env['LUMIERE_COMMAND'] ?? '["../lumiere"]') as string[];
const START_LIMIT = 120_000;

/** A running gallery, and what lets a browser in. */
export interface Server {
  /** http://127.0.0.1:PORT */
  readonly address: string;
  readonly cookie: { readonly name: string; readonly value: string };
}

/** A gallery that a test has of its own, and may stop. */
export interface OwnServer extends Server {
  stop(): Promise<void>;
}

/** Starts `lumiere serve` on a port, 0 for a free one, in an environment with these changes, with more options. */
export async function startServer(environment: Readonly<Record<string, string>> = {}, port = 0, options: readonly string[] = []): Promise<OwnServer> {
  const [program, ...args] = [...COMMAND, 'serve', '--port', String(port), ...options];
  const child = spawn(program!, args, { env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
  try {
    const opened = new URL(await findAddress(child));
    return { address: opened.origin, cookie: await exchangeToken(opened), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

export function findChromium(): string {
  const places = [process.env['LUMIERE_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (!found) throw new Error('These tests need Chromium (Debian: apt-get install chromium), or LUMIERE_CHROMIUM set to its path.');
  return found;
}

/** The address with the token that the program prints. */
function findAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`serve printed no address:\n${printed}`)), START_LIMIT);
    const read = (data: Buffer) => {
      printed += data.toString();
      const address = /https?:\/\/\S+\?token=[\w-]+/.exec(printed)?.[0];
      if (address) {
        clearTimeout(timer);
        resolve(address);
      }
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.on('error', reject);
    child.on('exit', (status) => reject(new Error(`serve ended with status ${status}:\n${printed}`)));
  });
}

async function exchangeToken(address: URL): Promise<Server['cookie']> {
  const answer = await fetch(address, { redirect: 'manual' });
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '') ?? [];
  if (!name || value === undefined) throw new Error(`the token gave no cookie, but ${answer.status}: ${await answer.text()}`);
  return { name, value };
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill('SIGKILL'), 8_000);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
