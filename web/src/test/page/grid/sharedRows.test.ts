import { describe, expect, it } from 'vitest';
import { GridLayout } from '../../../main/page/grid/gridLayout';
import { moveFrom } from '../../../main/page/grid/focusMoves';
import { Runs } from '../../../main/page/grid/runs';
import { seeded, someRatios } from './random';

const spacing = { heading: 48, lessLikely: 40, sectionEnd: 16 };

function sectionsOf(counts: readonly number[]) {
  let start = 0;
  return counts.map((count, i) => ({ key: `s${i}`, label: `Section ${i}`, start: (start += count) - count, count }));
}

function laidOut(counts: readonly number[], width: number, likely: number | null = null) {
  const rowHeight = width < 400 ? 100 : 180;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ratios = someRatios(total, seeded(5));
  const runs = new Runs(sectionsOf(counts), total, likely);
  const grid = new GridLayout(runs, { width, rowHeight, gap: 4 }, spacing, 1.3);
  for (let run = 0; run < runs.length; run++) grid.lay(run, () => ratios.slice(runs.start(run), runs.end(run)));
  return { grid, runs, total };
}

const random = seeded(3);
const many = Array.from({ length: 400 }, () => 1 + Math.floor(random() * (random() < 0.1 ? 40 : 4)));

describe('Small sections', () => {
  it.each([360, 800, 1400, 2500])('share rows without touching each other, in a width of %i', (width) => {
    const { grid, runs } = laidOut(many, width);
    let beside = 0;
    let before = grid.sectionBox(0);
    runs.sections.forEach((section, index) => {
      const box = grid.sectionBox(index);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.left + box.width).toBeLessThanOrEqual(width);
      if (index > 0 && box.top === before.top) {
        beside++;
        expect(box.left).toBeGreaterThan(before.left + before.width);
      } else if (index > 0) {
        expect(box.top).toBeGreaterThanOrEqual(before.top + before.height);
        expect(box.left).toBe(0);
      }
      before = box;
      for (let position = section.start; position < section.start + section.count; position++) {
        const place = grid.place(position);
        expect(place.exact).toBe(true);
        expect(place.left).toBeGreaterThanOrEqual(box.left);
        expect(place.left + place.width).toBeLessThanOrEqual(box.left + box.width + 1);
        expect(place.y).toBeGreaterThanOrEqual(box.top + spacing.heading);
        expect(place.y + place.height).toBeLessThanOrEqual(box.top + box.height + 1);
        const row = grid.rowOf(position)!;
        expect(row.start).toBeGreaterThanOrEqual(section.start);
        expect(row.end).toBeLessThanOrEqual(section.start + section.count);
      }
    });
    expect(beside).toBeGreaterThan(25);
  });

  it('take fewer rows, whose heights are near the asked one', () => {
    const { grid } = laidOut(Array.from({ length: 100 }, () => 2), 1400);
    expect(grid.height).toBeLessThan((100 / 2) * (180 + spacing.heading));
    for (let position = 0; position < 200; position++) {
      expect(grid.place(position).height).toBeGreaterThanOrEqual(Math.floor(0.7 * 180));
      expect(grid.place(position).height).toBeLessThanOrEqual(1.4 * 180);
    }
  });

  it('begin anew where less likely matches begin, and stand alone beside large ones', () => {
    const { grid, runs } = laidOut([2, 2, 2, 300, 2], 1400, 4);
    expect(runs.isShared(0)).toBe(true);
    expect(runs.opensLessLikely(runs.firstOf(2))).toBe(true);
    expect(grid.sectionBox(1).top).toBe(grid.sectionBox(0).top);
    expect(grid.sectionBox(2).top).toBeGreaterThan(grid.sectionBox(1).top);
    expect(runs.isShared(runs.firstOf(4))).toBe(false);
    expect(runs.sectionAt(305)).toBe(3);
    expect(runs.sectionAt(306)).toBe(4);
  });

  it('are walked through line by line', () => {
    const { grid, total } = laidOut(Array.from({ length: 60 }, () => 2), 1400);
    const lines: number[] = [];
    let position = 0;
    for (;;) {
      lines.push(grid.place(position).y);
      const next = moveFrom(grid, position, 'down', 700, 800);
      if (next === position) break;
      position = next;
    }
    expect(lines).toEqual([...new Set(Array.from({ length: total }, (_, i) => grid.place(i).y))]);
    const back = [grid.place(position).y];
    for (let up = moveFrom(grid, position, 'up', 700, 800); up !== position; up = moveFrom(grid, position, 'up', 700, 800)) {
      position = up;
      back.push(grid.place(position).y);
    }
    expect(back).toEqual(lines.reverse());
  });

  it('are found by height, and all rows between two heights are', () => {
    const { grid, runs, total } = laidOut(many, 1400);
    for (let position = 0; position < total; position += 7) {
      expect(grid.positionAt(grid.place(position).y + 1)).toBe(grid.lineOf(position)!.start);
    }
    const rows = Array.from({ length: runs.length }, (_, run) => grid.rowsBetween(run, 0, grid.height)).flat();
    expect(rows.map((row) => row.start)).toEqual(rows.map((_, i) => (i === 0 ? 0 : rows[i - 1]!.end)));
    expect(rows.at(-1)!.end).toBe(total);
  });

  it('are about as high as was estimated', () => {
    const counts = Array.from({ length: 2000 }, (_, i) => 1 + (i % 5));
    const total = counts.reduce((sum, count) => sum + count, 0);
    const guess = new GridLayout(new Runs(sectionsOf(counts), total, null), { width: 1400, rowHeight: 180, gap: 4 }, spacing, 1.3).height;
    const { grid } = laidOut(counts, 1400);
    expect(Math.abs(guess / grid.height - 1)).toBeLessThan(0.3);
  });
});
