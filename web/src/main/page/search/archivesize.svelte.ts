import { archives } from '../api/endpoints';
import type { Archives } from '../api/types';

/** How many photos each archive has. */
class ArchiveSize {
  #known = $state.raw<Archives | null>(null);
  #asked = false;

  /** Null while it is not known. `undefined` is the archive that was opened at the start. */
  of(archive: string | undefined): number | null {
    const id = archive ?? this.#known?.current;
    return this.#known?.archives.find((one) => one.id === id)?.photos ?? null;
  }

  /** Asks once. */
  async load(): Promise<void> {
    if (!this.#asked) await this.refresh();
  }

  /** Asks again: an index has changed. */
  async refresh(): Promise<void> {
    this.#asked = true;
    try {
      this.#known = await archives();
    } catch {
      // The total stands alone then.
      this.#asked = false;
    }
  }
}

export const archiveSize = new ArchiveSize();
