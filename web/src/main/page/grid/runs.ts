import type { Section } from '../api/types';

/** Photos laid out together. Small enough that a layout takes less than a millisecond, large enough to break well. */
const LONGEST = 250;

/**
 * The positions of an order in runs that are laid out on their own: parts of sections, of equal length within one. The
 * place where likely matches end is the beginning of a run, too.
 */
export class Runs {
  /** The first position of each run; one more at the end: the count of all. */
  private readonly starts: number[] = [];
  private readonly sectionOf: number[] = [];
  /** The first run of each section; one more at the end: the count of runs. */
  private readonly firsts: number[] = [];

  constructor(
    readonly sections: readonly Section[],
    readonly total: number,
    readonly likely: number | null,
  ) {
    sections.forEach((section, index) => {
      this.firsts.push(this.starts.length);
      const end = section.start + section.count;
      if (likely !== null && likely > section.start && likely < end) {
        this.add(index, section.start, likely);
        this.add(index, likely, end);
      } else {
        this.add(index, section.start, end);
      }
    });
    this.firsts.push(this.starts.length);
    this.starts.push(total);
  }

  private add(section: number, start: number, end: number): void {
    const parts = Math.ceil((end - start) / LONGEST);
    for (let part = 0; part < parts; part++) {
      this.starts.push(start + Math.floor(((end - start) * part) / parts));
      this.sectionOf.push(section);
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

  section(run: number): number {
    return this.sectionOf[run]!;
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
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
