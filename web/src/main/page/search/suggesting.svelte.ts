import { suggest } from '../api/endpoints';
import type { Suggestions } from '../api/types';
import { debounce } from './debounce';
import { Latest } from './latest.svelte';

const PAUSE = 80;

/** Completions and mistakes for what is being typed. */
export class Suggesting {
  #latest = new Latest<Suggestions & { readonly q: string }>();
  #asked = { q: '', caret: 0, archive: undefined as string | undefined };
  #soon = debounce(() => (this.#asking = this.#ask()), PAUSE);
  #asking: Promise<void> = Promise.resolve();

  /** The answer for the latest text; null while it does not fit the text any longer. */
  answerFor(q: string): Suggestions | null {
    const answer = this.#latest.answer;
    return answer !== null && answer.q === q ? answer : null;
  }

  /** Whether a text has a mistake, once the answer for it is there; false where none comes. */
  async isWrong(q: string): Promise<boolean> {
    this.#soon.flush();
    await this.#asking;
    return (this.answerFor(q)?.problems.length ?? 0) > 0;
  }

  /** Asks once typing pauses; the caret counts code points. */
  ask(q: string, caret: number, archive: string | undefined): void {
    this.#asked = { q, caret, archive };
    this.#soon();
  }

  stop(): void {
    this.#soon.cancel();
    this.#latest.reset();
  }

  async #ask(): Promise<void> {
    const { q, caret, archive } = this.#asked;
    await this.#latest.ask(async (signal) => ({ q, ...(await suggest(q, caret, archive, signal)) }));
  }
}
