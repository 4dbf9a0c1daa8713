import { connection } from '../api/connection.svelte';
import * as api from '../api/endpoints';
import type { ListKind, PhotoList } from '../api/types';
import { chunks, idsOf, photosTarget, type Target } from '../actions/target';
import { t } from '../i18n/i18n.svelte';
import { location } from '../location.svelte';
import { listNames } from '../search/listNames.svelte';
import { result } from '../search/result.svelte';
import { toasts } from '../ui/toasts.svelte';

/** Additions of more photos than that are not taken back: what was there before is not asked for. */
const MOST_UNDONE = 1000;

/** The albums and labels of the archive that is shown, and their changes, each with a way back. */
class Lists {
  #known = $state.raw<{ readonly archive: string | undefined; readonly lists: readonly PhotoList[] } | null>(null);

  get all(): readonly PhotoList[] {
    return this.loaded ? (this.#known?.lists ?? []) : [];
  }

  get loaded(): boolean {
    return this.#known !== null && this.#known.archive === location.archive;
  }

  /** The list with an id; undefined where it is not there or not loaded. */
  of(id: string | undefined): PhotoList | undefined {
    return this.all.find((list) => list.id === id);
  }

  /** In an effect: at once, for another archive, and when a lost server is back. */
  async load(): Promise<void> {
    void connection.returns;
    const { archive } = location;
    try {
      const { lists } = await api.lists(archive);
      listNames.learn(archive, lists);
      if (archive === location.archive) this.#known = { archive, lists };
    } catch (error) {
      toasts.failure(error);
    }
  }

  async create(name: string, kind: ListKind): Promise<PhotoList> {
    const made = await api.createList(name, kind, location.params.archive);
    await this.#changed();
    return made;
  }

  async rename(list: PhotoList, name: string): Promise<void> {
    const { archive } = location.params;
    await api.renameList(list.id, name, archive);
    await this.#changed();
    this.#say(t.lists.renamed(name), async () => {
      await api.renameList(list.id, list.name, archive);
    });
  }

  async delete(list: PhotoList): Promise<void> {
    const { archive } = location.params;
    await api.deleteList(list.id, archive);
    await this.#changed();
    this.#say(t.lists.deleted(list.name), async () => {
      await api.restoreList(list.id, archive);
    });
  }

  async add(list: PhotoList, target: Target): Promise<void> {
    const { archive } = location.params;
    // Known before the change: later, something else may be selected.
    const ids = target.count <= MOST_UNDONE ? await target.ids(MOST_UNDONE) : null;
    const fresh = ids && (await notIn(list, ids, archive));
    const { added } = await api.changeList(list.id, ids ? { add: ids } : { search: await target.search() }, archive);
    await this.#changed();
    const undo = async (): Promise<void> => {
      for (const some of chunks(fresh ?? [])) await api.changeList(list.id, { remove: some }, archive);
    };
    this.#say(t.lists.added(added, list.name), added > 0 && fresh !== null ? undo : undefined);
  }

  async remove(list: PhotoList, target: Target): Promise<void> {
    const { archive } = location.params;
    const ids = await target.ids(target.count);
    let removed = 0;
    for (const some of chunks(ids)) removed += (await api.changeList(list.id, { remove: some }, archive)).removed;
    await this.#changed();
    this.#say(t.lists.removed(removed, list.name), async () => {
      for (const some of chunks(ids)) await api.changeList(list.id, { add: some }, archive);
    });
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

/** Those of some photos that a list does not have yet. */
async function notIn(list: PhotoList, ids: readonly string[], archive: string | undefined): Promise<readonly string[]> {
  if (list.count === 0) return ids;
  const search = new URLSearchParams(await photosTarget(ids, archive).search());
  search.set('list', list.id);
  const there = new Set(await idsOf(search.toString(), ids.length));
  return ids.filter((id) => !there.has(id));
}
