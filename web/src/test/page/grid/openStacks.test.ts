import { describe, expect, it } from 'vitest';
import { Block } from '../../../main/page/grid/block';
import { GridData } from '../../../main/page/grid/gridData';
import { OpenStacks } from '../../../main/page/grid/openStacks';
import { rowsAt } from './order';

/** Members of the stack at a place, called after it. */
function stack(at: number, count: number) {
  const rows = rowsAt(1, count, 1 + count);
  return { at, members: new Block({ ...rows, ids: rows.ids.map((_, i) => `${at}-${i + 1}`) }) };
}

const stacks = OpenStacks.NONE.with(stack(7, 2)).with(stack(3, 4));
/** What is shown, one after the other. */
const shown = ['p0', 'p1', 'p2', 'p3', '3-1', '3-2', '3-3', '3-4', 'p4', 'p5', 'p6', 'p7', '7-1', '7-2', 'p8', 'p9'];

function data(): GridData {
  const made = new GridData(10, rowsAt(0, 500, 10), () => Promise.reject(new Error('nothing more')), { loaded: () => {}, stale: () => {} });
  made.open(stacks);
  return made;
}

describe('Open stacks', () => {
  it('show their members behind the photos that stand for them', () => {
    const photos = data();
    expect(photos.total).toBe(shown.length);
    expect(shown.map((_, i) => photos.photo(i)?.id)).toEqual(shown);
    expect(shown.map((_, i) => photos.photo(i)?.position)).toEqual(shown.map((_, i) => i));
    expect(shown.map((id) => photos.find(id))).toEqual(shown.map((_, i) => i));
    expect(photos.photo(3)).toMatchObject({ isOpen: true, member: 0 });
    expect(photos.photo(4)).toMatchObject({ isOpen: false, member: 1 });
    expect(photos.photo(8)).toMatchObject({ isOpen: false, member: 0 });
    expect([...photos.ratios(2, 13)!]).toEqual(shown.slice(2, 13).map((_, i) => photos.photo(2 + i)!.ratio));
  });

  it('say which place of the order a position is of', () => {
    for (let place = 0; place < 10; place++) {
      expect(stacks.origin(stacks.position(place))).toEqual({ place, member: 0 });
    }
    expect(stacks.without(3).without(7).origin(9)).toEqual({ place: 9, member: 0 });
    shown.forEach((_, position) => expect(stacks.positionOf(stacks.origin(position))).toBe(position));
    // A member is behind the photo of its place where its stack is closed.
    expect(stacks.without(3).positionOf(stacks.origin(6))).toBe(3);
    expect(stacks.without(3).positionOf(stacks.origin(13))).toBe(9);
    expect(stacks.without(3).position(9)).toBe(11);
  });

  it('widen the sections that they are in', () => {
    const sections = [
      { key: 'a', label: 'A', start: 0, count: 4 },
      { key: 'b', label: 'B', start: 4, count: 6 },
    ];
    expect(stacks.sections(sections).map(({ start, count }) => [start, count])).toEqual([
      [0, 8],
      [8, 8],
    ]);
  });

  it('part every range into places of the order and members', () => {
    for (let start = 0; start < shown.length; start++) {
      for (let end = start + 1; end <= shown.length; end++) {
        const { ranges, members } = stacks.split([[start, end - start]]);
        const places = ranges.flatMap(([from, count]) => Array.from({ length: count }, (_, i) => `p${from + i}`));
        const wanted = shown.slice(start, end);
        expect(places).toEqual(wanted.filter((id) => id.startsWith('p')));
        expect(members.map(({ id }) => id)).toEqual(wanted.filter((id) => !id.startsWith('p')));
      }
    }
  });
});
