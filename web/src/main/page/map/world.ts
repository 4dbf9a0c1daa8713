import { geoMercator, geoPath, type GeoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { FeatureCollection, Geometry, Polygon } from 'geojson';
import atlasUrl from 'world-atlas/countries-50m.json?url';
import type { Spot } from './mercator';

/** The world's countries (Natural Earth, public domain) as paths on the map's plane, drawn at any scale. */
export interface World {
  readonly land: Path2D;
  readonly borders: Path2D;
  readonly countries: readonly Country[];
}

/** Where a country's name stands, and how large its largest part is beside the whole world. */
export interface Country extends Spot {
  readonly name: string;
  readonly extent: number;
}

/** The side of the square that paths are drawn in: a path's numbers have few digits. */
export const SIDE = 4096;

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

let loading: Promise<World> | null = null;

/** Loads it once. */
export function loadWorld(): Promise<World> {
  loading ??= load();
  loading.catch(() => (loading = null));
  return loading;
}

async function load(): Promise<World> {
  const answer = await fetch(atlasUrl);
  if (!answer.ok) throw new Error(`The map could not be loaded (${answer.status}).`);
  const atlas = (await answer.json()) as Atlas;
  const countries = feature(atlas, atlas.objects.countries);
  return {
    land: pathOf(countries),
    borders: pathOf(mesh(atlas, atlas.objects.countries, (one, other) => one !== other)),
    countries: namesOf(countries),
  };
}

function projection() {
  return geoMercator()
    .scale(SIDE / (2 * Math.PI))
    .translate([SIDE / 2, SIDE / 2])
    .precision(0.05);
}

function pathOf(shape: Parameters<ReturnType<typeof geoPath>>[0]): Path2D {
  const path = new Path2D();
  geoPath(projection(), path as unknown as CanvasRenderingContext2D)(shape);
  return path;
}

function namesOf(countries: FeatureCollection<Geometry | null, { name: string }>): Country[] {
  const flat = geoPath(projection());
  return countries.features
    .map((country) => {
      // A country's name stands in its largest part: that of France is not in the Atlantic.
      const part = largestPart(country.geometry, flat);
      const [x, y] = flat.centroid(part);
      return { name: country.properties.name, x: x / SIDE, y: y / SIDE, extent: Math.sqrt(flat.area(part)) / SIDE };
    })
    .filter((country) => Number.isFinite(country.x) && Number.isFinite(country.y))
    .sort((one, other) => other.extent - one.extent);
}

function largestPart(geometry: Geometry | null, flat: GeoPath): Polygon {
  const none: Polygon = { type: 'Polygon', coordinates: [] };
  if (geometry?.type === 'Polygon') return geometry;
  if (geometry?.type !== 'MultiPolygon') return none;
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.sort((one, other) => flat.area(other) - flat.area(one))[0] ?? none;
}
