import { expect, it } from 'vitest';
import type { Photo } from '../../../main/page/api/types';
import { allFields, factsOf } from '../../../main/page/photo/facts';

const photo: Photo = {
  id: 'one',
  path: '2021/a.jpg',
  notes: ['a note'],
  lists: [],
  burst_ids: [],
  film: false,
  displayable: true,
  bytes: 10,
  modified: '2021-01-01T00:00:00Z',
  format: 'jpeg',
  camera: 'Google Pixel 4a',
  iso: 60,
  aperture: 1.7000000476837158,
  exposure: 0.0011111111111111111,
  focal_length: 4.400000095367432,
  city: 'Milan',
  country: 'Italy',
  people: ['Ann', 'Zoë "Z"'],
  kind: ['live_photo'],
  rating: 4,
  copyright: '',
};

it('has what it knows, with the search for each value', () => {
  const facts = Object.fromEntries(factsOf(photo).map(({ name, facts: of }) => [name, of]));
  expect(Object.keys(facts)).toEqual(['place', 'people', 'camera', 'exposure', 'rating', 'kind']);
  expect(facts['place']).toEqual([
    { text: 'Milan', filter: 'city=Milan', facet: 'city' },
    { text: 'Italy', filter: 'country=Italy', facet: 'country' },
  ]);
  expect(facts['people']?.map((one) => one.filter)).toEqual(['people=Ann', null]);
  expect(facts['exposure']).toEqual([
    { text: '1/900 s', filter: 'exposure:1/900' },
    { text: 'f/1.7', filter: 'f:1.7' },
    { text: 'ISO 60', filter: 'iso:60' },
    { text: '4.4 mm', filter: 'focal:4.4' },
  ]);
  expect(facts['kind']?.[0]?.filter).toBe('is:live');
});

it('leaves no field of the document out', () => {
  const names = allFields(photo).map((field) => field.name);
  for (const name of ['id', 'path', 'bytes', 'format', 'aperture', 'people', 'rating']) expect(names).toContain(name);
  expect(names).not.toContain('copyright');
  expect(allFields(photo).find((field) => field.name === 'people')?.text).toBe('Ann, Zoë "Z"');
});
