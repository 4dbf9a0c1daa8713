import type { Locator, Page } from 'playwright-core';

/** Measures and looks at the grid as a person sees it: by what is within the scrolled element. */

/** What is in view. */
export interface Seen {
  /** Photos, in the order of the document. */
  readonly positions: readonly number[];
  /** The id that each leads to. */
  readonly ids: readonly string[];
  /** Photos whose pictures are there. */
  readonly pictures: number;
  /** Whether a part is seen whose photos are not known yet. */
  readonly blank: boolean;
}

export interface Weight {
  readonly heapMegabytes: number;
  readonly elements: number;
}

export const timeline = (page: Page): Locator => page.getByRole('slider', { name: 'Timeline' });

/** Puts `lookAtGrid` into the page, and waits for the first photos. */
export async function watchGrid(page: Page): Promise<void> {
  await page.locator('.cell img.there').first().waitFor();
  await page.evaluate(() => {
    const look = () => {
      const view = document.querySelector('.photo-grid .scroller')!.getBoundingClientRect();
      const isSeen = (element: Element) => {
        const box = element.getBoundingClientRect();
        return box.height > 0 && box.bottom > view.top + 1 && box.top < view.bottom - 1;
      };
      const cells = [...document.querySelectorAll<HTMLElement>('.photo-grid .cell')].filter(isSeen);
      return {
        positions: cells.map((cell) => Number(cell.dataset['position'])),
        ids: cells.map((cell) => decodeURIComponent(/\/photo\/([^?]*)/.exec(cell.querySelector('a')?.href ?? '')?.[1] ?? '')),
        pictures: cells.filter((cell) => cell.querySelector('img.there')).length,
        blank: [...document.querySelectorAll('.photo-grid .blank')].some(isSeen),
      };
    };
    Object.assign(globalThis, { lookAtGrid: look });
  });
}

export function look(page: Page): Promise<Seen> {
  return page.evaluate(() => (globalThis as unknown as { lookAtGrid: () => Seen }).lookAtGrid());
}

/** Waits until all photos in view have their pictures. */
export async function waitForPictures(page: Page): Promise<Seen> {
  await page.waitForFunction(() => {
    const seen = (globalThis as unknown as { lookAtGrid: () => Seen }).lookAtGrid();
    return !seen.blank && seen.positions.length > 0 && seen.pictures === seen.positions.length;
  });
  return look(page);
}

/**
 * Presses on the timeline, at shares of its height. Returns for each the milliseconds from the press until all photos in
 * view had their pictures, measured in the page.
 */
export async function timeJumps(page: Page, shares: readonly number[], landed: (seen: Seen) => void = () => {}): Promise<number[]> {
  const times: number[] = [];
  await timeline(page).evaluate((track) => {
    track.addEventListener('pointerdown', () => {
      const pressed = performance.now();
      const page = globalThis as unknown as { lookAtGrid: () => Seen; jumped: number | null };
      const check = () => {
        const seen = page.lookAtGrid();
        if (!seen.blank && seen.positions.length > 0 && seen.pictures === seen.positions.length) page.jumped = performance.now() - pressed;
        else requestAnimationFrame(check);
      };
      page.jumped = null;
      requestAnimationFrame(check);
    });
  });
  const box = (await timeline(page).boundingBox())!;
  for (const share of shares) {
    await page.mouse.move(box.x + 20, box.y + share * (box.height - 1));
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForFunction(() => typeof (globalThis as unknown as { jumped: number | null }).jumped === 'number');
    times.push(await page.evaluate(() => (globalThis as unknown as { jumped: number }).jumped));
    landed(await look(page));
  }
  return times;
}

/** Scrolls by `step` pixels a frame. Returns the milliseconds between frames, and in how many a blank part was seen. */
export function timeFrames(page: Page, step: number, seconds: number, scrolled = '.photo-grid .scroller'): Promise<{ frames: number[]; blanks: number }> {
  return page.evaluate(
    ([step, seconds, scrolled]) =>
      new Promise((resolve) => {
        const scroller = document.querySelector(scrolled)!;
        const { lookAtGrid } = globalThis as unknown as { lookAtGrid: () => Seen };
        const frames: number[] = [];
        let blanks = 0;
        let last = performance.now();
        const end = last + seconds * 1000;
        const frame = (now: number) => {
          frames.push(now - last);
          last = now;
          if (document.querySelector('.photo-grid .blank') && lookAtGrid().blank) blanks += 1;
          scroller.scrollTop += step;
          if (now < end) requestAnimationFrame(frame);
          // The first frames wait for what was going on before.
          else resolve({ frames: frames.slice(3), blanks });
        };
        requestAnimationFrame(frame);
      }),
    [step, seconds, scrolled] as const,
  );
}

/** Scrolls down by half a view, once the photos there are known; returns what the next frame shows. */
export async function stepDown(page: Page): Promise<Seen> {
  await page.waitForFunction(() => {
    const view = document.querySelector('.photo-grid .scroller')!.getBoundingClientRect();
    const below = [...document.querySelectorAll('.photo-grid .cell a[href]')].some((cell) => cell.getBoundingClientRect().bottom > view.bottom + view.height / 2);
    return below && document.querySelector('.photo-grid .blank') === null;
  });
  return page.evaluate(
    () =>
      new Promise<Seen>((resolve) => {
        const scroller = document.querySelector('.photo-grid .scroller')!;
        scroller.scrollTop += scroller.clientHeight / 2;
        const { lookAtGrid } = globalThis as unknown as { lookAtGrid: () => Seen };
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(lookAtGrid())));
      }),
  );
}

/** How much the page's scripts keep, after a collection of garbage, and how many elements there are. */
export async function weigh(page: Page): Promise<Weight> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return { heapMegabytes: usedSize / 1e6, elements: await page.evaluate(() => document.querySelectorAll('*').length) };
}

/** Milliseconds that the page's main thread works for a frame, of all frames since the first call. */
export async function workMeter(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  const before = await taken();
  return async () => (await taken()) - before;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Shares of a height that look random and are always the same: multiples of the golden ratio. */
export function spread(count: number): number[] {
  return Array.from({ length: count }, (_, i) => ((i + 1) * 0.6180339887) % 1);
}
