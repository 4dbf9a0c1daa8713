import { FLAG } from '../api/types';
import { badgesOf, draw, drawBadge } from './badges';
import type { GridPhoto } from './block';
import type { Thumbnails } from './thumbnails';

/** How cells speak and where they lead. */
export interface CellWords {
  /** For screen readers: date, kind, place in the order. */
  readonly name: (photo: GridPhoto) => string;
  readonly href: (id: string) => string;
  readonly thumbnail: (photo: GridPhoto, height: number) => string;
  readonly score: (score: number) => string;
  /** What the control of a stack does. */
  readonly stack: (photo: GridPhoto) => string;
}

export interface CellBox {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Of the row in the grid. */
  readonly y: number;
}

/**
 * One photo in the grid: its average colour, then its picture. Elements are made once and show one photo after another,
 * so that scrolling makes no garbage.
 */
export class Cell {
  readonly element = document.createElement('div');
  readonly link = document.createElement('a');
  private readonly image = document.createElement('img');
  private readonly badges = document.createElement('span');
  private readonly score = document.createElement('span');
  /** Opens and closes the stack of the photo. */
  private readonly stack = document.createElement('button');
  private photo: GridPhoto | undefined;
  private box: CellBox | undefined;
  position = -1;

  constructor(private readonly thumbnails: Thumbnails) {
    this.element.className = 'cell';
    this.element.setAttribute('role', 'gridcell');
    this.link.tabIndex = -1;
    this.link.draggable = false;
    this.image.alt = '';
    this.image.draggable = false;
    thumbnails.adopt(this.image);
    const check = document.createElement('span');
    check.className = 'check';
    this.badges.className = 'badges';
    this.score.className = 'score';
    this.link.append(this.image, this.badges, this.score);
    this.stack.className = 'stack';
    this.stack.type = 'button';
    // Keys open it from the photo: Tab leads from photo to photo, not through all that stands upon them.
    this.stack.tabIndex = -1;
    this.stack.hidden = true;
    this.element.append(this.link, check, this.stack);
  }

  /** The photo that an element of a cell is of, or -1. */
  static positionOf(target: EventTarget | null): number {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
    return Number(cell?.dataset['position'] ?? -1);
  }

  place(position: number, column: number, box: CellBox): void {
    if (this.position !== position) {
      this.position = position;
      this.element.dataset['position'] = String(position);
      this.clear();
    }
    this.element.setAttribute('aria-colindex', String(column));
    this.element.style.left = `${box.left}px`;
    this.element.style.width = `${box.width}px`;
    this.box = box;
  }

  /** Whether it has a place and no photo yet. */
  get isEmpty(): boolean {
    return this.photo === undefined;
  }

  /** Shows the photo of its place. */
  show(photo: GridPhoto, words: CellWords): void {
    this.photo = photo;
    this.link.href = words.href(photo.id);
    this.link.setAttribute('aria-label', words.name(photo));
    this.element.style.backgroundColor = photo.color < 0 ? '' : `#${photo.color.toString(16).padStart(6, '0')}`;
    this.element.classList.toggle('less-likely', (photo.flags & FLAG.belowCut) !== 0);
    this.badges.replaceChildren(...badgesOf(photo).map(drawBadge));
    this.showStack(photo, words);
    this.score.textContent = photo.score === undefined ? '' : words.score(photo.score);
    this.thumbnails.want(this.image, words.thumbnail(photo, this.box!.height), this.box!.y + this.box!.height / 2);
  }

  private showStack(photo: GridPhoto, words: CellWords): void {
    this.element.classList.toggle('in-stack', photo.isOpen || photo.member > 0);
    this.stack.hidden = photo.alike === 0;
    if (photo.alike > 0) {
      this.stack.innerHTML = `${draw('alike')}${photo.alike + 1}`;
      this.stack.setAttribute('aria-expanded', String(photo.isOpen));
      this.stack.setAttribute('aria-label', words.stack(photo));
      this.stack.title = words.stack(photo);
    }
  }

  mark(selected: boolean, active: boolean): void {
    if (this.element.classList.contains('selected') !== selected || !this.element.hasAttribute('aria-selected')) {
      this.element.classList.toggle('selected', selected);
      this.element.setAttribute('aria-selected', String(selected));
    }
    const tabIndex = active ? 0 : -1;
    if (this.link.tabIndex !== tabIndex) {
      this.link.tabIndex = tabIndex;
    }
  }

  /** Forgets its photo, so that nothing of it is loaded any longer. */
  release(): void {
    this.position = -1;
    this.element.dataset['position'] = '-1';
    this.clear();
  }

  private clear(): void {
    if (this.photo === undefined) {
      return;
    }
    this.photo = undefined;
    this.thumbnails.drop(this.image);
    this.link.removeAttribute('href');
    this.link.removeAttribute('aria-label');
    this.element.style.backgroundColor = '';
    this.badges.replaceChildren();
    this.stack.hidden = true;
    this.element.classList.remove('in-stack');
    this.score.textContent = '';
  }
}
