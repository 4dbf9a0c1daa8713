import type { Facet } from '../api/types';

/** The facets that examples are made of. */
export const EXAMPLE_FACETS = ['place', 'people', 'year', 'camera', 'keyword'];

/** Searches that find something in this archive: what it has most of, after a scene that most have. */
export function examplesFrom(facets: readonly Facet[], scenes: readonly string[]): string[] {
  const most = (name: string) =>
    facets
      .find((facet) => facet.name === name)
      ?.values.filter((value) => value.query !== null)
      .toSorted((one, other) => other.count - one.count)[0];
  const [scene, other] = scenes;
  const keyword = most('keyword')?.value;
  const year = most('year')?.query;
  const examples = [
    scene,
    most('place')?.query,
    // As a bare word, which says more than a filter; words with signs could mean something else.
    keyword !== undefined && /^[\p{L}\p{M} ]+$/u.test(keyword) ? keyword : undefined,
    most('people')?.query,
    year && other && `${other} ${year}`,
    most('camera')?.query,
  ];
  return examples.filter((example): example is string => Boolean(example));
}
