import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { held, zoomedAt } from '../../../main/page/map/mercator';
import { MovingCamera } from '../../../main/page/map/moving.svelte';

const frame = { width: 800, height: 600 };
const middle = { x: 400, y: 300 };

/** Frames are shown when the test says so, at a time that it says. */
let waiting: FrameRequestCallback[] = [];
const show = (time: number) => waiting.splice(0).forEach((callback) => callback(time));

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => waiting.push(callback));
  vi.stubGlobal('cancelAnimationFrame', (number: number) => (waiting[number - 1] = () => {}));
  vi.spyOn(performance, 'now').mockReturnValue(1000);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const zoomIn = (camera: MovingCamera) => camera.glide(zoomedAt(camera.aim, middle, 2, frame), 200, (now) => held(now, frame));

describe('A camera that is sent on while it flies', () => {
  it.each([
    ['before it has moved', () => {}],
    ['on the way', () => show(1070)],
    ['when it is there', () => show(1200)],
  ])('makes whole steps: %s', (_, between) => {
    const camera = new MovingCamera();
    camera.move(held({ x: 0.5, y: 0.4, scale: 1024 }, frame));
    for (let press = 0; press < 3; press++) {
      zoomIn(camera);
      between();
    }
    show(9999);
    expect(camera.now.scale).toBeCloseTo(8 * 1024);
    expect(camera.now).toEqual(camera.aim);
  });

  it('counts from where it is once it was stopped or moved by hand', () => {
    const camera = new MovingCamera();
    camera.move({ x: 0.5, y: 0.5, scale: 1024 });
    zoomIn(camera);
    show(1100);
    camera.stop();
    expect(camera.aim).toEqual(camera.now);
    expect(camera.now.scale).toBeLessThan(2048);
    camera.move({ x: 0.25, y: 0.5, scale: 4096 });
    show(9999);
    expect(camera.now).toEqual({ x: 0.25, y: 0.5, scale: 4096 });
  });
});
