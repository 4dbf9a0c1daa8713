import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { encodePng } from './png.ts';

/** Icons of installed web apps: pixels of `icon.svg`, since not every system takes an SVG. */
const SIZES = [
  { file: 'icon-180.png', size: 180, maskable: true },
  { file: 'icon-192.png', size: 192, maskable: false },
  { file: 'icon-512.png', size: 512, maskable: false },
  { file: 'icon-maskable.png', size: 512, maskable: true },
] as const;

export function icons(): Plugin {
  return {
    name: 'lumiere-icons',
    apply: 'build',
    generateBundle() {
      const svg = readFileSync(resolve('src/main/page/public/icon.svg'), 'utf8');
      for (const { file, size, maskable } of SIZES) {
        this.emitFile({ type: 'asset', fileName: file, source: encodePng(drawIcon(svg, size, maskable), size) });
      }
    },
  };
}

/** A shape: how far a point of the icon's 64 by 64 ground is from its edge, below 0 inside. */
interface Shape {
  readonly distance: (x: number, y: number) => number;
  readonly color: readonly [number, number, number];
}

/** RGBA. What is maskable fills the square and keeps its drawing in the middle, for systems that cut it out. */
function drawIcon(svg: string, size: number, maskable: boolean): Uint8Array {
  const [ground, ...drawing] = readShapes(svg);
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = ((column + 0.5) * 64) / size;
      const y = ((row + 0.5) * 64) / size;
      const at = (row * size + column) * 4;
      const zoom = maskable ? 0.8 : 1;
      const cover = (shape: Shape, zoomed: number) =>
        clamp(0.5 - (shape.distance(32 + (x - 32) / zoomed, 32 + (y - 32) / zoomed) * zoomed * size) / 64);
      pixels.set([...ground!.color, Math.round(255 * (maskable ? 1 : cover(ground!, 1)))], at);
      for (const shape of drawing) blend(pixels, at, shape.color, cover(shape, zoom));
    }
  }
  return pixels;
}

function blend(pixels: Uint8Array, at: number, color: readonly number[], share: number): void {
  color.forEach((value, i) => (pixels[at + i] = Math.round(pixels[at + i]! * (1 - share) + value * share)));
}

/** The shapes that our icon has: a rounded square, circles drawn as rings, straight strokes. */
function readShapes(svg: string): Shape[] {
  return [...svg.matchAll(/<(rect|circle|path)\s([^>]*)\/>/g)].map(([, element, text]) => {
    const value = Object.fromEntries([...text!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, is]) => [name, is])) as Record<string, string>;
    const number = (name: string) => Number(value[name]);
    const color = rgb((value['stroke'] ?? value['fill'])!);
    const half = number('stroke-width') / 2;
    if (element === 'rect') return { color, distance: (x, y) => roundedSquare(x - 32, y - 32, number('width') / 2, number('rx')) };
    if (element === 'circle') return { color, distance: (x, y) => Math.abs(Math.hypot(x - number('cx'), y - number('cy')) - number('r')) - half };
    const strokes = [...value['d']!.matchAll(/M([\d.]+) ([\d.]+) L([\d.]+) ([\d.]+)/g)].map((stroke) => stroke.slice(1).map(Number));
    return { color, distance: (x, y) => Math.min(...strokes.map(([x0, y0, x1, y1]) => segment(x - x0!, y - y0!, x1! - x0!, y1! - y0!))) - half };
  });
}

function roundedSquare(x: number, y: number, half: number, radius: number): number {
  const [dx, dy] = [Math.abs(x) - half + radius, Math.abs(y) - half + radius];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function segment(x: number, y: number, dx: number, dy: number): number {
  const along = clamp((x * dx + y * dy) / (dx * dx + dy * dy));
  return Math.hypot(x - dx * along, y - dy * along);
}

function rgb(hex: string): [number, number, number] {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
