import { isAbort } from '../api/client';

/**
 * The answer to the latest question. Asking again leaves the earlier question behind; the last good
 * answer stays until the next one is there, so what is shown never flickers.
 */
export class Latest<T> {
  #answer = $state.raw<T | null>(null);
  #problem = $state.raw<Error | null>(null);
  #loading = $state(false);
  #running: AbortController | null = null;

  get answer(): T | null {
    return this.#answer;
  }

  /** Why the latest question has no answer. */
  get problem(): Error | null {
    return this.#problem;
  }

  get loading(): boolean {
    return this.#loading;
  }

  /**
   * Asks, and returns the answer; null where a newer question took its place, it failed, or it is not welcome when it
   * comes.
   */
  async ask(load: (signal: AbortSignal) => Promise<T>, isWelcome = () => true): Promise<T | null> {
    this.#running?.abort();
    const own = new AbortController();
    this.#running = own;
    this.#loading = true;
    try {
      const answer = await load(own.signal);
      if (this.#running !== own || !isWelcome()) return null;
      this.#answer = answer;
      this.#problem = null;
      return answer;
    } catch (error) {
      if (this.#running === own && !isAbort(error)) this.#problem = error as Error;
      return null;
    } finally {
      if (this.#running === own) this.#loading = false;
    }
  }

  /** Leaves the question behind and forgets the answer. */
  reset(): void {
    this.#running?.abort();
    this.#running = null;
    this.#answer = null;
    this.#problem = null;
    this.#loading = false;
  }
}
