import { describe, expect, it } from 'vitest';
import { Intervals } from '../../../main/page/grid/intervals';
import { Selection } from '../../../main/page/grid/selection';
import { seeded } from './random';

describe('Intervals', () => {
  it('agree with a plain set', () => {
    const random = seeded(21);
    const total = 60;
    let plain = new Set<number>();
    let set = Intervals.NONE;
    for (let step = 0; step < 400; step++) {
      const start = Math.floor(random() * total);
      const end = Math.min(total, start + Math.floor(random() * 12));
      const what = random();
      if (what < 0.1) {
        set = set.invert(total);
        plain = new Set(Array.from({ length: total }, (_, i) => i).filter((i) => !plain.has(i)));
      } else {
        const on = what < 0.55;
        set = on ? set.add(start, end) : set.remove(start, end);
        for (let i = start; i < end; i++) {
          if (on) plain.add(i);
          else plain.delete(i);
        }
      }
      expect(set.count).toBe(plain.size);
      for (let i = 0; i < total; i++) {
        expect(set.has(i)).toBe(plain.has(i));
      }
      expect(set.countIn(start, end)).toBe([...plain].filter((i) => i >= start && i < end).length);
      const ranges = set.ranges;
      ranges.slice(1).forEach(([from], i) => expect(from).toBeGreaterThan(ranges[i]![0] + ranges[i]![1]));
    }
  });

  it('join with others', () => {
    expect(Intervals.of(0, 3).union(Intervals.of(2, 5)).union(Intervals.of(8, 9)).ranges).toEqual([
      [0, 5],
      [8, 1],
    ]);
  });
});

describe('Selection', () => {
  it('of all of a million but three is four ranges', () => {
    const selection = new Selection(1_000_000);
    selection.selectAll();
    expect(selection.isAll).toBe(true);
    for (const position of [10, 500_000, 999_998]) {
      selection.toggle(position);
    }
    expect(selection.count).toBe(999_997);
    expect(selection.isAll).toBe(false);
    expect(selection.ranges.length).toBe(4);
    selection.invert();
    expect(selection.ranges).toEqual([
      [10, 1],
      [500_000, 1],
      [999_998, 1],
    ]);
  });

  it('extends from the last photo, and again from there', () => {
    const selection = new Selection(100);
    selection.toggle(50);
    selection.toggle(20);
    selection.extendTo(25);
    expect(selection.ranges).toEqual([
      [20, 6],
      [50, 1],
    ]);
    selection.extendTo(18);
    expect(selection.ranges).toEqual([
      [18, 3],
      [50, 1],
    ]);
  });

  it('goes on with a range from its end, and begins another elsewhere', () => {
    const selection = new Selection(100);
    selection.toggle(5);
    selection.toggle(50);
    selection.extendFrom(5, 6);
    selection.extendFrom(6, 7);
    expect(selection.ranges).toEqual([
      [5, 3],
      [50, 1],
    ]);
    selection.extendFrom(7, 6);
    expect(selection.ranges).toEqual([
      [5, 2],
      [50, 1],
    ]);
    selection.clear();
    selection.extendFrom(6, 7);
    expect(selection.ranges).toEqual([[6, 2]]);
  });

  it('keeps what a range passed over', () => {
    const selection = new Selection(100);
    selection.toggle(30);
    selection.toggle(10);
    selection.extendTo(40);
    selection.extendTo(12);
    expect(selection.ranges).toEqual([
      [10, 3],
      [30, 1],
    ]);
  });

  it('says how much of a section is selected', () => {
    const selection = new Selection(100);
    selection.set(10, 5, true);
    expect(selection.extentIn(10, 5)).toBe('all');
    expect(selection.extentIn(8, 5)).toBe('some');
    expect(selection.extentIn(20, 5)).toBe('none');
  });

  it('calls its listeners at once and after each change, until they stop', () => {
    const selection = new Selection(10);
    const counts: number[] = [];
    const stop = selection.subscribe(({ count }) => counts.push(count));
    selection.toggle(3);
    selection.clear();
    stop();
    selection.selectAll();
    expect(counts).toEqual([0, 1, 0]);
  });

  it('keeps what is selected where photos are put in and taken out', () => {
    const selection = new Selection(10);
    selection.replace(Intervals.of(2, 5).union(Intervals.of(7, 9)));
    selection.insert(4, 3);
    expect(selection.total).toBe(13);
    expect(selection.ranges).toEqual([
      [2, 2],
      [7, 1],
      [10, 2],
    ]);
    selection.toggle(5);
    selection.cut(4, 3);
    expect(selection.total).toBe(10);
    expect(selection.ranges).toEqual([
      [2, 3],
      [7, 2],
    ]);
  });

  it('begins a range at the same photo where others are put in and taken out before it', () => {
    const selection = new Selection(20);
    selection.toggle(10);
    selection.insert(4, 3);
    selection.extendTo(15);
    expect(selection.ranges).toEqual([[13, 3]]);
    selection.cut(4, 3);
    selection.extendTo(9);
    expect(selection.ranges).toEqual([[9, 4]]);
  });

  it('begins a range at the stack where it began among its members', () => {
    const selection = new Selection(20);
    selection.insert(4, 3);
    selection.toggle(5);
    selection.cut(4, 3);
    selection.extendTo(6);
    expect(selection.ranges).toEqual([[3, 4]]);
  });
});
