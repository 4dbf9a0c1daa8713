import type { Section } from '../api/types';
import type { CellWords } from './cell';
import type { GridData } from './gridData';
import type { GridLayout, RowPlace } from './gridLayout';
import { CellPool, RowElement } from './rowElement';
import { SectionElement, type HeadingWords } from './sectionElement';
import type { Selection } from './selection';
import type { Thumbnails } from './thumbnails';

/** The words of everything that stands in the grid. */
export interface GridWords {
  readonly cell: CellWords;
  readonly heading: HeadingWords;
  readonly lessLikely: () => string;
}

/** What is to be shown: heights of the grid, and how these are placed in the ground. */
export interface Scene {
  readonly layout: GridLayout;
  readonly data: GridData;
  readonly from: number;
  readonly to: number;
  readonly within: (y: number) => number;
  /** A row that stays although it is not seen, because it has the focus. */
  readonly pinned: RowPlace | undefined;
}

/**
 * The elements of the grid: rows that are seen or nearly so, and nothing else. Elements of rows that scrolled away show
 * those that come, in the order of the document, which is that of screen readers.
 */
export class Stage {
  private readonly rows = new Map<string, RowElement>();
  private readonly sections = new Map<Section, SectionElement>();
  private readonly blanks = new Map<number, HTMLElement>();
  private readonly free: RowElement[] = [];
  private readonly cells: CellPool;
  private readonly line = document.createElement('div');

  constructor(
    private readonly ground: HTMLElement,
    thumbnails: Thumbnails,
    private readonly words: GridWords,
  ) {
    this.cells = new CellPool(thumbnails);
    this.line.className = 'less-likely-line';
    this.line.setAttribute('role', 'none');
  }

  show(scene: Scene): void {
    const places = this.placesOf(scene);
    this.dropRows(new Set(places.map(keyOf)));
    const sections = this.showSections(scene, places);
    const after = new Map<Section, Element | null>();
    for (const place of places) {
      const section = scene.layout.runs.sections[scene.layout.runs.sectionAt(place.start)]!;
      const parent = sections.get(section)!;
      const previous = after.get(section) ?? (section.label === '' ? null : parent.element.firstElementChild);
      const row = this.showRow(scene, place, parent.element, previous);
      after.set(section, row.element);
    }
    this.showBlanks(scene);
    this.showLine(scene);
  }

  /** Shows which photos are selected, and which one Tab leads to. */
  mark(selection: Selection, active: number): void {
    for (const row of this.rows.values()) {
      for (const cell of row.cells) {
        cell.mark(selection.has(cell.position), cell.position === active);
      }
    }
    for (const [section, element] of this.sections) {
      element.mark(selection.extentIn(section.start, section.count));
    }
  }

  /** The link of a photo that is shown. */
  link(position: number): HTMLAnchorElement | undefined {
    for (const row of this.rows.values()) {
      if (row.place !== undefined && position >= row.place.start && position < row.place.end) {
        return row.cells[position - row.place.start]!.link;
      }
    }
    return undefined;
  }

  /** Empties the ground, before another layout. */
  clear(): void {
    this.dropRows(new Set());
    this.sections.forEach((section) => section.element.remove());
    this.sections.clear();
    this.blanks.forEach((blank) => blank.remove());
    this.blanks.clear();
    this.line.remove();
  }

  private placesOf({ layout, from, to, pinned }: Scene): RowPlace[] {
    const places: RowPlace[] = [];
    for (let run = layout.runAt(from); run < layout.runs.length && layout.top(run) < to; run++) {
      places.push(...layout.rowsBetween(run, from, to));
    }
    if (pinned !== undefined && !places.some((place) => keyOf(place) === keyOf(pinned))) {
      places.push(pinned);
      places.sort((a, b) => a.start - b.start);
    }
    return places;
  }

  private dropRows(wanted: ReadonlySet<string>): void {
    for (const [key, row] of this.rows) {
      if (!wanted.has(key)) {
        this.rows.delete(key);
        row.release();
        this.free.push(row);
      }
    }
  }

  private showSections({ layout, from, to, within }: Scene, places: readonly RowPlace[]): Map<Section, SectionElement> {
    const { runs } = layout;
    const shown = new Set(places.map((place) => runs.sectionAt(place.start)));
    for (let run = layout.runAt(from); run < runs.length && layout.top(run) < to; run++) {
      if (!runs.isShared(run)) shown.add(runs.section(run));
    }
    const wanted = new Set([...shown].map((index) => runs.sections[index]!));
    for (const [section, element] of this.sections) {
      if (!wanted.has(section)) {
        element.element.remove();
        this.sections.delete(section);
      }
    }
    let previous: Element | null = null;
    for (const index of [...shown].sort((a, b) => a - b)) {
      const section = runs.sections[index]!;
      const element = this.sections.get(section) ?? new SectionElement(section, this.words.heading);
      this.sections.set(section, element);
      insertAfter(this.ground, element.element, previous);
      previous = element.element;
      const box = layout.sectionBox(index);
      const top = Math.max(from, box.top);
      const bottom = Math.min(to, box.top + box.height);
      element.moveTo({ ...box, top: within(top), height: Math.max(0, bottom - top) });
    }
    return this.sections;
  }

  private showRow(scene: Scene, place: RowPlace, parent: Element, previous: Element | null): RowElement {
    const key = keyOf(place);
    let row = this.rows.get(key);
    if (row === undefined) {
      row = this.free.pop() ?? new RowElement(this.cells);
      this.rows.set(key, row);
      const { layout } = scene;
      const index = Math.round(layout.rowsBefore(place.run)) + place.row + 1;
      row.show(place, layout.rows(place.run)!, layout.runs.start(place.run), index);
    }
    row.moveTo(scene.within(place.y));
    insertAfter(parent, row.element, previous);
    for (const cell of row.cells) {
      const photo = cell.isEmpty ? scene.data.photo(cell.position) : undefined;
      if (photo !== undefined) {
        cell.show(photo, this.words.cell);
      }
    }
    return row;
  }

  /** Runs whose photos are not known yet are empty frames. */
  private showBlanks({ layout, from, to, within }: Scene): void {
    const wanted = new Set<number>();
    for (let run = layout.runAt(from); run < layout.runs.length && layout.top(run) < to; run++) {
      if (layout.rows(run) === undefined) {
        wanted.add(run);
        const blank = this.blanks.get(run) ?? document.createElement('div');
        blank.className = 'blank';
        blank.setAttribute('role', 'none');
        blank.style.top = `${within(Math.max(from, layout.rowsTop(run)))}px`;
        blank.style.height = `${Math.max(0, Math.min(to, layout.bottom(run)) - Math.max(from, layout.rowsTop(run)))}px`;
        if (!this.blanks.has(run)) {
          this.blanks.set(run, blank);
          this.ground.append(blank);
        }
      }
    }
    for (const [run, blank] of this.blanks) {
      if (!wanted.has(run)) {
        blank.remove();
        this.blanks.delete(run);
      }
    }
  }

  private showLine({ layout, from, to, within }: Scene): void {
    const { likely } = layout.runs;
    const run = likely === null ? -1 : layout.runs.find(likely);
    if (run >= 0 && layout.runs.opensLessLikely(run) && layout.top(run) < to && layout.bottom(run) > from) {
      this.line.textContent = this.words.lessLikely();
      this.line.style.top = `${within(layout.rowsTop(run))}px`;
      this.ground.append(this.line);
    } else {
      this.line.remove();
    }
  }
}

function keyOf(place: RowPlace): string {
  return `${place.run} ${place.row}`;
}

/** Puts an element behind another, or first; does nothing where it is there, since moving it would lose the focus. */
function insertAfter(parent: Element, element: Element, previous: Element | null): void {
  const next = previous === null ? parent.firstElementChild : previous.nextElementSibling;
  if (next !== element) {
    parent.insertBefore(element, next);
  }
}
