import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium, startServer, type Server } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The gallery of the painted samples, for all tests that leave it as it is. */
    server: Pick<Server, 'address' | 'cookie'>;
    /** Where the one browser listens. */
    browser: string;
  }
}

/** Starts the server and the browser that all tests share, before the first of them. */
export default async function share(project: TestProject): Promise<() => Promise<void>> {
  // Chromium's own sandbox does not work for root, as whom containers run tests.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launchServer({ executablePath: findChromium(), args });
  const server = await startServer();
  project.provide('browser', browser.wsEndpoint());
  project.provide('server', { address: server.address, cookie: server.cookie });
  return async () => {
    await browser.close();
    await server.stop();
  };
}
