import { expect, it } from 'vitest';
import { boxOfClusters, bubbles, radiusOf, type Cluster } from '../../../main/page/map/bubbles';
import { held } from '../../../main/page/map/mercator';

const frame = { width: 900, height: 600 };
const camera = held({ x: 0.5, y: 0.5, scale: 900 }, frame);
const cluster = (lat: number, lon: number, count: number): Cluster => ({ lat, lon, count, id: `p${lat},${lon}`, box: '' });

it('joins what would overlap into the largest', () => {
  const all = bubbles([cluster(48, 11, 5), cluster(48.2, 11.1, 900), cluster(-30, 140, 2)], camera, frame);
  expect(all.map((bubble) => bubble.count)).toEqual([905, 2]);
  expect(all[0]?.clusters.map((one) => one.count)).toEqual([900, 5]);
});

it('parts them where the map is close enough', () => {
  const close = held({ x: 0.53, y: 0.347, scale: 400_000 }, frame);
  const there = [cluster(48, 11, 5), cluster(48.2, 11.1, 900)];
  expect(bubbles(there, close, frame).length).toBe(2);
});

it('keeps every photo that is on the map and no circle on another, however many there are', () => {
  let seed = 1;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const many = Array.from({ length: 2000 }, () => cluster(random() * 120 - 60, random() * 340 - 170, Math.ceil(random() * 1000)));
  const all = bubbles(many, camera, frame);
  const shown = many.filter((one) => all.some((bubble) => bubble.clusters.includes(one)));
  expect(all.reduce((sum, bubble) => sum + bubble.count, 0)).toBe(shown.reduce((sum, one) => sum + one.count, 0));
  expect(shown.length).toBeGreaterThan(1900);
  expect(all.length).toBeLessThan(400);
  for (const one of all) {
    for (const other of all) {
      if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.radius + other.radius - 6);
    }
  }
});

it('has larger circles for more photos, within bounds', () => {
  expect(radiusOf(1)).toBe(14);
  expect(radiusOf(100)).toBeGreaterThan(radiusOf(10));
  expect(radiusOf(1_000_000)).toBeLessThan(60);
});

it('holds all photos of its clusters, not their middles alone', () => {
  expect(boxOfClusters([{ ...cluster(45.7, 12, 4), box: [11.6, 43.1, 12.1, 46.5] }])).toEqual([11.6, 43.1, 12.1, 46.5]);
  expect(boxOfClusters([{ ...cluster(1, 2, 4), box: '1,0,3,2' }, cluster(5, 6, 1)])).toEqual([1, 0, 6, 5]);
  expect(boxOfClusters([])).toBeNull();
});
