import { expect, test } from 'vitest';
import { formatBytes, formatDuration, formatPercent } from '../../../main/page/i18n/format';
import { wording } from '../../../main/page/i18n/wording';

test('sizes have decimal units', () => {
  expect(formatBytes(0)).toBe('0 bytes');
  expect(formatBytes(999)).toBe('999 bytes');
  expect(formatBytes(1_000)).toBe('1 kB');
  expect(formatBytes(4_270_000)).toBe('4.3 MB');
  expect(formatBytes(999_600_000)).toBe('1 GB');
  expect(formatBytes(18_000_000_000_000)).toBe('18 TB');
});

test('durations have their two largest units', () => {
  expect(formatDuration(0)).toBe('0 sec');
  expect(formatDuration(59.6)).toBe('1 min');
  expect(formatDuration(3 * 3600 + 5 * 60 + 7)).toBe('3 hr 5 min');
  expect(formatDuration(2 * 86400 + 7)).toBe('2 days');
});

test('shares are whole per cents, small ones with a digit', () => {
  expect(formatPercent(0.423)).toBe('42%');
  expect(formatPercent(0.0123)).toBe('1.2%');
});

test('nouns follow their number', () => {
  const photos = (count: number) => wording('en').plural(count, { one: '# photo', other: '# photos' });
  expect([photos(0), photos(1), photos(12_345)]).toEqual(['0 photos', '1 photo', '12,345 photos']);
  expect(wording('zh').plural(1, { other: '# 张照片' })).toBe('1 张照片');
});
