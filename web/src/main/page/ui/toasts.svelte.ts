import { UnreachableError, isAbort } from '../api/client';
import { sentence } from './sentence';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'info' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Short messages at the foot of the page. Errors stay until they are dismissed. */
class Toasts {
  #shown = $state.raw<readonly Toast[]>([]);
  #next = 1;
  /** When each goes by itself. */
  readonly #timers = new Map<number, { readonly milliseconds: number; timer: ReturnType<typeof setTimeout> }>();

  get shown(): readonly Toast[] {
    return this.#shown;
  }

  info(text: string, action?: Toast['action']): void {
    this.#show({ id: this.#next++, text, kind: 'info', ...(action ? { action } : {}) }, action ? 10_000 : 5_000);
  }

  error(text: string): void {
    // The same failure again is no second message.
    this.#shown = this.#shown.filter((toast) => toast.text !== text);
    this.#show({ id: this.#next++, text, kind: 'error' });
  }

  /** What went wrong, in the error's words: of all but what the frame shows anyway and what is meant to end. */
  readonly failure = (error: unknown): void => {
    if (isAbort(error) || error instanceof UnreachableError) return;
    this.error(sentence(error instanceof Error ? error.message : String(error)));
  };

  /** Keeps a message while someone points at it or has the focus in it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id)?.timer);
  }

  /** Lets a message go after its time, which begins again. */
  release(id: number): void {
    const own = this.#timers.get(id);
    if (own === undefined) return;
    clearTimeout(own.timer);
    own.timer = setTimeout(() => this.dismiss(id), own.milliseconds);
  }

  dismiss(id: number): void {
    this.hold(id);
    this.#timers.delete(id);
    this.#shown = this.#shown.filter((toast) => toast.id !== id);
  }

  #show(toast: Toast, milliseconds?: number): void {
    this.#shown = [...this.#shown.slice(-2), toast];
    if (milliseconds !== undefined) this.#timers.set(toast.id, { milliseconds, timer: setTimeout(() => this.dismiss(toast.id), milliseconds) });
  }
}

export const toasts = new Toasts();
