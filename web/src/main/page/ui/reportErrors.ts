import { toasts } from './toasts.svelte';

/** Waits for something that may fail, and tells the person why it did. True where it went well. */
export async function reportErrors(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    toasts.failure(error);
    return false;
  }
}
