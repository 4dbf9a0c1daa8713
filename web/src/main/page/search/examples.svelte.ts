import { facets } from '../api/endpoints';
import { language, t } from '../i18n/i18n.svelte';
import { EXAMPLE_FACETS, examplesFrom } from './examples';

/** Examples that fit the archive, asked for when the empty box is entered. */
export class Examples {
  #texts = $state.raw<readonly string[]>([]);
  /** The language and the archive that they are of. */
  #loaded = '';

  get texts(): readonly string[] {
    return this.#texts;
  }

  async load(archive: string | undefined): Promise<void> {
    const wanted = `${language()} ${archive ?? ''}`;
    if (this.#loaded === wanted) return;
    this.#loaded = wanted;
    const scenes = t.search.scenes;
    try {
      const query = archive === undefined ? '' : `archive=${encodeURIComponent(archive)}`;
      const counted = await facets(query, EXAMPLE_FACETS, { limit: 3 });
      // Not where others are wanted by now.
      if (this.#loaded === wanted) this.#texts = examplesFrom(counted.facets, scenes);
    } catch {
      if (this.#loaded !== wanted) return;
      // The box works without; the frame says it where the server is gone.
      this.#texts = examplesFrom([], scenes);
      this.#loaded = '';
    }
  }
}
