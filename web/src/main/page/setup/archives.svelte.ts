import * as api from '../api/endpoints';
import type { Archives, Model } from '../api/types';

/** The archives and models that the server knows, for the views that manage them. */
class SetUp {
  #archives = $state.raw<Archives | null>(null);
  #models = $state.raw<readonly Model[] | null>(null);

  get archives(): Archives | null {
    return this.#archives;
  }

  get models(): readonly Model[] | null {
    return this.#models;
  }

  async refresh(signal?: AbortSignal): Promise<void> {
    const [archives, models] = await Promise.all([api.archives(signal), api.models(signal)]);
    this.#archives = archives;
    this.#models = models.models;
  }
}

export const setUp = new SetUp();
