import { describe, expect, it } from 'vitest';
import { Segment, TALLEST } from '../../../main/page/grid/segment';

describe('Segment', () => {
  const height = 40_000_000;

  it('never needs an element taller than it may be, wherever one jumps', () => {
    const segment = new Segment();
    for (let top = 0; top < height; top += 777_777) {
      const scrollTop = segment.centre(top, height);
      expect(segment.base + scrollTop).toBe(top);
      expect(scrollTop).toBeGreaterThanOrEqual(0);
      expect(segment.extent(height)).toBeLessThanOrEqual(TALLEST);
      expect(segment.isUrgent(scrollTop, 900, height)).toBe(false);
      expect(segment.isOff(scrollTop, height)).toBe(false);
    }
  });

  it('reaches both ends', () => {
    const segment = new Segment();
    expect(segment.centre(0, height)).toBe(0);
    expect(segment.base).toBe(0);
    segment.centre(height - 900, height);
    expect(segment.base + segment.extent(height)).toBe(height);
  });

  it('is left alone where all fits', () => {
    const segment = new Segment();
    expect(segment.centre(5000, 100_000)).toBe(5000);
    expect(segment.extent(100_000)).toBe(100_000);
    expect(segment.isOff(99_000, 100_000)).toBe(false);
  });

  it('moves early when nothing moves, and at once near an edge that is not the end', () => {
    const segment = new Segment();
    segment.centre(20_000_000, height);
    expect(segment.isOff(1_000_000, height)).toBe(true);
    expect(segment.isUrgent(1_000_000, 900, height)).toBe(false);
    expect(segment.isUrgent(500, 900, height)).toBe(true);
    expect(segment.isUrgent(TALLEST - 1000, 900, height)).toBe(true);
  });

  it('mends a base above the beginning before one can see that', () => {
    const segment = new Segment();
    segment.base = -300;
    expect(segment.isOff(5000, height)).toBe(true);
    expect(segment.isUrgent(5000, 900, height)).toBe(false);
    expect(segment.isUrgent(1100, 900, height)).toBe(true);
  });
});
