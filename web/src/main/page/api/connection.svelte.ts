import type { ProblemDetail } from './types';

/** Whether the server answers: every request reports here, and the frame shows it. */
class Connection {
  #state = $state<'connected' | 'lost' | 'signed-out'>('connected');
  /** Counts up whenever the server is there again: a view that failed meanwhile asks again when this changes. */
  #returns = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = 1000;

  get state(): 'connected' | 'lost' | 'signed-out' {
    return this.#state;
  }

  get returns(): number {
    return this.#returns;
  }

  reached(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wait = 1000;
    if (this.#state !== 'connected') {
      this.#state = 'connected';
      this.#returns += 1;
    }
  }

  /** The server knows this browser no more: it may let it in again at `login`, which is a page of its own. */
  signedOut(login?: string): void {
    if (login) globalThis.location.assign(login);
    else this.#state = 'signed-out';
  }

  lost(): void {
    if (this.#state !== 'signed-out') this.#state = 'lost';
    this.#timer ??= setTimeout(() => this.#tryAgain(), this.#wait);
  }

  /** Asks at once, as a person wants it who has just started the server. */
  retry(): void {
    clearTimeout(this.#timer);
    void this.#tryAgain();
  }

  async #tryAgain(): Promise<void> {
    this.#timer = undefined;
    this.#wait = Math.min(15_000, this.#wait * 1.5);
    try {
      const answer = await fetch('/api/v1/session', { cache: 'no-store' });
      if (answer.status === 401) this.signedOut(((await answer.json()) as ProblemDetail).login);
      else this.reached();
    } catch {
      this.lost();
    }
  }
}

export const connection = new Connection();
