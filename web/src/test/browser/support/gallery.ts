import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import type { Server } from './program.ts';

export { expect };

export interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly lang?: 'en' | 'zh';
  /** A finger in place of a mouse. */
  readonly touch?: boolean;
  /** Another server than the one that all tests share. */
  readonly server?: Pick<Server, 'address' | 'cookie'>;
  /** Without the cookie: as a browser that the server does not know. */
  readonly stranger?: boolean;
  /** What the browser's console may complain of in this test. */
  readonly expected?: RegExp;
}

/** LUMIERE_LATE: how many milliseconds the server's answers are late by at most, to find tests that depend on time. */
const LATE = Number(process.env['LUMIERE_LATE'] ?? 0);
/** How long something in the page is waited for: a loaded machine is no failure. */
const PATIENCE = 40_000;

export const PHONE = { viewport: { width: 390, height: 844 }, touch: true } as const;

/** Opens the gallery in tabs; a test fails by what they complain of, or if they ask another host. */
export class Gallery {
  readonly #contexts: BrowserContext[] = [];
  readonly #complaints: string[] = [];

  /** A new tab, in a browser profile of its own, once the view is there. */
  async open(path = '/', options: OpenOptions = {}): Promise<Page> {
    const server = options.server ?? inject('server');
    const context = await (await sharedBrowser()).newContext({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      colorScheme: options.dark ? 'dark' : 'light',
      locale: options.lang === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Europe/Berlin',
      hasTouch: options.touch ?? false,
      isMobile: options.touch ?? false,
      // Photos and answers of one test must not reach the next.
      serviceWorkers: 'allow',
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    if (!options.stranger) await context.addCookies([{ ...server.cookie, url: server.address }]);
    const page = await context.newPage();
    if (LATE > 0) await answerLate(page);
    this.#watch(page, server.address, options.expected);
    await page.goto(server.address + path);
    if (options.stranger) await page.locator('main').waitFor();
    else await viewShown(page);
    return page;
  }

  /** Another address in a tab that is open, as if it were typed, once the view is there. */
  async visit(page: Page, path: string): Promise<void> {
    await page.goto(new URL(path, page.url()).href);
    await viewShown(page);
  }

  /** No rule of axe is broken in what is shown now. */
  async expectAccessible(page: Page): Promise<void> {
    await atRest(page);
    // In the page itself: else each look opens a page more, to join what frames of other hosts say, and there are none.
    // What passes is not described: that takes as long as to look.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    const found = violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} (${node.failureSummary ?? ''})`));
    expect(found).toEqual([]);
  }

  /** Closes all tabs: before their server stops, which they would complain of. */
  async leave(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.leave();
    expect(this.#complaints).toEqual([]);
  }

  #watch(page: Page, address: string, expected?: RegExp): void {
    const complain = (text: string) => {
      if (!expected?.test(text)) this.#complaints.push(text);
    };
    page.on('pageerror', (error) => complain(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(`${message.text()} ${message.location().url}`);
    });
    page.context().on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !/^(blob|data):/.test(url)) complain(`asks another host: ${url}`);
    });
  }
}

/** A test with a gallery, which is closed and asked for complaints at its end. */
export const test = base.extend<{ gallery: Gallery }>({
  gallery: async ({}, use) => {
    const gallery = new Gallery();
    await use(gallery);
    await gallery.close();
  },
});

/** Waits for the view and the box, which come once the server has said who it is: keys pressed before reach nothing. */
function viewShown(page: Page): Promise<void> {
  return page.locator('main > *').first().waitFor({ state: 'attached' });
}

/** Waits for what moves or fades in: half faded, a text has too little contrast. A spinner never ends. */
function atRest(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

/** Each request of the API leaves up to LATE milliseconds later, so that answers come in any order. */
async function answerLate(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LATE));
    await route.fallback().catch(() => {}); // The page may be closed by now.
  });
}

let connected: Promise<Browser> | undefined;

function sharedBrowser(): Promise<Browser> {
  connected ??= chromium.connect(inject('browser'));
  return connected;
}
