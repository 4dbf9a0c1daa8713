import { geoMercator, geoPath, type GeoPath } from 'd3-geo';
import type { Geometry, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarseUrl from 'world-atlas/countries-110m.json?url';
import fineUrl from 'world-atlas/countries-50m.json?url';
import type { Spot } from './mercator';

/** The world's countries (Natural Earth, public domain) as paths on the map's plane, drawn at any scale. */
export interface World {
  readonly countries: readonly Country[];
}

/** A country; its name stands at its spot. */
export interface Country extends Spot {
  /** In English. */
  readonly name: string;
  /** ISO 3166-1, two letters, by which browsers know its name in other languages; null where it has none. */
  readonly region: string | null;
  /** How large its largest part is beside the whole world. */
  readonly extent: number;
  /** Made when it is drawn first: a map of a part of the world needs few. */
  outline(): Path2D;
  /** Left, top, right, bottom on the plane, so that what is not seen is not drawn. */
  readonly bounds: readonly [number, number, number, number];
}

/** Outlines for the whole world, and finer ones for its parts. */
export type Detail = 'coarse' | 'fine';

/** The side of the square that paths are drawn in: a path's numbers have few digits. */
export const SIDE = 4096;

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const URLS: Record<Detail, string> = { coarse: coarseUrl, fine: fineUrl };
const loading = new Map<Detail, Promise<World>>();

/** Loads it once. */
export function loadWorld(detail: Detail): Promise<World> {
  const known = loading.get(detail);
  if (known) return known;
  const world = load(URLS[detail]);
  loading.set(detail, world);
  world.catch(() => loading.delete(detail));
  return world;
}

async function load(url: string): Promise<World> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The map could not be loaded (${answer.status}).`);
  const atlas = (await answer.json()) as Atlas;
  const flat = geoPath(projection());
  const countries = feature(atlas, atlas.objects.countries).features.map(({ id, geometry, properties }) => country(properties.name, regionOf(id), geometry, flat));
  return { countries: countries.filter((one) => Number.isFinite(one.x) && Number.isFinite(one.y)).sort((one, other) => other.extent - one.extent) };
}

function projection() {
  return geoMercator()
    .scale(SIDE / (2 * Math.PI))
    .translate([SIDE / 2, SIDE / 2])
    // The outlines' points are so near each other that no line between them need be bent.
    .precision(0);
}

function country(name: string, region: string | null, geometry: Geometry | null, flat: GeoPath): Country {
  // Its name stands in its largest part: that of France is not in the Atlantic.
  const part = largestPart(geometry, flat);
  const [x, y] = flat.centroid(part);
  let outline: Path2D | null = null;
  const [[left, top], [right, bottom]] = geometry ? flat.bounds(geometry) : [[0, 0], [0, 0]];
  return {
    name,
    region,
    x: x / SIDE,
    y: y / SIDE,
    extent: Math.sqrt(flat.area(part)) / SIDE,
    outline: () => (outline ??= pathOf(geometry)),
    bounds: [left / SIDE, top / SIDE, right / SIDE, bottom / SIDE],
  };
}

/** Of the number of ISO 3166-1: Unicode's aliases have the letters. */
function regionOf(number: string | number | undefined): string | null {
  const region = number === undefined ? undefined : new Intl.Locale(`und-${number}`).region;
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null;
}

function pathOf(geometry: Geometry | null): Path2D {
  const path = new Path2D();
  if (geometry) geoPath(projection(), path as unknown as CanvasRenderingContext2D)(geometry);
  return path;
}

function largestPart(geometry: Geometry | null, flat: GeoPath): Polygon {
  const none: Polygon = { type: 'Polygon', coordinates: [] };
  if (geometry?.type === 'Polygon') return geometry;
  if (geometry?.type !== 'MultiPolygon') return none;
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.sort((one, other) => flat.area(other) - flat.area(one))[0] ?? none;
}
