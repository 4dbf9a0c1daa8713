import type { Rows } from '../../../main/page/api/types';

const DAY = 86_400_000;

/** Rows of an invented order: photo i is `p<i>`, one a day back from 2024-12-31. */
export function rowsAt(start: number, count: number, total: number): Rows {
  const positions = Array.from({ length: Math.max(0, Math.min(count, total - start)) }, (_, i) => start + i);
  return {
    start,
    count: positions.length,
    ids: positions.map((i) => `p${i}`),
    ratios: positions.map((i) => 700 + (i % 9) * 100),
    colors: positions.map((i) => i),
    taken: positions.map((i) => Date.UTC(2024, 11, 31, 12) - i * DAY),
    flags: positions.map(() => 0),
    hashes: positions.map((i) => `h${i}`),
  };
}
