import type { Facet } from '../api/types';

/** The facets that examples are made of. */
export const EXAMPLE_FACETS = ['place', 'people', 'year', 'camera', 'keyword'];

/** Searches that find something in this archive: what it has most of, after a few that all have. */
export function examplesFrom(facets: readonly Facet[], scenes: readonly string[]): string[] {
  const most = (name: string) =>
    facets
      .find((facet) => facet.name === name)
      ?.values.filter((value) => value.query !== null)
      .toSorted((one, other) => other.count - one.count)[0]?.query;
  const [scene = '', other = '', third = ''] = scenes;
  const place = most('place');
  const year = most('year');
  return [
    scene,
    place === undefined ? undefined : `${other} ${place}`,
    most('people'),
    year === undefined ? undefined : `${third} ${year}`,
    most('camera'),
  ].filter((example) => example !== undefined && example !== '') as string[];
}
