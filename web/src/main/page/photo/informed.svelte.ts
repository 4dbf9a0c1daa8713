const STORED = 'lumiere.photo.informed';
/** Below this width the panel covers the photo, so it opens on request only. */
const BESIDE = '(min-width: 960px)';

/** Whether the panel with a photo's information is shown; where it stands beside the photo, for the next visit, too. */
class Informed {
  #shown = $state(this.#remembered());

  get shown(): boolean {
    return this.#shown;
  }

  toggle(): void {
    this.#set(!this.#shown);
  }

  show(): void {
    this.#set(true);
  }

  #set(shown: boolean): void {
    this.#shown = shown;
    if (!matchMedia(BESIDE).matches) return;
    try {
      localStorage.setItem(STORED, String(shown));
    } catch {
      // Without storage it lasts for this visit.
    }
  }

  #remembered(): boolean {
    if (!matchMedia(BESIDE).matches) return false;
    try {
      return localStorage.getItem(STORED) !== 'false';
    } catch {
      return true;
    }
  }
}

export const informed = new Informed();
