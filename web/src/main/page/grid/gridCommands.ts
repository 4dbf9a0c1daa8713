import { t } from '../i18n/i18n.svelte';
import type { Command } from '../keys/commands.svelte';
import type { GridPhoto } from './block';
import { middleOf, moveFrom, type Move } from './focusMoves';
import type { PhotoScroller } from './photoScroller';
import type { Selection } from './selection';
import { zoom } from './zoom.svelte';

export interface GridActions {
  readonly view: () => PhotoScroller | undefined;
  readonly selection: () => Selection | undefined;
  /** Whether the order is by time. */
  readonly byTime: () => boolean;
  /** With all stacks closed: each stands for its photos. */
  readonly selectAll: () => void;
  /** Opens or closes the stack that a photo is in. */
  readonly toggleStack: (position: number) => void;
  readonly goToDate: () => void;
  /** Whether photos have scores. */
  readonly ranked: () => boolean;
  readonly toggleScores: () => void;
}

const ARROWS: Record<string, Move> = { arrowleft: 'left', arrowright: 'right', arrowup: 'up', arrowdown: 'down' };
const KEYS: Record<string, Move> = { ...ARROWS, home: 'first', end: 'last', pageup: 'pageUp', pagedown: 'pageDown' };
const EXTENSIONS = { left: 'extendLeft', right: 'extendRight', up: 'extendUp', down: 'extendDown' } as const;

/** All that the grid can do by key or by name. */
export function gridCommands(actions: GridActions): Command[] {
  const walker = new Walker(actions);
  const some = () => actions.selection()?.isEmpty === false;
  const all = { scope: 'grid' } as const;
  const moves = { ...all, keysOnly: true, when: () => walker.isHere() };
  return [
    ...Object.entries(KEYS).map(([key, move]) => ({
      ...moves,
      id: `grid.${move}`,
      title: () => t.grid.move[move],
      keys: [key],
      run: () => walker.walk(move, false),
    })),
    ...Object.entries(ARROWS).map(([key, move]) => ({
      ...moves,
      id: `grid.extend-${move}`,
      title: () => t.grid.move[EXTENSIONS[move as keyof typeof EXTENSIONS]],
      keys: [`shift+${key}`],
      run: () => walker.walk(move, true),
    })),
    { ...moves, when: () => walker.isOnPhoto(), id: 'grid.toggle', title: () => t.grid.toggle, keys: ['space', 'x'], run: () => walker.toggle() },
    { ...all, id: 'grid.select-all', title: () => t.grid.selectAll, keys: ['ctrl+a'], run: actions.selectAll },
    { ...all, id: 'grid.invert', title: () => t.grid.invert, keys: ['ctrl+i'], run: () => actions.selection()?.invert() },
    { ...all, id: 'grid.clear', title: () => t.grid.clear, keys: ['escape'], when: some, run: () => actions.selection()?.clear() },
    { ...moves, when: () => walker.isInStack(), id: 'grid.stack', title: () => t.grid.toggleStack, keys: ['o'], run: () => walker.toggleStack() },
    { ...moves, when: () => !some() && walker.isInOpenStack(), id: 'grid.close-stack', title: () => t.grid.closeStack, keys: ['escape'], run: () => walker.toggleStack() },
    { ...all, id: 'grid.larger', title: () => t.grid.larger, keys: ['+', '='], run: () => (zoom.step += 1) },
    { ...all, id: 'grid.smaller', title: () => t.grid.smaller, keys: ['-'], run: () => (zoom.step -= 1) },
    { ...all, id: 'grid.go-to-date', title: () => t.grid.goToDate, keys: ['g'], when: actions.byTime, run: actions.goToDate },
    { ...all, id: 'grid.scores', title: () => t.grid.scores, keys: ['s'], when: actions.ranked, run: actions.toggleScores },
  ];
}

/** Goes from photo to photo by arrows. */
class Walker {
  /** The middle of the photo from which one went up or down: a column, though rows differ. */
  private column: { readonly position: number; readonly x: number } | undefined;

  constructor(private readonly actions: GridActions) {}

  /** Whether arrows mean photos: not while a slider or a field has the focus. */
  isHere(): boolean {
    const focused = document.activeElement;
    const scroller = this.actions.view()?.viewport.scroller;
    return focused === null || focused === document.body || focused.id === 'main' || scroller?.contains(focused) === true;
  }

  /** Whether a key means the photo: a button, such as a section's check, takes its own. */
  isOnPhoto(): boolean {
    return this.isHere() && !(document.activeElement instanceof HTMLButtonElement);
  }

  isInStack(): boolean {
    const photo = this.photo();
    return this.isHere() && photo !== undefined && (photo.alike > 0 || photo.member > 0);
  }

  isInOpenStack(): boolean {
    const photo = this.photo();
    return this.isHere() && photo !== undefined && (photo.isOpen || photo.member > 0);
  }

  toggleStack(): void {
    this.actions.toggleStack(this.actions.view()?.activePosition ?? 0);
  }

  private photo(): GridPhoto | undefined {
    const view = this.actions.view();
    return view?.photo(view.activePosition);
  }

  walk(move: Move, extends_: boolean): void {
    const view = this.actions.view();
    const layout = view?.layout;
    if (view === undefined || layout === undefined || layout.runs.total === 0) {
      return;
    }
    const from = view.activePosition;
    const x = this.column?.position === from ? this.column.x : middleOf(layout, from);
    // The first arrow shows where the focus is.
    const inside = view.viewport.scroller.contains(document.activeElement);
    const to = inside ? moveFrom(layout, from, move, x, view.viewport.height) : from;
    const vertical = move === 'up' || move === 'down' || move === 'pageUp' || move === 'pageDown';
    this.column = vertical ? { position: to, x } : undefined;
    if (extends_) {
      this.actions.selection()?.extendFrom(from, to);
    }
    view.focus(to, true);
  }

  toggle(): void {
    const view = this.actions.view();
    if (view !== undefined) {
      this.actions.selection()?.toggle(view.activePosition);
    }
  }
}
