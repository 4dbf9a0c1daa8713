/** The map's plane: the world is a square of side 1, with north up, in the usual web projection. */

export interface Place {
  readonly lat: number;
  readonly lon: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** West, south, east, north in degrees. West is more than east where the box crosses the date line. */
export type Box = readonly [number, number, number, number];

/** What of the world is seen: the middle of the map, and how many pixels wide the whole world is. */
export interface Camera extends Spot {
  readonly scale: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export const HIGHEST_LATITUDE = 85.05;
/** The borders are those of a map 1 : 50 million; closer than that they say nothing more. */
export const LARGEST_SCALE = 256 * 2 ** 14;

export function spotOf({ lat, lon }: Place): Spot {
  const bounded = Math.min(HIGHEST_LATITUDE, Math.max(-HIGHEST_LATITUDE, lat));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

export function placeOf({ x, y }: Spot): Place {
  const lat = (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
  return { lat, lon: around((x - 0.5) * 360) };
}

/** The zoom level of tiled maps at which the world is as large: 0 is 256 pixels wide. */
export function zoomLevel(camera: Camera): number {
  return Math.max(0, Math.round(Math.log2(camera.scale / 256)));
}

/** Where a spot is on the map, in the copy of the world that is nearest to its middle. */
export function onMap(spot: Spot, camera: Camera, frame: Frame): Spot {
  const aside = spot.x - camera.x;
  const nearest = aside - Math.round(aside);
  return { x: frame.width / 2 + nearest * camera.scale, y: frame.height / 2 + (spot.y - camera.y) * camera.scale };
}

export function spotAt(point: Spot, camera: Camera, frame: Frame): Spot {
  return { x: camera.x + (point.x - frame.width / 2) / camera.scale, y: camera.y + (point.y - frame.height / 2) / camera.scale };
}

/** The smallest scale fills the map's height with the world, so that there is nothing beyond the poles. */
export function held(camera: Camera, frame: Frame): Camera {
  const scale = Math.min(LARGEST_SCALE, Math.max(frame.height, frame.width / 2, 256, camera.scale));
  const reach = Math.max(0, 0.5 - frame.height / 2 / scale);
  return { x: camera.x - Math.floor(camera.x), y: Math.min(0.5 + reach, Math.max(0.5 - reach, camera.y)), scale };
}

/** Zooms so that what is under a point of the map stays there. */
export function zoomedAt(camera: Camera, point: Spot, factor: number, frame: Frame): Camera {
  const { scale } = held({ ...camera, scale: camera.scale * factor }, frame);
  const under = spotAt(point, camera, frame);
  return held({ x: under.x - (point.x - frame.width / 2) / scale, y: under.y - (point.y - frame.height / 2) / scale, scale }, frame);
}

/** What the map shows, as a filter of places. */
export function boxOf(camera: Camera, frame: Frame): Box {
  const topLeft = placeOf(spotAt({ x: 0, y: 0 }, camera, frame));
  const bottomRight = placeOf(spotAt({ x: frame.width, y: frame.height }, camera, frame));
  const all = frame.width >= camera.scale;
  return [all ? -180 : topLeft.lon, Math.max(-90, bottomRight.lat), all ? 180 : bottomRight.lon, Math.min(90, topLeft.lat)];
}

/** A camera that shows all of a box, with a margin in pixels. */
export function cameraFor([west, south, east, north]: Box, frame: Frame, margin = 48, largest = 256 * 2 ** 9): Camera {
  const start = spotOf({ lat: north, lon: west });
  const end = spotOf({ lat: south, lon: east < west ? east + 360 : east });
  const room = { width: Math.max(64, frame.width - 2 * margin), height: Math.max(64, frame.height - 2 * margin) };
  const scale = Math.min(room.width / Math.max(1e-9, end.x - start.x), room.height / Math.max(1e-9, end.y - start.y), largest);
  return held({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2, scale }, frame);
}

/** The box that holds all places, the short way round the world; null where there are none. */
export function boxAround(places: readonly Place[]): Box | null {
  if (places.length === 0) return null;
  const lats = places.map((place) => place.lat);
  const lons = places.map((place) => place.lon).sort((one, other) => one - other);
  // The widest gap between neighbours, all around, is what the box leaves out.
  let west = lons[0] ?? 0;
  let east = lons.at(-1) ?? 0;
  let widest = west + 360 - east;
  lons.slice(1).forEach((lon, index) => {
    const before = lons[index] ?? lon;
    if (lon - before > widest) {
      widest = lon - before;
      west = lon;
      east = before;
    }
  });
  return [west, Math.min(...lats), east, Math.max(...lats)];
}

/** `W,S,E,N` as searches have it: four digits are eleven metres. */
export function formatBox(box: Box): string {
  return box.map((degrees) => String(Number(degrees.toFixed(4)))).join(',');
}

export function parseBox(text: string | readonly number[] | null | undefined): Box | null {
  const numbers = (typeof text === 'string' ? text.split(',') : [...(text ?? [])]).map(Number);
  return numbers.length === 4 && numbers.every((one) => Number.isFinite(one)) ? (numbers as unknown as Box) : null;
}

function around(lon: number): number {
  return lon - 360 * Math.floor((lon + 180) / 360);
}
