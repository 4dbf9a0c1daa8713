import { describe, expect, it } from 'vitest';
import * as map from '../../../main/page/map/mercator';

const frame = { width: 800, height: 400 };
const world = map.held({ x: 0.5, y: 0.5, scale: 1 }, frame);

describe('the plane of the map', () => {
  it.each([
    [0, 0],
    [48.2, 16.37],
    [-33.9, 151.2],
    [71.2, -156.8],
  ])('has %d, %d where it is', (lat, lon) => {
    const place = map.placeOf(map.spotOf({ lat, lon }));
    expect(place.lat).toBeCloseTo(lat, 6);
    expect(place.lon).toBeCloseTo(lon, 6);
  });

  it('keeps the poles at its edge', () => {
    expect(map.spotOf({ lat: 90, lon: 0 }).y).toBeCloseTo(0, 3);
    expect(map.spotOf({ lat: -90, lon: 0 }).y).toBeCloseTo(1, 3);
  });

  it('shows no emptiness beyond the poles, and goes round the world', () => {
    const camera = map.held({ x: 1.75, y: 9, scale: 1000 }, frame);
    expect(camera.x).toBeCloseTo(0.75);
    expect(camera.y).toBeCloseTo(0.8);
    expect(map.held({ x: 0, y: 0, scale: 1 }, frame).scale).toBe(400);
  });

  it('keeps what is under the pointer while it zooms', () => {
    const camera = map.held({ x: 0.5, y: 0.5, scale: 4000 }, frame);
    const point = { x: 200, y: 300 };
    const before = map.spotAt(point, camera, frame);
    const after = map.spotAt(point, map.zoomedAt(camera, point, 3, frame), frame);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });
});

describe('boxes', () => {
  it('are what the map shows', () => {
    const [west, south, east, north] = map.boxOf(map.held({ ...map.spotOf({ lat: 47, lon: 12 }), scale: 20000 }, frame), frame);
    expect(west).toBeCloseTo(12 - 7.2, 6);
    expect(east).toBeCloseTo(12 + 7.2, 6);
    expect(south).toBeLessThan(47);
    expect(north).toBeGreaterThan(47);
    expect(map.boxOf(world, frame).slice(0, 1)).toEqual([-180]);
  });

  it('cross the date line with west above east', () => {
    const [west, , east] = map.boxOf(map.held({ ...map.spotOf({ lat: 0, lon: 179 }), scale: 20000 }, frame), frame);
    expect(west).toBeGreaterThan(170);
    expect(east).toBeLessThan(-170);
  });

  it('are shown whole', () => {
    for (const box of [[5, 44, 15, 55], [170, -50, -170, -10]] as map.Box[]) {
      const camera = map.cameraFor(box, frame);
      for (const lon of [box[0], box[2]]) {
        const { x, y } = map.onMap(map.spotOf({ lat: box[1], lon }), camera, frame);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(frame.width);
        expect(y).toBeLessThanOrEqual(frame.height);
      }
    }
  });

  it('hold places the short way round', () => {
    expect(map.boxAround([{ lat: 1, lon: 170 }, { lat: -2, lon: -175 }])).toEqual([170, -2, -175, 1]);
    expect(map.boxAround([{ lat: 1, lon: -10 }, { lat: 3, lon: 20 }])).toEqual([-10, 1, 20, 3]);
    expect(map.boxAround([{ lat: 1, lon: 5 }])).toEqual([5, 1, 5, 1]);
    expect(map.boxAround([])).toBeNull();
  });

  it('are written and read as searches have them', () => {
    expect(map.formatBox([-1.23456, 2, 3, 4])).toBe('-1.2346,2,3,4');
    expect(map.parseBox('-1.2346,2,3,4')).toEqual([-1.2346, 2, 3, 4]);
    expect(map.parseBox('1,2,3')).toBeNull();
    expect(map.parseBox('a,b,c,d')).toBeNull();
    expect(map.parseBox(null)).toBeNull();
  });
});
