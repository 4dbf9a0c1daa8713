import type { Section } from '../api/types';
import type { Block, GridPhoto } from './block';

/** A stack whose members are shown behind the photo that stands for them. */
export interface OpenStack {
  /** The place of that photo in the order. */
  readonly at: number;
  /** Those behind it, from 1 on. */
  readonly members: Block;
}

/** Where a photo that is shown comes from: a place in the order, or the member of the stack there. */
export interface Origin {
  readonly place: number;
  /** 0 for the photo of the place itself. */
  readonly member: number;
}

/**
 * The stacks that are opened in place. Their members are photos of the grid like all others, so positions of photos
 * differ from places in the order by the members that are shown before them. Immutable.
 */
export class OpenStacks {
  static readonly NONE = new OpenStacks([]);

  /** The position of each stack's first photo. */
  private readonly positions: readonly number[];
  /** How many members are shown in all. */
  readonly members: number;

  private constructor(private readonly stacks: readonly OpenStack[]) {
    let before = 0;
    this.positions = stacks.map(({ at, members }) => {
      const position = at + before;
      before += members.count;
      return position;
    });
    this.members = before;
  }

  get isEmpty(): boolean {
    return this.stacks.length === 0;
  }

  /** Whether the stack of a place is open. */
  has(place: number): boolean {
    return this.stacks.some(({ at }) => at === place);
  }

  with(stack: OpenStack): OpenStacks {
    return new OpenStacks([...this.without(stack.at).stacks, stack].sort((one, other) => one.at - other.at));
  }

  without(place: number): OpenStacks {
    return new OpenStacks(this.stacks.filter(({ at }) => at !== place));
  }

  /** How many members the open stack of a place shows. */
  countAt(place: number): number {
    return this.stacks.find(({ at }) => at === place)?.members.count ?? 0;
  }

  /** Where the photo of a place is shown. */
  position(place: number): number {
    return this.stacks.reduce((position, { at, members }) => (at < place ? position + members.count : position), place);
  }

  /** Where a photo is shown that is from somewhere; a member of a stack that is closed is behind the photo of its place. */
  positionOf({ place, member }: Origin): number {
    return this.position(place) + Math.min(member, this.countAt(place));
  }

  origin(position: number): Origin {
    const index = this.positions.findLastIndex((first) => first <= position);
    if (index < 0) {
      return { place: position, member: 0 };
    }
    const { at, members } = this.stacks[index]!;
    const beyond = position - this.positions[index]!;
    return beyond <= members.count ? { place: at, member: beyond } : { place: at + beyond - members.count, member: 0 };
  }

  /** A member that is shown. */
  photo({ place, member }: Origin, position: number): GridPhoto | undefined {
    const stack = this.stacks.find(({ at }) => at === place);
    return stack && { ...stack.members.photo(member), position, member };
  }

  /** The position of a member, or -1. */
  find(id: string): number {
    for (const [index, { members }] of this.stacks.entries()) {
      const member = members.find(id);
      if (member >= 0) {
        return this.positions[index]! + member;
      }
    }
    return -1;
  }

  /** Sections of the order with the members that are shown in them. */
  sections(sections: readonly Section[]): readonly Section[] {
    if (this.isEmpty) {
      return sections;
    }
    return sections.map((section) => {
      const start = this.position(section.start);
      return { ...section, start, count: this.position(section.start + section.count) - start };
    });
  }

  /** Which places ranges of positions are of, as ranges, and the members in them. */
  split(ranges: readonly (readonly [number, number])[]): { readonly ranges: [number, number][]; readonly members: GridPhoto[] } {
    const places: [number, number][] = [];
    const found: GridPhoto[] = [];
    for (const [start, count] of ranges) {
      let from = this.origin(start);
      for (const [index, first] of this.positions.entries()) {
        const { at, members } = this.stacks[index]!;
        for (let position = Math.max(start, first + 1); position < Math.min(start + count, first + 1 + members.count); position++) {
          found.push(this.photo({ place: at, member: position - first }, position)!);
        }
      }
      // One that begins among members begins with the place after these.
      if (from.member > 0) from = { place: from.place + 1, member: 0 };
      const last = this.origin(start + count - 1);
      if (last.place >= from.place) places.push([from.place, last.place - from.place + 1]);
    }
    return { ranges: places, members: found };
  }
}
