import { describe, expect, it } from 'vitest';
import { takenFilter, takenOffset, takenText } from '../../../main/page/photo/taken';

describe('when a photo was taken', () => {
  const iso = '2021-07-04T18:30:00+02:00';

  it('is said by the clock there, in the language', () => {
    expect(takenText({ iso, precision: 'time' }, 'en-GB')).toMatch(/Sunday.*4 July 2021.*18:30/);
    expect(takenText({ iso, precision: 'time' }, 'zh')).toContain('2021年7月4日');
  });

  it('is said no more exactly than it is known', () => {
    expect(takenText({ iso, precision: 'year' }, 'en')).toBe('2021');
    expect(takenText({ iso, precision: 'month' }, 'en')).toBe('July 2021');
    expect(takenText({ iso: 'long ago', precision: 'day' }, 'en')).toBe('long ago');
  });

  it('has an offset where it is known', () => {
    expect(takenOffset({ iso, precision: 'time' })).toBe('+02:00');
    expect(takenOffset({ iso: '2021-07-04T18:30:00Z', precision: 'time' })).toBe('+00:00');
    expect(takenOffset({ iso: '2021-07-04T18:30:00', precision: 'time' })).toBeNull();
  });

  it('keeps photos of the same day, or of as much as is known', () => {
    expect(takenFilter({ iso, precision: 'time' })).toBe('date:2021-07-04');
    expect(takenFilter({ iso, precision: 'month' })).toBe('date:2021-07');
    expect(takenFilter({ iso: '', precision: 'day' })).toBeNull();
  });
});
