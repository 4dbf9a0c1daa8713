const STORED = 'lumiere.facets';
/** What is open at the first visit; the histogram has the years already. */
const OPEN: readonly string[] = ['place', 'people', 'keyword', 'camera'];

/** Which facets are unfolded; remembered in this browser. */
class Unfolded {
  #choices = $state.raw<Readonly<Record<string, boolean>>>(read());

  has(name: string): boolean {
    return this.#choices[name] ?? OPEN.includes(name);
  }

  toggle(name: string): void {
    this.#choices = { ...this.#choices, [name]: !this.has(name) };
    try {
      localStorage.setItem(STORED, JSON.stringify(this.#choices));
    } catch {
      // Without storage the choice lasts for this visit.
    }
  }
}

function read(): Record<string, boolean> {
  try {
    const choices: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    return typeof choices === 'object' && choices !== null ? (choices as Record<string, boolean>) : {};
  } catch {
    return {};
  }
}

export const unfolded = new Unfolded();
