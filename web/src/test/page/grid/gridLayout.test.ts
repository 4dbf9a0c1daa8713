import { describe, expect, it } from 'vitest';
import { GridLayout } from '../../../main/page/grid/gridLayout';
import type { Section } from '../../../main/page/api/types';
import { Runs } from '../../../main/page/grid/runs';
import { seeded, someRatios } from './random';

const spacing = { heading: 48, lessLikely: 40, sectionEnd: 16 };
const measure = { width: 1200, rowHeight: 200, gap: 4 };

function months(counts: number[]): Section[] {
  let start = 0;
  return counts.map((count, i) => {
    const section = { key: `2020-${i}`, label: `Month ${i}`, start, count };
    start += count;
    return section;
  });
}

describe('Runs', () => {
  it('cover each position once, and begin where sections and less likely matches begin', () => {
    const sections = months([3, 1000, 1, 600]);
    const runs = new Runs(sections, 1604, 700);
    for (let position = 0; position < 1604; position++) {
      const run = runs.find(position);
      expect(runs.start(run)).toBeLessThanOrEqual(position);
      expect(runs.end(run)).toBeGreaterThan(position);
      const section = sections[runs.sectionAt(position)]!;
      expect(position).toBeGreaterThanOrEqual(section.start);
      expect(position).toBeLessThan(section.start + section.count);
    }
    const less = runs.find(700);
    expect(runs.start(less)).toBe(700);
    expect(runs.opensLessLikely(less)).toBe(true);
    expect(runs.closes(less - 1)).toBe(true);
    expect(runs.opens(less)).toBe(false);
    expect(runs.opens(runs.firstOf(2))).toBe(true);
  });

  it('have no line where nothing or all is likely', () => {
    const sections = months([500]);
    for (const likely of [null, 0, 500]) {
      const runs = new Runs(sections, 500, likely);
      expect(Array.from({ length: runs.length }, (_, run) => runs.opensLessLikely(run))).not.toContain(true);
    }
  });

  it('are few for a million', () => {
    expect(new Runs([{ key: '', label: '', start: 0, count: 1_000_000 }], 1_000_000, null).length).toBe(4000);
  });
});

describe('GridLayout', () => {
  const total = 3000;
  const ratios = someRatios(total, seeded(11));
  const runs = new Runs(months([3, 997, 1500, 500]), total, null);
  const layout = () => new GridLayout(runs, measure, spacing, 1.2);
  const lay = (grid: GridLayout, run: number) => grid.lay(run, () => ratios.slice(runs.start(run), runs.end(run)));

  it('corrects the height of a run once it is known, and moves only what is below', () => {
    const grid = layout();
    const above = grid.top(2);
    const before = grid.top(4);
    const height = grid.bottom(2) - grid.top(2);
    expect(lay(grid, 2)).toBe(true);
    expect(lay(grid, 2)).toBe(false);
    expect(grid.top(2)).toBe(above);
    expect(grid.top(4) - before).toBe(grid.bottom(2) - grid.top(2) - height);
  });

  it('finds by height the row of each photo that it places', () => {
    const grid = layout();
    for (let run = 0; run < runs.length; run++) {
      lay(grid, run);
    }
    for (let position = 0; position < total; position += 7) {
      const place = grid.place(position);
      const row = grid.rowOf(position)!;
      expect(place.exact).toBe(true);
      expect(row.y).toBe(place.y);
      expect(grid.positionAt(place.y + 1)).toBe(row.start);
      expect(position).toBeGreaterThanOrEqual(row.start);
      expect(position).toBeLessThan(row.end);
    }
    const last = grid.place(total - 1);
    expect(grid.height).toBe(last.y + last.height + measure.gap + spacing.sectionEnd);
  });

  it('guesses a place for a photo whose run is not known, near where it will be', () => {
    const grid = layout();
    const place = grid.place(1700);
    expect(place.exact).toBe(false);
    expect(Math.abs(grid.positionAt(place.y) - 1700)).toBeLessThan(12);
  });

  it('gives the rows between two heights without holes', () => {
    const grid = layout();
    [0, 1, 2, 3].forEach((run) => lay(grid, run));
    const rows = [0, 1, 2, 3].flatMap((run) => grid.rowsBetween(run, 0, grid.bottom(3)));
    let next = 0;
    for (const row of rows) {
      expect(row.start).toBe(next);
      next = row.end;
    }
    expect(next).toBe(runs.end(3));
  });

  it('keeps few layouts and all heights', () => {
    const many = new Runs([{ key: '', label: '', start: 0, count: 1_000_000 }], 1_000_000, null);
    const grid = new GridLayout(many, measure, spacing, 1.2);
    const square = Array.from({ length: 250 }, () => 1000);
    for (let run = 0; run < 1000; run++) {
      grid.lay(run, () => square);
    }
    expect(grid.rows(0)).toBeUndefined();
    expect(grid.rows(999)).toBeDefined();
    expect(grid.bottom(0) - grid.top(0)).toBe(grid.bottom(998) - grid.top(998));
  });

  it('leaves room for headings that have a label, and for the line', () => {
    const plain = new Runs([{ key: '', label: '', start: 0, count: 400 }], 400, 100);
    const grid = new GridLayout(plain, measure, spacing, 1.2);
    expect(grid.rowsTop(0)).toBe(0);
    const line = plain.find(100);
    expect(grid.rowsTop(line) - grid.top(line)).toBe(spacing.lessLikely);
    expect(layout().rowsTop(0)).toBe(spacing.heading);
  });
});
