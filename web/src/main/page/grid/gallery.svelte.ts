import * as api from '../api/endpoints';
import { t } from '../i18n/i18n.svelte';
import { location } from '../location.svelte';
import { EVERYTHING, formatParams, parseParams, withParams } from '../params';
import { reportErrors } from '../ui/reportErrors';
import { toasts } from '../ui/toasts.svelte';
import type { GridPhoto } from './block';
import type { GridData } from './gridData';
import type { PhotoScroller } from './photoScroller';
import { Selection } from './selection';

/** The order of photos that the grid shows. */
export interface Shown {
  readonly query: string;
  readonly generation: string | number;
  readonly data: GridData;
  readonly selection: Selection;
  readonly view: PhotoScroller;
  /** How many photos the search finds, those in stacks counted one by one. */
  readonly photos: number;
  /** Closes all stacks. */
  readonly closeStacks: () => void;
}

/** The grid that is shown, for other parts of the page: what is selected, what stands beside a photo, where it is. */
class Gallery {
  #shown = $state.raw<Shown | null>(null);
  #selected = $state(0);
  #stop = () => {};
  /** A photo to go to once the whole archive by time is shown. */
  #sought: { readonly id: string; readonly query: string } | null = null;

  get total(): number {
    return this.#shown?.data.total ?? 0;
  }

  /** How many photos are selected. */
  get selected(): number {
    return this.#selected;
  }

  get selectedAll(): boolean {
    return this.#selected > 0 && this.#selected === this.total;
  }

  clearSelection(): void {
    this.#shown?.selection.clear();
  }

  /** A closed stack stands for its photos, so that all can be said in one word. */
  selectAll(): void {
    this.#shown?.closeStacks();
    this.#shown?.selection.selectAll();
  }

  invertSelection(): void {
    this.#shown?.selection.invert();
  }

  /** A search that finds what is selected, as a query string: for exports, lists and labels. */
  async selectedSearch(): Promise<string> {
    const shown = this.#shown!;
    return this.selectedAll && shown.data.stacks.isEmpty ? shown.query : (await this.#select(false)).search;
  }

  /**
   * What is selected with the near duplicates that stand behind it; null where there are none. A photo that stands for
   * a stack is selected alone: what one sees is what one gets, and the rest when one asks for it.
   */
  async selectedStacks(): Promise<{ readonly search: string; readonly count: number } | null> {
    const { query, photos, data } = this.#shown!;
    const params = parseParams(query);
    if (!params.collapse) {
      return null;
    }
    const isAll = this.selectedAll && data.stacks.isEmpty;
    const whole = isAll ? { search: formatParams(withParams(params, { collapse: false })), count: photos } : await this.#select(true);
    return whole.count > this.selected ? whole : null;
  }

  async #select(stacks: boolean): Promise<{ readonly search: string; readonly count: number }> {
    const { generation, query: search, data, selection: chosen } = this.#shown!;
    const { ranges, members } = data.stacks.split(chosen.ranges);
    const { selection, count } = await api.select({ search, ranges, generation, with: members.map(({ id }) => id), stacks });
    const { archive } = parseParams(search);
    return { count, search: formatParams({ ...EVERYTHING, ...(archive === undefined ? {} : { archive }), selection }) };
  }

  /** Ids of the first `most` selected photos. */
  async selectedIds(most: number, signal = new AbortController().signal): Promise<string[]> {
    const ids: string[] = [];
    for (const [start, count] of this.#shown?.selection.ranges ?? []) {
      for (let position = start; position < start + count && ids.length < most; position++) {
        const photo = await this.#shown?.data.load(position, signal);
        if (photo !== undefined) {
          ids.push(photo.id);
        }
      }
    }
    return ids;
  }

  /** A photo of the order of a search, if that is shown and the photo is loaded. */
  photo(id: string, query = this.#shown?.query): GridPhoto | undefined {
    const data = query === this.#shown?.query ? this.#shown?.data : undefined;
    const position = data?.find(id) ?? -1;
    const photo = data?.photo(position);
    // Others know places in the order, not what is open in the grid.
    return position < 0 || !photo ? undefined : { ...photo, position: data!.stacks.origin(position).place };
  }

  /** Scrolls to a photo, or to the stack that it is in, and gives it the focus. */
  async reveal(id: string): Promise<void> {
    const shown = this.#shown;
    if (shown === null) {
      return;
    }
    const known = shown.data.find(id);
    const place = known < 0 ? (await api.gridPosition(shown.query, id)).position : null;
    if (known >= 0) {
      shown.view.focus(known, true);
    } else if (place !== null && this.#shown === shown) {
      shown.view.focus(shown.data.stacks.position(place), true);
    }
  }

  /** Shows the whole archive by time, at the place of a photo. */
  showInTimeline(id: string): void {
    const { archive } = location.params;
    const params = { ...EVERYTHING, ...(archive === undefined ? {} : { archive }) };
    this.#sought = { id, query: formatParams(params) };
    location.go({ view: 'search' }, params);
    if (this.#shown?.query === this.#sought.query) {
      void reportErrors(this.#goToSought(this.#shown));
    }
  }

  /** Called by the grid, with each order that it shows. */
  show(shown: Shown | null): void {
    this.#stop();
    this.#shown = shown;
    this.#selected = 0;
    this.#stop = shown?.selection.subscribe(({ count }) => (this.#selected = count)) ?? (() => {});
    if (shown !== null && this.#sought?.query === shown.query) {
      void reportErrors(this.#goToSought(shown));
    }
  }

  async #goToSought(shown: Shown): Promise<void> {
    const { id } = this.#sought!;
    this.#sought = null;
    const { position } = await api.gridPosition(shown.query, id);
    if (position === null) {
      toasts.info(t.grid.notInTimeline);
    } else if (this.#shown === shown) {
      const at = shown.data.stacks.position(position);
      shown.view.jump(at);
      shown.view.focus(at, true);
    }
  }
}

export const gallery = new Gallery();
