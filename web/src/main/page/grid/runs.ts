import type { Section } from '../api/types';

/** Photos laid out together. Small enough that a layout takes less than a millisecond, large enough to break well. */
const LONGEST = 250;
/** Sections of at most so many photos may stand beside others in a row. */
const SMALL = 12;

/**
 * The positions of an order in runs that are laid out on their own: parts of a section, of equal length, or several
 * small sections one after the other, which share rows. The place where likely matches end is the beginning of a run, too.
 */
export class Runs {
  /** The first position of each run; one more at the end: the count of all. */
  private readonly starts: number[] = [];
  /** The first and the last section of each run. */
  private readonly sectionOf: number[] = [];
  private readonly lastOf: number[] = [];
  /** The first run of each section; one more at the end: the count of runs. */
  private readonly firsts: number[] = [];

  constructor(
    readonly sections: readonly Section[],
    readonly total: number,
    readonly likely: number | null,
  ) {
    for (let index = 0; index < sections.length; ) {
      const last = this.lastToShare(index);
      if (last > index) {
        this.share(index, last);
      } else {
        this.addAlone(index);
      }
      index = last + 1;
    }
    this.firsts.push(this.starts.length);
    this.starts.push(total);
  }

  /** The last of the small sections that stand together from this one on; the section itself where it stands alone. */
  private lastToShare(index: number): number {
    const first = this.sections[index]!;
    let last = index;
    while (last < this.sections.length && this.isSmall(this.sections[last]!) && this.endOf(last) - first.start <= LONGEST) {
      if (last > index && this.sections[last]!.start === this.likely) break;
      last += 1;
    }
    return Math.max(index, last - 1);
  }

  private isSmall({ label, start, count }: Section): boolean {
    const isCut = this.likely !== null && this.likely > start && this.likely < start + count;
    return label !== '' && count <= SMALL && !isCut;
  }

  private endOf(section: number): number {
    return this.sections[section]!.start + this.sections[section]!.count;
  }

  private share(first: number, last: number): void {
    for (let section = first; section <= last; section++) {
      this.firsts.push(this.starts.length);
    }
    this.starts.push(this.sections[first]!.start);
    this.sectionOf.push(first);
    this.lastOf.push(last);
  }

  private addAlone(index: number): void {
    const { likely } = this;
    const { start } = this.sections[index]!;
    const end = this.endOf(index);
    this.firsts.push(this.starts.length);
    if (likely !== null && likely > start && likely < end) {
      this.add(index, start, likely);
      this.add(index, likely, end);
    } else {
      this.add(index, start, end);
    }
  }

  private add(section: number, start: number, end: number): void {
    const parts = Math.ceil((end - start) / LONGEST);
    for (let part = 0; part < parts; part++) {
      this.starts.push(start + Math.floor(((end - start) * part) / parts));
      this.sectionOf.push(section);
      this.lastOf.push(section);
    }
  }

  get length(): number {
    return this.sectionOf.length;
  }

  start(run: number): number {
    return this.starts[run]!;
  }

  end(run: number): number {
    return this.starts[run + 1]!;
  }

  /** The section of a run, or its first one. */
  section(run: number): number {
    return this.sectionOf[run]!;
  }

  /** Whether several sections share the run. */
  isShared(run: number): boolean {
    return this.lastOf[run]! > this.sectionOf[run]!;
  }

  /** How many photos each section of a run has. */
  counts(run: number): number[] {
    return this.sections.slice(this.sectionOf[run]!, this.lastOf[run]! + 1).map((section) => section.count);
  }

  /** The section that a position is in. */
  sectionAt(position: number): number {
    return lastNotAfter(this.sections.length, (index) => this.sections[index]!.start, position);
  }

  firstOf(section: number): number {
    return this.firsts[section]!;
  }

  /** Whether the run is the first of its section. */
  opens(run: number): boolean {
    return this.firsts[this.sectionOf[run]!] === run;
  }

  /** Whether less likely matches begin with this run. */
  opensLessLikely(run: number): boolean {
    return this.likely !== null && this.likely > 0 && this.starts[run] === this.likely;
  }

  /** Whether the last row of the run may be short: nothing follows it on the same line. */
  closes(run: number): boolean {
    return run + 1 === this.length || this.opens(run + 1) || this.opensLessLikely(run + 1);
  }

  /** The run that holds a position. */
  find(position: number): number {
    return lastNotAfter(this.length, (run) => this.starts[run]!, position);
  }
}

function lastNotAfter(length: number, at: (index: number) => number, value: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(middle) <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
