import { wording } from '../wording';

const { plural } = wording('en');
const photos = (count: number) => plural(count, { one: '# photo', other: '# photos' });

export const map = {
  title: 'Map',
  world: 'Map of the photos. Arrows move it, plus and minus zoom.',
  zoomIn: 'Closer',
  zoomOut: 'Farther',
  all: 'Show all places',
  photos,
  here: (count: number) => `${photos(count)} here`,
  noneHere: 'No photos here',
  none: 'No photo that is found says where it was taken',
  show: 'Show these photos',
  within: 'Search within this map',
  withinHint: 'The search follows the map while it moves.',
  cluster: (count: number) => `${photos(count)}. Zoom in or show them`,
  single: 'One photo. Open it',
  failed: 'The map could not be loaded',
  credit: 'Borders: Natural Earth',
};
