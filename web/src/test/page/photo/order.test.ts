import { describe, expect, it } from 'vitest';
import type { Rows } from '../../../main/page/api/types';
import { Order } from '../../../main/page/photo/order';

const TOTAL = 100;

function rows(start: number, count: number): Rows {
  const positions = Array.from({ length: Math.max(0, Math.min(count, TOTAL - start)) }, (_, index) => start + index);
  return {
    start,
    count: positions.length,
    ids: positions.map((position) => `photo-${position}`),
    ratios: positions.map(() => 1500),
    colors: positions.map(() => -1),
    taken: positions.map(() => null),
    flags: positions.map(() => 0),
    hashes: positions.map((position) => `hash-${position}`),
  };
}

describe('the order of a result', () => {
  it('has photos at their positions and none beyond its ends', async () => {
    const order = new Order(async (start, count) => rows(start, count));
    expect(await order.at(41)).toMatchObject({ id: 'photo-41', hash: 'hash-41', ratio: 1.5, position: 41 });
    expect(await order.at(-1)).toBeNull();
    expect(await order.at(TOTAL)).toBeNull();
  });

  it('asks once for photos side by side', async () => {
    const asked: number[] = [];
    const order = new Order(async (start, count) => {
      asked.push(start);
      return rows(start, count);
    });
    for (const position of [39, 38, 40, 41, 39]) await order.at(position);
    expect(asked).toEqual([0, 40]);
  });

  it('asks again where a request failed', async () => {
    let calls = 0;
    const order = new Order(async (start, count) => {
      calls += 1;
      if (calls === 1) throw new Error('the server is gone');
      return rows(start, count);
    });
    await expect(order.at(3)).rejects.toThrow('gone');
    expect((await order.at(3))?.id).toBe('photo-3');
  });
});
