import * as api from '../api/endpoints';
import type { ListKind, PhotoList } from '../api/types';
import { chunks, hitsTarget, idsOf, type Target } from '../actions/target';
import { t } from '../i18n/i18n.svelte';
import { location } from '../location.svelte';
import { EVERYTHING, formatParams, withParams } from '../params';
import { result } from '../search/result.svelte';
import { toasts } from '../ui/toasts.svelte';

/** Additions of more photos than that are not taken back: what was there before is not asked for. */
const MOST_UNDONE = 1000;

/** The albums and labels of the archive, and their changes, each with a way back. */
class Lists {
  #all = $state.raw<readonly PhotoList[]>([]);
  #loaded = $state(false);

  get all(): readonly PhotoList[] {
    return this.#all;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** The list with an id; undefined where it is not there or not loaded. */
  of(id: string | undefined): PhotoList | undefined {
    return this.#all.find((list) => list.id === id);
  }

  async load(signal?: AbortSignal): Promise<void> {
    try {
      this.#all = (await api.lists(signal)).lists;
      this.#loaded = true;
    } catch (error) {
      toasts.failure(error);
    }
  }

  async create(name: string, kind: ListKind): Promise<PhotoList> {
    const made = await api.createList(name, kind);
    await this.#changed();
    return made;
  }

  async rename(list: PhotoList, name: string): Promise<void> {
    await api.renameList(list.id, name);
    await this.#changed();
    this.#say(t.lists.renamed(name), async () => {
      await api.renameList(list.id, list.name);
    });
  }

  /** Deletes a list. Its photos are kept as a selection first, so that it can be made again. */
  async delete(list: PhotoList): Promise<void> {
    const kept = list.count > 0 ? (await api.select({ search: searchOf(list) })).selection : null;
    await api.deleteList(list.id);
    await this.#changed();
    this.#say(t.lists.deleted(list.name), async () => {
      const again = await api.createList(list.name, list.kind);
      if (kept !== null) await api.changeList(again.id, { search: formatParams(withParams(EVERYTHING, { selection: kept })) });
    });
  }

  async add(list: PhotoList, target: Target): Promise<void> {
    const search = await target.search();
    const before = target.count <= MOST_UNDONE ? await idsOf(joined(search, list), MOST_UNDONE) : null;
    const { added } = await api.changeList(list.id, { search });
    await this.#changed();
    const undo = async (): Promise<void> => {
      const ids = (await target.ids(MOST_UNDONE)).filter((id) => !before?.includes(id));
      for (const some of chunks(ids)) await api.changeList(list.id, { remove: some });
    };
    this.#say(t.lists.added(added, list.name), added > 0 && before !== null ? undo : undefined);
  }

  async remove(list: PhotoList, target: Target): Promise<void> {
    const ids = await target.ids(target.count);
    let removed = 0;
    for (const some of chunks(ids)) removed += (await api.changeList(list.id, { remove: some })).removed;
    await this.#changed();
    this.#say(t.lists.removed(removed, list.name), async () => {
      for (const some of chunks(ids)) await api.changeList(list.id, { add: some });
    });
  }

  /** All photos of a list. */
  photosOf(list: PhotoList): Target {
    return hitsTarget(searchOf(list), list.count);
  }

  async #changed(): Promise<void> {
    // Where a list is looked at, its photos are others now.
    if (location.params.list !== undefined) result.reload();
    await this.load();
  }

  #say(text: string, undo?: () => Promise<void>): void {
    if (!undo) return toasts.info(text);
    const run = (): void => {
      undo()
        .then(() => this.#changed())
        .catch(toasts.failure);
    };
    toasts.info(text, { label: t.lists.undo, run });
  }
}

export const lists = new Lists();

function searchOf(list: PhotoList): string {
  return formatParams(withParams(EVERYTHING, { list: list.id }));
}

/** The photos of a search that are in a list already. */
function joined(search: string, list: PhotoList): string {
  const params = new URLSearchParams(search);
  params.set('list', list.id);
  return params.toString();
}
