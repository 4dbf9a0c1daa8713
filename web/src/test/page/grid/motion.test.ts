import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Motion } from '../../../main/page/grid/motion';

describe('Motion', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('measures a scroll by its frames, until nothing moves', () => {
    const rested = vi.fn();
    const motion = new Motion(rested);
    motion.gauge(1000, 0);
    for (let frame = 1; frame <= 30; frame++) {
      motion.scrolled();
      motion.gauge(1000 + 16 * frame, 32 * frame);
    }
    expect(motion.speed).toBeCloseTo(2, 3);
    expect(motion.rests).toBe(false);

    vi.advanceTimersByTime(1000);

    expect(motion.rests).toBe(true);
    expect(motion.speed).toBe(0);
    expect(rested).toHaveBeenCalledOnce();
  });

  it('does not take a leap for speed', () => {
    const motion = new Motion(() => {});
    motion.gauge(1000, 0);
    motion.leapt(1010, 5_000_000);
    motion.gauge(1016, 5_000_000);
    expect(motion.speed).toBe(0);

    motion.leapt(1030, 100);
    motion.gauge(1032, 100);
    expect(motion.speed).toBe(0);
  });

  it('takes many leaps in a row for a drag, which is too fast to see photos', () => {
    const motion = new Motion(() => {});
    for (let leap = 0; leap < 4; leap++) {
      motion.leapt(1000 + 16 * leap, 100_000 * leap);
      motion.gauge(1001 + 16 * leap, 100_000 * leap);
    }
    expect(motion.speed).toBe(Infinity);

    vi.advanceTimersByTime(1000);
    motion.leapt(3000, 0);
    expect(motion.speed).toBe(0);
  });
});
