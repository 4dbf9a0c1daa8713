import { connection } from '../api/connection.svelte';
import { reportErrors } from '../ui/reportErrors';
import { setUp } from './archives.svelte';
import { jobs } from './jobs.svelte';

/**
 * For a view: asks for archives and models now, and again when a job ends, since an archive may then be ready or have
 * more photos, and when a lost server is back.
 */
export function keepSetUp(): void {
  // Their number alone: they make progress several times a second.
  const running = $derived(jobs.running.length);
  $effect(() => {
    void [connection.returns, running];
    const controller = new AbortController();
    void reportErrors(setUp.refresh(controller.signal));
    return () => controller.abort();
  });
}
