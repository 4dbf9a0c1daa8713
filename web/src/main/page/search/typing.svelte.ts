import { location } from '../location.svelte';
import { sameText } from './changes';
import { debounce } from './debounce';
import { addToHistory, clearHistory, readHistory } from './history';

/** How long typing pauses before it is searched for. */
const PAUSE = 150;

/**
 * The text in the box, and the address that follows it. All that is typed between two searches that
 * were meant is one step of the browser's history.
 */
class Typing {
  text = $state(location.params.q);
  #recent = $state.raw(readHistory());
  /** What this page wrote into the address last; any other text there came from outside. */
  #written = location.params.q;
  /** The address that typing led to: where it has not changed, more that is typed takes its place. */
  #step: string | null = null;
  #isWrong: (text: string) => Promise<boolean> = () => Promise.resolve(false);
  #soon = debounce(() => void this.#searchUnlessWrong(), PAUSE);

  /** The searches that were meant, the latest first. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  /** The text changed: it is searched for soon, unless it has a mistake by then. */
  typed(text: string, isWrong: (text: string) => Promise<boolean>): void {
    this.text = text;
    this.#isWrong = isWrong;
    this.#soon();
  }

  /** This text is meant: it is searched for at once and remembered. */
  commit(text: string = this.text): void {
    this.text = text;
    this.#soon.cancel();
    // The same text again is meant as well: a view without photos gives way to what it finds.
    if (sameText(text, location.params.q)) location.show(location.params);
    else this.#search();
    this.#step = null;
    if (text.trim() !== '') this.#recent = addToHistory(text);
  }

  /** The address says another search: by a link, or back and forward. */
  follow(q: string): void {
    if (q === this.#written) return;
    this.#soon.cancel();
    this.#written = q;
    this.#step = null;
    this.text = q;
  }

  forget(): void {
    clearHistory();
    this.#recent = [];
  }

  /** A text with a mistake is searched for only when it is meant: until then what is shown stays. */
  async #searchUnlessWrong(): Promise<void> {
    const { text } = this;
    const isWrong = await this.#isWrong(text);
    if (!isWrong && text === this.text) this.#search();
  }

  #search(): void {
    if (sameText(this.text, location.params.q)) return;
    this.#written = this.text;
    const address = (): string => location.hrefOf(location.route);
    location.change({ q: this.text }, { replace: this.#step === address() });
    this.#step = address();
  }
}

export const typing = new Typing();
