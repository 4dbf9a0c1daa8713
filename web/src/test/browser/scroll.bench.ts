import type { Page } from 'playwright-core';
import { browserTime, showPlainPage, tilesOf, timeLoads } from './support/control.ts';
import { expect, test } from './support/gallery.ts';
import { quantile, spread, timeFrames, timeJumps, waitForPictures, watchGrid, weigh, workMeter } from './support/scrolling.ts';

const JUMPS = 50;
const SECONDS = Number(process.env['LUMIERE_SCROLL_SECONDS'] ?? 20);
const STEP = 50;

interface Scrolled {
  readonly frames: number[];
  readonly blanks: number;
  /** Milliseconds of the page's main thread, and of the whole browser, for a frame. */
  readonly work: number;
  readonly cpu: number;
}

async function scroll(page: Page, scrolled?: string): Promise<Scrolled> {
  const meter = await workMeter(page);
  const before = await browserTime(page);
  const { frames, blanks } = await timeFrames(page, STEP, SECONDS, scrolled);
  const cpu = (1000 * ((await browserTime(page)) - before)) / frames.length;
  return { frames, blanks, work: (await meter()) / frames.length, cpu };
}

/**
 * Prints what `./lumiere bench scroll` measures, beside what the same browser on the same machine does with a plain page
 * of the same pictures; the server has the index that ScrollArchive made.
 */
test('scrolls through all photos', { timeout: 900_000 }, async ({ gallery }) => {
  const page = await gallery.open('/', { viewport: { width: 1400, height: 900 } });
  await watchGrid(page);
  const before = await weigh(page);
  // Each of the pictures is asked for once before, as in a gallery that was looked at before.
  await timeJumps(page, spread(30));
  const jumps = await timeJumps(page, spread(JUMPS + 30).slice(30));
  const seen = await waitForPictures(page);
  const tiles = await tilesOf(page);
  const ours = await scroll(page);
  const after = await weigh(page);
  const name = (await page.getByRole('grid').getAttribute('aria-label'))!;
  const total = Number(/([\d,]+) photos/.exec(name)![1]!.replaceAll(',', ''));
  const loads = await timeLoads(page, spread(JUMPS + 80).slice(80), total, seen.positions.length);
  await showPlainPage(page, tiles, STEP * 61 * SECONDS);
  const plain = await scroll(page, '#plain');

  const ms = (value: number) => value.toFixed(1).padStart(8);
  const line = (what: string, values: readonly number[]) =>
    `${what.padEnd(52)}${ms(quantile(values, 0.5))}${ms(quantile(values, 0.95))}${ms(quantile(values, 0.99))}${ms(Math.max(...values))}`;
  const ratio = (one: readonly number[], other: readonly number[], share: number) => (quantile(one, share) / quantile(other, share)).toFixed(2);
  console.log(
    [
      `${name}; Node.js ${process.version}, 1400 x 900 pixels, ${seen.positions.length} pictures in view`,
      `${'milliseconds'.padEnd(52)}  median     p95     p99     max`,
      line(`${JUMPS} jumps, until all pictures in view are there`, jumps),
      line('  as many rows and pictures asked for, nothing shown', loads),
      line(`${ours.frames.length} frames of a scroll of ${SECONDS} s`, ours.frames),
      line(`  ${plain.frames.length} frames of a plain page of these pictures`, plain.frames),
      `grid to plain: jumps ${ratio(jumps, loads, 0.5)} at the median, ${ratio(jumps, loads, 0.95)} at p95; frames ${ratio(ours.frames, plain.frames, 0.5)}, ${ratio(ours.frames, plain.frames, 0.95)}`,
      `processor time for a frame: main thread ${ours.work.toFixed(1)} ms, plain ${plain.work.toFixed(1)}; whole browser ${ours.cpu.toFixed(1)}, plain ${plain.cpu.toFixed(1)}`,
      `frames with a blank part in view: ${ours.blanks}; scripts keep ${before.heapMegabytes.toFixed(1)} MB before, ${after.heapMegabytes.toFixed(1)} after; elements ${before.elements}, ${after.elements}`,
    ].join('\n'),
  );
  expect(jumps.length).toBe(JUMPS);
});
