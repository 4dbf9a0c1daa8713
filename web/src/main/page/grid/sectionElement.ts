import type { Section } from '../api/types';
import type { SectionBox } from './justify';

/** What the heading of a section needs to know and to do. */
export interface HeadingWords {
  readonly label: (section: Section) => string;
  /** The same in fewer letters. */
  readonly shortLabel: (section: Section) => string;
  readonly count: (count: number) => string;
  readonly select: (label: string) => string;
  readonly toggle: (section: Section) => void;
}

/** Below this width a heading has a short name, and no count. */
const NARROW = 300;

/**
 * A section that is seen in part: its rows, and its heading, which stays at the upper edge while the section is seen.
 * The heading is sticky within a lane that is only as tall as the rendered part of the section, since the section itself
 * may be taller than any element.
 */
export class SectionElement {
  readonly element = document.createElement('div');
  private readonly lane = document.createElement('div');
  private readonly heading = document.createElement('div');
  private readonly check = document.createElement('button');
  private readonly label = document.createElement('h2');
  private readonly count = document.createElement('span');
  private laneBox: SectionBox = { top: NaN, height: NaN, left: NaN, width: NaN };

  constructor(
    readonly section: Section,
    private readonly words: HeadingWords,
  ) {
    this.element.setAttribute('role', 'rowgroup');
    this.element.className = 'section';
    if (section.label === '') {
      return;
    }
    const label = words.label(section);
    this.lane.className = 'lane';
    this.lane.setAttribute('role', 'none');
    this.heading.className = 'heading';
    this.heading.setAttribute('role', 'row');
    const cell = document.createElement('div');
    cell.setAttribute('role', 'rowheader');
    this.check.className = 'check';
    this.check.type = 'button';
    this.check.setAttribute('role', 'checkbox');
    this.check.setAttribute('aria-label', words.select(label));
    this.check.addEventListener('click', () => words.toggle(section));
    this.label.title = label;
    this.count.className = 'count';
    this.count.textContent = words.count(section.count);
    cell.append(this.check, this.label, this.count);
    this.heading.append(cell);
    this.lane.append(this.heading);
    this.element.append(this.lane);
  }

  /** The part of the section that is rendered, in the ground. */
  moveTo(box: SectionBox): void {
    const { top, height, left, width } = box;
    const before = this.laneBox;
    if (top !== before.top || height !== before.height) {
      this.lane.style.top = `${top}px`;
      this.lane.style.height = `${height}px`;
    }
    if (left !== before.left || width !== before.width) {
      this.lane.style.left = `${left}px`;
      this.lane.style.width = `${width}px`;
      const isNarrow = width < NARROW;
      this.count.hidden = isNarrow;
      this.label.textContent = isNarrow ? this.words.shortLabel(this.section) : this.words.label(this.section);
    }
    this.laneBox = box;
  }

  mark(extent: 'all' | 'some' | 'none'): void {
    const checked = extent === 'some' ? 'mixed' : String(extent === 'all');
    if (this.check.getAttribute('aria-checked') !== checked) {
      this.check.setAttribute('aria-checked', checked);
    }
  }
}
