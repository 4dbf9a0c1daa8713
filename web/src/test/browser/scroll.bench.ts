import { expect, test } from './support/gallery.ts';
import { quantile, spread, timeFrames, timeJumps, watchGrid, weigh, workMeter } from './support/scrolling.ts';

const JUMPS = 50;
const SECONDS = 20;

/** Prints what `./lumiere bench scroll` measures; the server has the index that ScrollArchive made. */
test('scrolls through all photos', { timeout: 600_000 }, async ({ gallery }) => {
  const page = await gallery.open('/', { viewport: { width: 1400, height: 900 } });
  await watchGrid(page);
  const before = await weigh(page);
  // Each of the pictures is asked for once before, as in a gallery that was looked at before.
  await timeJumps(page, spread(30));
  const jumps = await timeJumps(page, spread(JUMPS + 30).slice(30));
  const work = await workMeter(page);
  const { frames, blanks } = await timeFrames(page, 50, SECONDS);
  const busy = (await work()) / frames.length;
  const after = await weigh(page);

  const total = await page.getByRole('grid').getAttribute('aria-label');
  const ms = (value: number) => value.toFixed(1).padStart(8);
  const line = (name: string, values: readonly number[]) =>
    `${name.padEnd(46)}${ms(quantile(values, 0.5))}${ms(quantile(values, 0.95))}${ms(quantile(values, 0.99))}${ms(Math.max(...values))}`;
  console.log(
    [
      `${total}; ${navigatorOf()}`,
      `${'milliseconds'.padEnd(46)}  median     p95     p99     max`,
      line(`${JUMPS} jumps, until all pictures in view are there`, jumps),
      line(`${frames.length} frames of a scroll of ${SECONDS} s`, frames),
      `the page's own work for a frame: ${busy.toFixed(1)} ms; frames with a blank part in view: ${blanks}`,
      `scripts keep ${before.heapMegabytes.toFixed(1)} MB before, ${after.heapMegabytes.toFixed(1)} after; elements ${before.elements}, ${after.elements}`,
    ].join('\n'),
  );
  expect(jumps.length).toBe(JUMPS);
});

function navigatorOf(): string {
  return `Node.js ${process.version}, 1400 x 900 pixels`;
}
