import { describe, expect, it } from 'vitest';
import { aperture, focal, megapixels, shutter } from '../../../main/page/photo/exposure';

describe('exposure as photographers read it', () => {
  it.each([
    [0.004, '1/250 s'],
    [0.0011111111, '1/900 s'],
    [1 / 3, '1/3 s'],
    [0.4, '0.4 s'],
    [1, '1 s'],
    [2.5, '2.5 s'],
    [30, '30 s'],
    [0, ''],
    [Number.NaN, ''],
  ])('%d seconds are %s', (seconds, text) => expect(shutter(seconds)).toBe(text));

  it('has apertures and focal lengths', () => {
    expect(aperture(1.7999999523162842)).toBe('f/1.8');
    expect(aperture(11)).toBe('f/11');
    expect(focal(4.2, 26)).toBe('4.2 mm (≙ 26 mm)');
    expect(focal(50, 50)).toBe('50 mm');
    expect(focal(undefined, 28)).toBe('≙ 28 mm');
    expect(focal(undefined, undefined)).toBe('');
  });

  it('has sizes', () => {
    expect(megapixels(4000, 3000)).toBe('12 MP');
    expect(megapixels(640, 480)).toBe('0.3 MP');
  });
});
