/** Whether the dialog "Why not this one?" is open, and what it asks at once. */
class WhyNot {
  #asked = $state<string | null>(null);

  /** Null while it is closed; empty where nothing is asked yet. */
  get asked(): string | null {
    return this.#asked;
  }

  /** Opens it; with a path, a file's name or an id it is answered at once. */
  open(asked = ''): void {
    this.#asked = asked;
  }

  close(): void {
    this.#asked = null;
  }
}

export const whyNot = new WhyNot();
