import { boxAround, onMap, parseBox, spotOf, type Box, type Camera, type Frame } from './mercator';

/** Photos at about one place. */
export interface Cluster {
  readonly lat: number;
  readonly lon: number;
  readonly count: number;
  /** One of its photos. */
  readonly id: string;
  readonly hash?: string;
  readonly box: string | readonly number[];
}

/** Clusters that would overlap on the map, as one circle. */
export interface Bubble {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly count: number;
  /** The one with most photos first. */
  readonly clusters: readonly Cluster[];
}

/** The radius of a circle: its area grows with the number's logarithm. */
export function radiusOf(count: number): number {
  return Math.round(14 + 4.2 * Math.log10(Math.max(1, count)) ** 1.25);
}

/**
 * Joins clusters whose circles would overlap, the largest first, so that what stands on the map is
 * legible and not more than fits on it. Those outside the map are left out.
 */
export function bubbles(clusters: readonly Cluster[], camera: Camera, frame: Frame): Bubble[] {
  const grid = new Map<string, Bubble[]>();
  const result: Bubble[] = [];
  const largest = [...clusters].sort((one, other) => other.count - one.count);
  for (const cluster of largest) {
    const at = onMap(spotOf(cluster), camera, frame);
    if (at.x < -MARGIN || at.y < -MARGIN || at.x > frame.width + MARGIN || at.y > frame.height + MARGIN) continue;
    const near = neighbours(grid, at).find((bubble) => Math.hypot(bubble.x - at.x, bubble.y - at.y) < bubble.radius + radiusOf(cluster.count) - OVERLAP);
    if (near) join(near, cluster);
    else add(grid, result, { key: `${cluster.id}@${cluster.lat},${cluster.lon}`, ...at, radius: radiusOf(cluster.count), count: cluster.count, clusters: [cluster] });
  }
  return result;
}

/** The box that holds all photos of some clusters; a cluster's own place is only the middle of its photos. */
export function boxOfClusters(clusters: readonly Cluster[]): Box | null {
  const corners = clusters.flatMap((cluster) => {
    const box = parseBox(cluster.box);
    return box ? [{ lat: box[1], lon: box[0] }, { lat: box[3], lon: box[2] }] : [cluster];
  });
  return boxAround(corners);
}

const MARGIN = 40;
/** Circles may touch that far. */
const OVERLAP = 6;
/** No two circles that overlap are farther apart than that. */
const CELL = 90;

/** A bubble that is being made. */
type Growing = { -readonly [K in keyof Bubble]: Bubble[K] } & { clusters: Cluster[] };

function join(bubble: Bubble, cluster: Cluster): void {
  const growing = bubble as Growing;
  growing.clusters.push(cluster);
  growing.count += cluster.count;
}

function add(grid: Map<string, Bubble[]>, result: Bubble[], bubble: Bubble): void {
  const key = cellKey(Math.floor(bubble.x / CELL), Math.floor(bubble.y / CELL));
  const cell = grid.get(key);
  if (cell) cell.push(bubble);
  else grid.set(key, [bubble]);
  result.push(bubble);
}

function neighbours(grid: Map<string, Bubble[]>, at: { readonly x: number; readonly y: number }): Bubble[] {
  const column = Math.floor(at.x / CELL);
  const row = Math.floor(at.y / CELL);
  const around = [-1, 0, 1];
  return around.flatMap((right) => around.flatMap((down) => grid.get(cellKey(column + right, row + down)) ?? []));
}

function cellKey(column: number, row: number): string {
  return `${column},${row}`;
}
