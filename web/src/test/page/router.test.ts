import { expect, test } from 'vitest';
import { parseRoute, pathOf, type Route } from '../../main/page/router';

const routes: [string, Route][] = [
  ['/', { view: 'search' }],
  ['/map', { view: 'map' }],
  ['/lists', { view: 'lists' }],
  ['/lists/a%2Fb', { view: 'list', id: 'a/b' }],
  ['/photo/p%20%3F%25', { view: 'photo', id: 'p ?%' }],
  ['/start', { view: 'start' }],
];

test.each(routes)('%s is a view, and its address', (path, route) => {
  expect(parseRoute(path)).toEqual(route);
  expect(pathOf(route)).toBe(path);
});

test.each(['/photo', '/map/x', '/photo/1/2', '/bogus', '/__proto__', '/constructor'])('%s leads nowhere', (path) => {
  expect(parseRoute(path)).toEqual({ view: 'missing' });
});

test('a broken escape is taken as it is', () => {
  expect(parseRoute('/photo/%E0%A4%A')).toEqual({ view: 'photo', id: '%E0%A4%A' });
});
