import { expect, it } from 'vitest';
import { Sums } from '../../../main/page/grid/sums';
import { seeded } from './random';

it('agrees with plain sums while numbers change', () => {
  const random = seeded(3);
  for (const length of [1, 2, 3, 7, 8, 9, 100]) {
    const plain = Array.from({ length }, () => Math.floor(random() * 50));
    const sums = new Sums(plain);
    for (let step = 0; step < 60; step++) {
      const at = Math.floor(random() * length);
      plain[at] = Math.floor(random() * 50);
      sums.set(at, plain[at]!);
      const index = Math.floor(random() * (length + 1));
      expect(sums.before(index)).toBe(plain.slice(0, index).reduce((a, b) => a + b, 0));
      expect(sums.total).toBe(plain.reduce((a, b) => a + b, 0));
      const point = Math.floor(random() * sums.total);
      if (point < sums.total) {
        const found = sums.find(point);
        expect(sums.before(found)).toBeLessThanOrEqual(point);
        expect(sums.before(found) + sums.at(found)).toBeGreaterThan(point);
      }
    }
  }
});

it('finds the first or the last for points outside', () => {
  const sums = new Sums([10, 20, 30]);
  expect(sums.find(-5)).toBe(0);
  expect(sums.find(60)).toBe(2);
  expect(sums.find(1e9)).toBe(2);
  expect(new Sums([]).find(3)).toBe(0);
});
