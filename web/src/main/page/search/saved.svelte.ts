import { connection } from '../api/connection.svelte';
import * as api from '../api/endpoints';
import type { SavedSearch } from '../api/types';
import { t } from '../i18n/i18n.svelte';
import { location } from '../location.svelte';
import { toasts } from '../ui/toasts.svelte';

/** The searches that a person named; the server keeps them beside the index. */
class SavedSearches {
  #known = $state.raw<{ readonly archive: string | undefined; readonly searches: readonly SavedSearch[] } | null>(null);

  /** Those of the archive that is shown; null while they are not known. */
  get all(): readonly SavedSearch[] | null {
    return this.#known?.archive === location.archive ? (this.#known?.searches ?? null) : null;
  }

  /** In an effect: at once, for another archive, and when a lost server is back. */
  async load(): Promise<void> {
    void connection.returns;
    const { archive } = location;
    try {
      const { searches } = await api.savedSearches(archive);
      if (archive === location.archive) this.#known = { archive, searches };
    } catch {
      // The frame says it where the server is gone; the list stays as it was.
    }
  }

  /** In place of one of the same name. Throws where that fails. */
  async save(name: string, query: string, archive = location.archive): Promise<void> {
    await api.saveSearch(name, query, archive);
    await this.load();
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#change(() => api.renameSearch(id, name, location.archive));
  }

  /** Deletes at once, and offers to take that back. */
  async delete(search: SavedSearch): Promise<void> {
    const { archive } = location;
    const isDone = await this.#change(() => api.deleteSearch(search.id, archive));
    if (!isDone) return;
    const undo = { label: t.search.undo, run: () => void this.save(search.name, search.query, archive).catch(toasts.failure) };
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
