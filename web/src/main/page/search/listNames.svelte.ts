import { lists } from '../api/endpoints';
import type { PhotoList } from '../api/types';
import { location } from '../location.svelte';

/** The names of saved lists, for the chip of a search within one. */
class ListNames {
  /** By the archive and the list's id. */
  #names = $state.raw<ReadonlyMap<string, string>>(new Map());
  #asked = new Set<string>();

  /** Null while it is not known, or where there is no such list. */
  of(id: string): string | null {
    return this.#names.get(keyOf(location.params.archive, id)) ?? null;
  }

  /** Asks for the names, once for each list that is not known. */
  async load(id: string): Promise<void> {
    const { archive } = location.params;
    const key = keyOf(archive, id);
    if (this.#names.has(key) || this.#asked.has(key)) return;
    this.#asked.add(key);
    try {
      this.learn(archive, (await lists(archive)).lists);
    } catch {
      this.#asked.delete(key);
    }
  }

  /** Takes names over from the lists of an archive. */
  learn(archive: string | undefined, all: readonly PhotoList[]): void {
    this.#names = new Map([...this.#names, ...all.map((list) => [keyOf(archive, list.id), list.name] as const)]);
  }
}

function keyOf(archive: string | undefined, id: string): string {
  return `${archive ?? ''}/${id}`;
}

export const listNames = new ListNames();
