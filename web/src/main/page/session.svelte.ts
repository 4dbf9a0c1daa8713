import * as api from './api/endpoints';
import type { Session } from './api/types';

/** What the server said of itself when the page was opened; views read it once `known` is there. */
class CurrentSession {
  #known = $state.raw<Session | null>(null);
  #error = $state.raw<unknown>(null);

  get known(): Session | null {
    return this.#known;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Asks again: after an archive was added or chosen, or when the server is there again. */
  async refresh(): Promise<void> {
    try {
      this.#known = await api.session();
      this.#error = null;
    } catch (error) {
      this.#error = error;
    }
  }
}

export const session = new CurrentSession();
