import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rows } from '../../../main/page/api/types';
import { BLOCK } from '../../../main/page/grid/block';
import { GridData } from '../../../main/page/grid/gridData';
import { rowsAt } from './order';

const TOTAL = 1_000_000;

/** What was asked, to be answered when the test says so. */
interface Asked {
  readonly start: number;
  readonly signal: AbortSignal;
  readonly answer: (rows?: Rows) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

describe('GridData', () => {
  let asked: Asked[];
  let loaded: number[];
  let stale: number;
  let data: GridData;

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    loaded = [];
    stale = 0;
    data = make(TOTAL);
  });

  afterEach(() => {
    data.close();
    vi.useRealTimers();
  });

  const make = (total: number) =>
    new GridData(
      total,
      rowsAt(0, BLOCK, total),
      ({ start, count }, signal) =>
        new Promise((resolve, reject) => {
          const settled = () => vi.advanceTimersByTimeAsync(0).then(() => undefined);
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          asked.push({
            start,
            signal,
            answer: (rows = rowsAt(start, count, total)) => (resolve(rows), settled()),
            fail: (error) => (reject(error), settled()),
          });
        }),
      { loaded: (start) => loaded.push(start), stale: () => (stale += 1) },
    );

  it('has the first photos at once', () => {
    expect(data.photo(3)).toMatchObject({ id: 'p3', hash: 'h3', position: 3 });
    expect(data.photo(BLOCK)).toBeUndefined();
    expect(data.ratios(0, 5)).toEqual(Uint16Array.from([700, 800, 900, 1000, 1100]));
  });

  it('loads what is seen first, then what is beside it, three at once', async () => {
    data.want(600_100, 600_300);
    expect(asked.map(({ start }) => start)).toEqual([600_000, 599_500, 600_500]);
    await asked[0]!.answer();
    expect(loaded).toEqual([600_000]);
    expect(data.photo(600_123)?.id).toBe('p600123');
  });

  it('joins ratios across blocks once both are there', async () => {
    data.want(990, 1010);
    expect(data.ratios(990, 1010)).toBeUndefined();
    await asked.find(({ start }) => start === 500)!.answer();
    expect(data.ratios(990, 1010)).toBeUndefined();
    await asked.find(({ start }) => start === 1000)!.answer();
    expect([...data.ratios(990, 1010)!]).toEqual(rowsAt(990, 20, TOTAL).ratios);
  });

  it('aborts what scrolled away, and does not show it', async () => {
    data.want(600_100, 600_300);
    data.want(100_100, 100_300);
    expect(asked.slice(0, 3).every(({ signal }) => signal.aborted)).toBe(true);
    expect(asked.slice(3).map(({ start }) => start)).toEqual([100_000, 99_500, 100_500]);
    await vi.advanceTimersByTimeAsync(0);
    expect(loaded).toEqual([]);
  });

  it('keeps few blocks, however far one scrolls, and none that is seen is forgotten', async () => {
    for (let start = 0; start < 500_000; start += 2500) {
      data.want(start, start + BLOCK);
      for (const one of asked.splice(0)) await one.answer();
      expect(data.photo(start)).toBeDefined();
    }
    const kept = Array.from({ length: 1000 }, (_, i) => i * BLOCK).filter((at) => data.photo(at) !== undefined);
    expect(kept.length).toBeLessThanOrEqual(80);
  });

  it('asks again after a failure, later each time, and stops when it is closed', async () => {
    data.want(600_100, 600_300);
    for (const one of asked.splice(0)) await one.fail(new Error('no answer'));
    expect(asked.length).toBe(0);
    await vi.advanceTimersByTimeAsync(600);
    expect(asked.length).toBe(3);
    for (const one of asked.splice(0)) await one.fail(new Error('no answer'));
    await vi.advanceTimersByTimeAsync(600);
    expect(asked.length).toBe(0);
    data.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBe(0);
  });

  it('says once that the order is gone, and loads nothing more', async () => {
    data.want(600_100, 600_300);
    for (const one of asked.splice(0)) await one.fail(Object.assign(new Error('gone'), { status: 410 }));
    expect(stale).toBe(1);
    data.want(1000, 1100);
    expect(asked.length).toBe(0);
    expect(data.isClosed).toBe(true);
  });

  it('takes a block that ends too early for another order', async () => {
    data.want(600_100, 600_300);
    await asked[0]!.answer(rowsAt(600_000, 20, TOTAL));
    expect(stale).toBe(1);
    expect(data.photo(600_000)).toBeUndefined();
  });

  it('loads a single photo for those who go from one to the next', async () => {
    const photo = data.load(700_001, new AbortController().signal);
    await asked[0]!.answer();
    expect((await photo)?.id).toBe('p700001');
    expect(await data.load(TOTAL, new AbortController().signal)).toBeUndefined();
    expect(data.find('p700001')).toBe(700_001);
    expect(data.find('nobody')).toBe(-1);
  });

  it('does without rows that are not whole', () => {
    const odd = new GridData(TOTAL, rowsAt(0, 30, TOTAL), () => new Promise(() => {}), { loaded: () => {}, stale: () => {} });
    expect(odd.photo(0)).toBeUndefined();
  });
});
