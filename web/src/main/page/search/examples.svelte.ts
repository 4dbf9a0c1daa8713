import { facets } from '../api/endpoints';
import { t } from '../i18n/i18n.svelte';
import { EXAMPLE_FACETS, examplesFrom } from './examples';

/** Examples that fit the archive, asked for when the empty box is entered. */
export class Examples {
  #texts = $state.raw<readonly string[]>([]);
  /** The archive that they are of; undefined stands for the one opened at the start. */
  #loaded: { archive: string | undefined } | null = null;

  get texts(): readonly string[] {
    return this.#texts;
  }

  async load(archive: string | undefined): Promise<void> {
    if (this.#loaded?.archive === archive && this.#loaded !== null) return;
    this.#loaded = { archive };
    const scenes = t.search.scenes;
    try {
      const query = archive === undefined ? '' : `archive=${encodeURIComponent(archive)}`;
      const counted = await facets(query, EXAMPLE_FACETS, { limit: 3 });
      this.#texts = examplesFrom(counted.facets, scenes);
    } catch {
      // The box works without; the frame says it where the server is gone.
      this.#texts = examplesFrom([], scenes);
      this.#loaded = null;
    }
  }
}
