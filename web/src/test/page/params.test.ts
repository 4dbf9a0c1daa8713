import { describe, expect, test } from 'vitest';
import { EVERYTHING, formatParams, parseParams, seeks, withParams } from '../../main/page/params';

describe('the search in the address', () => {
  test('nothing is asked for by an empty query', () => {
    expect(parseParams('')).toEqual(EVERYTHING);
    expect(formatParams(EVERYTHING)).toBe('');
  });

  test.each([
    'q=dog+-people&sort=newest',
    'q=a%26b%3D%22%E2%80%9C&plain=true',
    'like=p1&like=p2%3D0.7&add=at+night%3D-1.5&not=rain',
    'facet=camera%3Acamera%3A%22Canon+EOS%22&facet=year%3Ayear%3A2021&from=2021-01-02&to=2021-03-04',
    'near=48.1%2C11.5%2C20&group=day&cut=0.35&collapse=true',
    'add=1%2B1%3D2%3D1',
  ])('%s is the same after it was read and written', (query) => {
    expect(formatParams(parseParams(query))).toBe(formatParams(parseParams(formatParams(parseParams(query)))));
    expect([...new URLSearchParams(formatParams(parseParams(query)))].sort()).toEqual([...new URLSearchParams(query)].sort());
  });

  test('what it cannot read is left out', () => {
    expect(parseParams('facet=&facet=x&facet=:y&like=&sort=&bogus=1&plain=yes')).toEqual(EVERYTHING);
  });

  test('what is there twice is taken once, for chips stand there by what they are of', () => {
    const twice = parseParams('like=a&like=a%3D2&unlike=a&image=i&image=i&facet=year:year:2021&facet=year:year:2021&facet=month:year:2021&add=rain&add=rain&not=rain&not=snow&not=snow%3D1');
    expect(formatParams(twice)).toBe('image=i&like=a%3D2&unlike=a&add=rain&not=snow&facet=year%3Ayear%3A2021&facet=month%3Ayear%3A2021');
  });

  test('a change takes away what is undefined, and keeps the rest', () => {
    const before = parseParams('q=dog&from=2021-01-01&sort=newest');
    expect(formatParams(withParams(before, { from: undefined, q: 'cat' }))).toBe('q=cat&sort=newest');
    expect(formatParams(before)).toBe('q=dog&from=2021-01-01&sort=newest');
  });

  test('photos are ranked where something is looked for', () => {
    expect(seeks(parseParams('from=2021-01-01&facet=year:year:2021'))).toBe(false);
    expect(seeks(parseParams('q=dog'))).toBe(true);
    expect(seeks(parseParams('image=i1'))).toBe(true);
  });
});
