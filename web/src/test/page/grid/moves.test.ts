import { describe, expect, it } from 'vitest';
import { middleOf, moveFrom, type Move } from '../../../main/page/grid/focusMoves';
import { GridLayout } from '../../../main/page/grid/gridLayout';
import { photosIn } from '../../../main/page/grid/rectangle';
import { Runs } from '../../../main/page/grid/runs';
import { timelineMarks } from '../../../main/page/grid/timelineMarks';
import { seeded, someRatios } from './random';

const total = 700;
const sections = [
  { key: '2021-07', label: 'July 2021', start: 0, count: 5 },
  { key: '2021-06', label: 'June 2021', start: 5, count: 395 },
  { key: '2020-12', label: 'December 2020', start: 400, count: 300 },
];
const ratios = someRatios(total, seeded(4));
const layout = new GridLayout(new Runs(sections, total, null), { width: 1000, rowHeight: 180, gap: 4 }, { heading: 52, lessLikely: 44, sectionEnd: 12 }, 1.2);
for (let run = 0; run < layout.runs.length; run++) {
  layout.lay(run, () => ratios.slice(layout.runs.start(run), layout.runs.end(run)));
}

const go = (from: number, move: Move) => moveFrom(layout, from, move, middleOf(layout, from), 800);

describe('arrows', () => {
  it('lead down through all rows and sections, and up again to where one began', () => {
    const x = middleOf(layout, 2);
    let position = 2;
    const seen: number[] = [];
    for (;;) {
      const next = moveFrom(layout, position, 'down', x, 800);
      if (next === position) break;
      expect(layout.place(next).y).toBeGreaterThan(layout.place(position).y);
      expect(layout.rowOf(next)!.start).toBe(layout.rowOf(position)!.end);
      seen.push(position);
      position = next;
    }
    expect(layout.rowOf(position)!.end).toBe(total);
    while (seen.length > 0) {
      position = moveFrom(layout, position, 'up', x, 800);
      expect(position).toBe(seen.pop());
    }
  });

  it('choose the photo that is nearest to the column', () => {
    for (const from of [7, 100, 350, 500]) {
      const to = go(from, 'down');
      const row = layout.rowOf(to)!;
      for (let other = row.start; other < row.end; other++) {
        const x = middleOf(layout, from);
        expect(Math.abs(middleOf(layout, to) - x)).toBeLessThanOrEqual(Math.abs(middleOf(layout, other) - x));
      }
    }
  });

  it('stop at both ends', () => {
    expect(go(0, 'left')).toBe(0);
    expect(go(0, 'up')).toBe(0);
    expect(go(total - 1, 'right')).toBe(total - 1);
    expect(go(total - 1, 'down')).toBe(total - 1);
    expect(go(300, 'first')).toBe(0);
    expect(go(300, 'last')).toBe(total - 1);
    expect(layout.rowOf(go(total - 1, 'pageDown'))!.end).toBe(total);
    expect(layout.rowOf(go(0, 'pageUp'))!.start).toBe(0);
  });

  it('turn pages by nearly what is seen', () => {
    const down = layout.place(go(200, 'pageDown')).y - layout.place(200).y;
    expect(down).toBeGreaterThan(300);
    expect(down).toBeLessThanOrEqual(800);
  });
});

describe('a rectangle', () => {
  it('takes the photos that it touches and no others', () => {
    const random = seeded(8);
    for (let i = 0; i < 40; i++) {
      const y1 = random() * layout.height;
      const corners = { x1: random() * 1000, y1, x2: random() * 1000, y2: y1 + (random() - 0.5) * 1500 };
      const found = photosIn(layout, corners);
      const [left, right] = [Math.min(corners.x1, corners.x2), Math.max(corners.x1, corners.x2)];
      const [top, bottom] = [Math.min(corners.y1, corners.y2), Math.max(corners.y1, corners.y2)];
      for (let position = 0; position < total; position++) {
        const place = layout.place(position);
        const touched = place.left < right && place.left + place.width > left && place.y < bottom && place.y + place.height > top;
        expect(found.has(position), `photo ${position} in rectangle ${i}`).toBe(touched);
      }
    }
  });
});

describe('timeline', () => {
  it('has a year where its photos begin, and dots between where there is room', () => {
    const marks = timelineMarks(layout, 800);
    const years = marks.filter((mark) => mark.label !== '');
    expect(years.map((mark) => mark.label)).toEqual(['2021', '2020']);
    expect(years[0]!.at).toBe(0);
    expect(years[1]!.at).toBeCloseTo(layout.top(layout.runs.firstOf(2)) / layout.height);
  });

  it('leaves out years that would stand on each other', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ key: String(2100 - i), label: '', start: i * 10, count: 10 }));
    const grid = new GridLayout(new Runs(many, 2000, null), layout.measure, { heading: 52, lessLikely: 44, sectionEnd: 12 }, 1.2);
    const years = timelineMarks(grid, 600).filter((mark) => mark.label !== '');
    expect(years.length).toBeGreaterThan(15);
    years.slice(1).forEach((mark, i) => expect((mark.at - years[i]!.at) * 600).toBeGreaterThanOrEqual(26));
  });
});
