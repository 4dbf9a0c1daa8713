import { describe, expect, it } from 'vitest';
import type { Section } from '../../../main/page/api/types';
import { Block } from '../../../main/page/grid/block';
import { findDate } from '../../../main/page/grid/findDate';
import { GridData } from '../../../main/page/grid/gridData';
import { OpenStacks } from '../../../main/page/grid/openStacks';
import { rowsAt } from './order';

const TOTAL = 5000;
const signal = new AbortController().signal;

/** An order of one photo a day, newest first or oldest first; the last ten have no date. */
function order(newestFirst: boolean): { data: GridData; loads: () => number } {
  let loads = 0;
  const rows = (start: number, count: number) => {
    const plain = rowsAt(start, count, TOTAL);
    const dated = TOTAL - 10;
    const taken = plain.taken.map((_, i) => {
      const at = start + i;
      return at >= dated ? null : rowsAt(newestFirst ? at : dated - 1 - at, 1, TOTAL).taken[0]!;
    });
    return { ...plain, taken };
  };
  const source = async ({ start, count }: { start: number; count: number }) => {
    loads += 1;
    return rows(start, count);
  };
  return { data: new GridData(TOTAL, rows(0, 500), source, { loaded: () => {}, stale: () => {} }), loads: () => loads };
}

const dayOf = (position: number) => new Date(Date.UTC(2024, 11, 31) - position * 86_400_000).toISOString().slice(0, 10);
const one: Section[] = [{ key: '', label: '', start: 0, count: TOTAL }];

describe('findDate', () => {
  for (const newestFirst of [true, false]) {
    it(`finds each day where the ${newestFirst ? 'newest' : 'oldest'} come first`, async () => {
      const { data } = order(newestFirst);
      for (const age of [0, 1, 499, 500, 501, 2345, TOTAL - 11]) {
        const position = newestFirst ? age : TOTAL - 11 - age;
        expect(await findDate(data, one, dayOf(age), newestFirst, signal)).toBe(position);
      }
    });
  }

  it('is not misled by the members of an open stack, which may be of any time', async () => {
    const { data } = order(true);
    data.open(OpenStacks.NONE.with({ at: 2500, members: new Block(rowsAt(1, 300, TOTAL)) }));
    for (const place of [0, 1000, 2499, 2500, 2501, 4000]) {
      expect(await findDate(data, one, dayOf(place), true, signal)).toBe(data.stacks.position(place));
    }
  });

  it('goes to the nearest where a day has none', async () => {
    const { data } = order(true);
    expect(await findDate(data, one, '2030-01-01', true, signal)).toBe(0);
    // Photos without a date come last, and are not from before all others.
    expect(await findDate(data, one, '1900-01-01', true, signal)).toBe(TOTAL - 10);
  });

  it('looks only into the month of the day, where there are months', async () => {
    const sections: Section[] = [];
    for (let position = 0; position < TOTAL - 10; position++) {
      const key = dayOf(position).slice(0, 7);
      const last = sections.at(-1);
      if (last?.key === key) sections[sections.length - 1] = { ...last, count: last.count + 1 };
      else sections.push({ key, label: key, start: position, count: 1 });
    }
    sections.push({ key: '', label: 'Without a date', start: TOTAL - 10, count: 10 });
    const { data, loads } = order(true);
    expect(await findDate(data, sections, dayOf(3210), true, signal)).toBe(3210);
    expect(loads()).toBeLessThanOrEqual(2);
  });
});
