import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodePng } from '../../../build/png.ts';

test('a PNG holds its pixels, row by row', () => {
  const pixels = Uint8Array.from({ length: 16 }, (_, i) => i * 10);
  const png = Buffer.from(encodePng(pixels, 2));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 2]);
  const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
  expect([...inflateSync(data)]).toEqual([0, ...pixels.subarray(0, 8), 0, ...pixels.subarray(8)]);
});
