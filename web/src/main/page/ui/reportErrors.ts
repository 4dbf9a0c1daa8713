import { UnreachableError, isAbort } from '../api/client';
import { toasts } from './toasts.svelte';

/** Waits for something that may fail, and tells the person why it did. True where it went well. */
export async function reportErrors(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    // The frame says itself that the server is gone.
    if (!isAbort(error) && !(error instanceof UnreachableError)) toasts.error(error instanceof Error ? error.message : String(error));
    return false;
  }
}
