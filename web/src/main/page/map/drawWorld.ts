import { spotAt, type Camera, type Frame } from './mercator';
import { SIDE, type Country, type World } from './world';

export interface MapColors {
  readonly water: string;
  readonly land: string;
  readonly border: string;
  readonly name: string;
  readonly halo: string;
  readonly font: string;
}

/** Draws what a camera sees of the world. The countries' paths are made once, and only those in sight are drawn. */
export function drawWorld(canvas: HTMLCanvasElement, world: World, camera: Camera, frame: Frame, colors: MapColors, nameOf: (country: Country) => string): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  const ratio = devicePixelRatio || 1;
  resize(canvas, frame, ratio);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colors.water;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const left = spotAt({ x: 0, y: 0 }, camera, frame).x;
  const right = spotAt({ x: frame.width, y: 0 }, camera, frame).x;
  for (let copy = Math.floor(left); copy <= Math.floor(right); copy++) drawCopy(context, world, camera, frame, colors, copy, ratio);
  drawNames(context, world, camera, frame, colors, nameOf, ratio);
}

/** The world goes round: a map across the date line shows two copies of it. */
function drawCopy(context: CanvasRenderingContext2D, world: World, camera: Camera, frame: Frame, colors: MapColors, copy: number, ratio: number): void {
  const scale = (camera.scale / SIDE) * ratio;
  context.setTransform(
    scale,
    0,
    0,
    scale,
    (frame.width / 2 + (copy - camera.x) * camera.scale) * ratio,
    (frame.height / 2 - camera.y * camera.scale) * ratio,
  );
  const seen = {
    left: camera.x - copy - frame.width / 2 / camera.scale,
    right: camera.x - copy + frame.width / 2 / camera.scale,
    top: camera.y - frame.height / 2 / camera.scale,
    bottom: camera.y + frame.height / 2 / camera.scale,
  };
  context.fillStyle = colors.land;
  context.strokeStyle = colors.border;
  context.lineWidth = SIDE / camera.scale;
  for (const country of world.countries) {
    if (!isSeen(country, seen)) continue;
    const outline = country.outline();
    context.fill(outline);
    context.stroke(outline);
  }
}

interface Seen {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function isSeen({ bounds: [left, top, right, bottom] }: Country, seen: Seen): boolean {
  return left < seen.right && right > seen.left && top < seen.bottom && bottom > seen.top;
}

/** From that many pixels on, a country has room for its name. */
const ROOM = 74;

function drawNames(context: CanvasRenderingContext2D, world: World, camera: Camera, frame: Frame, colors: MapColors, nameOf: (country: Country) => string, ratio: number): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = `550 12px ${colors.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colors.halo;
  context.fillStyle = colors.name;
  for (const country of world.countries) {
    const room = country.extent * camera.scale;
    if (room < ROOM) break;
    const aside = country.x - camera.x;
    const x = frame.width / 2 + (aside - Math.round(aside)) * camera.scale;
    const y = frame.height / 2 + (country.y - camera.y) * camera.scale;
    if (x < -80 || y < -10 || x > frame.width + 80 || y > frame.height + 10) continue;
    const name = nameOf(country);
    if (context.measureText(name).width > 1.15 * room) continue;
    context.strokeText(name, x, y);
    context.fillText(name, x, y);
  }
}

function resize(canvas: HTMLCanvasElement, frame: Frame, ratio: number): void {
  const width = Math.round(frame.width * ratio);
  const height = Math.round(frame.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
}

/** The map's colours in the page's theme. */
export function mapColors(element: Element): MapColors {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    water: of('--map-water'),
    land: of('--map-land'),
    border: of('--map-border'),
    name: of('--map-name'),
    halo: of('--map-land'),
    font: of('--font') || 'sans-serif',
  };
}
