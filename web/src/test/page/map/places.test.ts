import { afterEach, expect, it, vi } from 'vitest';
import { Places } from '../../../main/page/map/places.svelte';
import { EVERYTHING } from '../../../main/page/params';

afterEach(() => vi.unstubAllGlobals());

/** The box that places are asked for in; null where all are. */
async function askedBox(camera: { x: number; y: number; scale: number }, width: number): Promise<number[] | null> {
  let box: string | null = null;
  vi.stubGlobal('fetch', async (url: string) => {
    box = new URL(url, 'http://localhost').searchParams.get('box');
    return Response.json({ total: 0, clusters: [] });
  });
  await new Places().ask(EVERYTHING, camera, { width, height: 900 });
  return box === null ? null : String(box).split(',').map(Number);
}

it('asks for a half more on each side than is seen', async () => {
  const [west, , east] = (await askedBox({ x: 0.5, y: 0.5, scale: 8192 }, 1000))!;
  expect(west).toBeLessThanOrEqual(-43);
  expect(west).toBeGreaterThan(-60);
  expect(east).toBeGreaterThanOrEqual(43);
  expect(east).toBeLessThan(60);
});

it.each([1000, 1440, 1920, 2560, 3840])('asks for nothing less than is seen on a map of %i pixels', async (width) => {
  for (let scale = Math.max(2900, width / 2); scale < 12_000; scale += 97) {
    const [west, , east] = (await askedBox({ x: 0.5, y: 0.5, scale }, width))!;
    const half = Math.min(180, (width / scale) * 180);
    // The box does not cross the date line, for what is seen does not, unless it is all around.
    expect(west, `at ${scale}`).toBeLessThanOrEqual(-half + 1e-4);
    expect(east, `at ${scale}`).toBeGreaterThanOrEqual(half - 1e-4);
  }
});
