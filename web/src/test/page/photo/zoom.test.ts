import { describe, expect, it } from 'vitest';
import { actualSize, fitted, largestZoom, needsOriginal, toggled, WHOLE, within, zoomAt } from '../../../main/page/photo/zoom';

const stage = { width: 1000, height: 500 };
const picture = { width: 6000, height: 4000 };
const fit = fitted(picture, stage);

describe('a picture on its stage', () => {
  it('is seen whole', () => {
    expect(fit).toEqual({ width: 750, height: 500 });
  });

  it('is not enlarged where it is small, and has no size where it has none', () => {
    expect(fitted({ width: 200, height: 100 }, stage)).toEqual({ width: 200, height: 100 });
    expect(fitted({ width: 0, height: 0 }, stage)).toEqual({ width: 0, height: 0 });
  });

  it('stays under the pointer while it is zoomed', () => {
    const at = { x: 120, y: -80 };
    const before = { zoom: 2, x: 30, y: 10 };
    const after = zoomAt(before, at, 5);
    expect((at.x - after.x) / after.zoom).toBeCloseTo((at.x - before.x) / before.zoom);
    expect((at.y - after.y) / after.zoom).toBeCloseTo((at.y - before.y) / before.zoom);
  });

  it('cannot be dragged off the stage', () => {
    const far = within({ zoom: 2, x: 9999, y: -9999 }, fit, stage, 8);
    expect(far).toEqual({ zoom: 2, x: 250, y: -250 });
    expect(within({ zoom: 1, x: 40, y: 40 }, fit, stage, 8)).toEqual(WHOLE);
  });

  it('is zoomed between the whole and twice its pixels', () => {
    const largest = largestZoom(picture, fit);
    expect(largest).toBe(16);
    expect(within({ zoom: 99, x: 0, y: 0 }, fit, stage, largest).zoom).toBe(16);
    expect(within({ zoom: 0.2, x: 5, y: 5 }, fit, stage, largest)).toEqual(WHOLE);
    expect(largestZoom({ width: 300, height: 200 }, { width: 300, height: 200 })).toBe(4);
  });

  it('changes between the whole and its actual size', () => {
    const close = toggled(WHOLE, { x: 10, y: 0 }, actualSize(picture, fit));
    expect(close.zoom).toBe(8);
    expect(toggled(close, { x: 10, y: 0 }, 8)).toEqual(WHOLE);
    expect(toggled(WHOLE, { x: 0, y: 0 }, 1).zoom).toBe(2);
  });

  it('needs the original only where that has more pixels than the rendition', () => {
    expect(needsOriginal(1, fit, picture, 1)).toBe(false);
    expect(needsOriginal(3, fit, picture, 1)).toBe(true);
    expect(needsOriginal(1.5, fit, picture, 2)).toBe(true);
    expect(needsOriginal(9, { width: 750, height: 500 }, { width: 1500, height: 1000 }, 1)).toBe(false);
  });
});
