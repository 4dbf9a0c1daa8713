import * as api from '../api/endpoints';
import type { SavedSearch } from '../api/types';
import { t } from '../i18n/i18n.svelte';
import { toasts } from '../ui/toasts.svelte';

/** The searches that a person named; the server keeps them beside the index. */
class SavedSearches {
  #all = $state.raw<readonly SavedSearch[] | null>(null);

  /** Null while they are not known. */
  get all(): readonly SavedSearch[] | null {
    return this.#all;
  }

  async load(): Promise<void> {
    try {
      this.#all = (await api.savedSearches()).searches;
    } catch {
      // The frame says it where the server is gone; the list stays as it was.
    }
  }

  async save(name: string, query: string): Promise<void> {
    await this.#change(() => api.saveSearch(name, query));
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#change(() => api.renameSearch(id, name));
  }

  /** Deletes at once, and offers to take that back. */
  async delete(search: SavedSearch): Promise<void> {
    const isDone = await this.#change(() => api.deleteSearch(search.id));
    if (!isDone) return;
    const undo = { label: t.search.undo, run: () => void this.save(search.name, search.query) };
    toasts.info(t.search.deleted(search.name), undo);
  }

  async #change(change: () => Promise<unknown>): Promise<boolean> {
    try {
      await change();
      await this.load();
      return true;
    } catch (error) {
      toasts.failure(error);
      return false;
    }
  }
}

export const saved = new SavedSearches();
