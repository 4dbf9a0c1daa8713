const STORED = 'lumiere.panel';
/** Below this width the panel would leave too little for photos: it is a sheet then. */
const WIDE = 960;

/** Whether navigation and filters are beside the photos, or the filters in a sheet above them. */
class Panel {
  #wide = $state(innerWidth >= WIDE);
  #wanted = $state(readWanted());
  #sheet = $state(false);

  get wide(): boolean {
    return this.#wide;
  }

  get beside(): boolean {
    return this.#wide && this.#wanted;
  }

  get sheet(): boolean {
    return !this.#wide && this.#sheet;
  }

  get open(): boolean {
    return this.beside || this.sheet;
  }

  toggle(): void {
    if (!this.#wide) {
      this.#sheet = !this.#sheet;
      return;
    }
    this.#wanted = !this.#wanted;
    try {
      localStorage.setItem(STORED, this.#wanted ? 'open' : 'closed');
    } catch {
      // Without storage the choice lasts for this visit.
    }
  }

  measure(): void {
    this.#wide = innerWidth >= WIDE;
    if (this.#wide) this.#sheet = false;
  }
}

function readWanted(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'closed';
  } catch {
    return true;
  }
}

export const panel = new Panel();
