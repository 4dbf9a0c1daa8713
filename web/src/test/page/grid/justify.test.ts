import { describe, expect, it } from 'vitest';
import { estimateHeight, justify, type Measure } from '../../../main/page/grid/justify';
import { meanRatio } from '../../../main/page/grid/gridLayout';
import { seeded, someRatios } from './random';

const measures: Measure[] = [
  { width: 1400, rowHeight: 200, gap: 4 },
  { width: 374, rowHeight: 120, gap: 2 },
  { width: 2500, rowHeight: 90, gap: 4 },
];

describe('justify', () => {
  for (const measure of measures) {
    it(`fills the width of ${measure.width} exactly, in order, with equal gaps`, () => {
      for (let seed = 1; seed <= 20; seed++) {
        const ratios = someRatios(1 + (seed * 37) % 250, seeded(seed));
        const rows = justify(ratios, measure, true);
        expect(rows.starts[0]).toBe(0);
        expect(rows.starts.at(-1)).toBe(ratios.length);
        for (let row = 0; row < rows.heights.length; row++) {
          const [start, end] = [rows.starts[row]!, rows.starts[row + 1]!];
          expect(rows.lefts[start]).toBe(0);
          for (let i = start + 1; i < end; i++) {
            expect(rows.lefts[i]! - rows.lefts[i - 1]! - rows.widths[i - 1]!).toBeGreaterThanOrEqual(measure.gap - 1);
            expect(rows.lefts[i]! - rows.lefts[i - 1]! - rows.widths[i - 1]!).toBeLessThanOrEqual(measure.gap + 1);
          }
          const right = rows.lefts[end - 1]! + rows.widths[end - 1]!;
          expect(right).toBeLessThanOrEqual(measure.width);
          if (row < rows.heights.length - 1 && end - start > 1) {
            expect(right).toBeGreaterThanOrEqual(measure.width - 1);
          }
        }
      }
    });
  }

  it('keeps rows near the asked height', () => {
    const ratios = Array.from({ length: 250 }, (_, i) => (i % 3 === 0 ? 750 : 1500));
    const rows = justify(ratios, measures[0]!, false);
    for (const height of rows.heights) {
      expect(height).toBeGreaterThan(150);
      expect(height).toBeLessThan(270);
    }
  });

  it('fills the last row of a run that goes on, and leaves that of a section short', () => {
    const ratios = Array.from({ length: 9 }, () => 1500);
    const measure = measures[0]!;
    const closed = justify(ratios, measure, false);
    expect(closed.lefts[8]! + closed.widths[8]!).toBe(1400);
    const open = justify([1500], measure, true);
    expect(open.heights[0]).toBe(200);
    expect(open.widths[0]).toBe(300);
  });

  it('puts rows below each other with one gap', () => {
    const rows = justify(someRatios(100, seeded(5)), measures[0]!, true);
    for (let row = 1; row < rows.tops.length; row++) {
      expect(rows.tops[row]).toBe(rows.tops[row - 1]! + rows.heights[row - 1]! + 4);
    }
    expect(rows.height).toBe(rows.tops.at(-1)! + rows.heights.at(-1)! + 4);
  });

  it('crops what would be a line, and takes unknown sizes for 4:3', () => {
    const rows = justify([90_000, 0, 3], { width: 100_00, rowHeight: 100, gap: 0 }, true);
    expect([...rows.widths]).toEqual([500, 133, 40]);
  });

  it('lays out nothing as nothing', () => {
    expect(justify([], measures[0]!, true)).toMatchObject({ height: 0 });
  });

  it('is estimated within a tenth', () => {
    for (const measure of measures) {
      const ratios = someRatios(2000, seeded(9)).filter((ratio) => ratio < 5000);
      let height = 0;
      for (let i = 0; i < ratios.length; i += 250) {
        height += justify(ratios.slice(i, i + 250), measure, false).height;
      }
      expect(estimateHeight(ratios.length, meanRatio(ratios), measure) / height).toBeCloseTo(1, 0.9);
    }
  });
});
