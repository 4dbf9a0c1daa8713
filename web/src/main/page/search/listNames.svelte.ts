import { lists } from '../api/endpoints';

/** The names of saved lists, for the chip of a search within one. */
class ListNames {
  #names = $state.raw<ReadonlyMap<string, string>>(new Map());
  #asked = new Set<string>();

  /** Null while it is not known, or where there is no such list. */
  of(id: string): string | null {
    return this.#names.get(id) ?? null;
  }

  /** Asks for the names, once for each list that is not known. */
  async load(id: string): Promise<void> {
    if (this.#names.has(id) || this.#asked.has(id)) return;
    this.#asked.add(id);
    try {
      this.#names = new Map((await lists()).lists.map((list) => [list.id, list.name]));
    } catch {
      this.#asked.delete(id);
    }
  }
}

export const listNames = new ListNames();
